using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using NodaTime;
using static GridGovernance.Sdk.Tests.Permissions.Data.SmallCatalogue;

namespace GridGovernance.Sdk.Tests.Permissions.Data;

public sealed class DataAccessTests
{
    [Fact]
    public void Decide_ForTheWorkerOfTheGrid_ShowsFieldsMaskedAndHidesNothingElse()
    {
        var decision = Catalogue.Decide(Ask("grid-worker@123", "name", "phone", "illness", "camera"));

        Assert.Equal([DataShow.Masked, DataShow.Masked, DataShow.Masked, DataShow.Hidden], decision.Fields.Select(static field => field.Show));
        Assert.False(decision.IsAllowed);
        Assert.Equal("欧**", decision.Apply("name", "欧阳某"));
        Assert.Equal("138****5678", decision.Apply("phone", "13812345678"));
        Assert.Null(decision.Apply("camera", "stream"));
        Assert.Null(decision.Apply("unasked", "x"));
        Assert.Equal(["worker-reads"], decision.Fields[0].Rules);
        Assert.True(Catalogue.Decide(Ask("grid-worker@123", "name")).IsAllowed);
    }

    [Theory]
    [InlineData("𠮷田", 1, 0, "𠮷*")]
    [InlineData("ab", 1, 1, "**")]
    [InlineData("abc", 1, 1, "a*c")]
    [InlineData("abc", 0, 0, "***")]
    [InlineData("abc", int.MaxValue, int.MaxValue, "***")]
    [InlineData("", 1, 0, "")]
    [InlineData("abcd", 0, 1, "***d")]
    public void Mask_OfAValue_LeavesItsEnds(string value, int first, int last, string masked) =>
        Assert.Equal(masked, (Item("x") with { KeepFirst = first, KeepLast = last }).Mask(value));

    [Theory]
    [InlineData("grid-worker@124", "name", "permissions.data-not-your-area", RefusalKind.NotYourGrid, "It holds in: 124.")]
    [InlineData("grid-worker", "name", "permissions.data-not-your-area", RefusalKind.NotYourGrid, null)]
    [InlineData("verifier@12", "name", "permissions.data-not-your-role", RefusalKind.NotYourRole, "These may do it: grid-worker, village-head.")]
    [InlineData("handler@health", "illness", "permissions.data-consent", RefusalKind.ConditionUnmet, "It opens with the consent of the person.")]
    [InlineData("handler@civil-affairs", "illness", "permissions.data-not-your-role", RefusalKind.NotYourRole, "These may do it: *@health, grid-worker.")]
    [InlineData("village-head@12", "camera", "permissions.data-purpose", RefusalKind.ConditionUnmet, "These purposes work: safety.")]
    [InlineData("grid-worker@123", "nothing", "permissions.data-unknown", RefusalKind.OutsideListOrTime, null)]
    public void Decide_ThatHides_SaysWhyAndWhatWouldWork(string who, string item, string code, RefusalKind kind, string? nearest)
    {
        var refusal = Assert.Single(Catalogue.Decide(Ask(who, item)).Refusals);

        Assert.Equal(code, refusal.Code);
        Assert.Equal(kind, refusal.Kind);
        Assert.Equal(nearest, refusal.Nearest?.ToString());
        Assert.DoesNotContain("p-1", refusal.ToString(), StringComparison.Ordinal);
    }

    // X县: "县、乡镇、社区指挥平台可以根据不同权限调看视频资源".
    [Theory]
    [InlineData("commander@1", "123", true)]
    [InlineData("village-head@12", "123", true)]
    [InlineData("village-head@12", "12", true)]
    [InlineData("village-head@12", "133", false)]
    [InlineData("village-head@12", "1", false)]
    [InlineData("grid-worker@123", "123", false)]
    [InlineData("handler@health", "133", true)]
    public void Decide_OnVideo_HoldsInTheOwnAreaAndBelow(string who, string place, bool allowed) =>
        Assert.Equal(allowed, Catalogue.Decide(Ask(who, "camera") with { Purpose = "safety", Place = GridCode.Parse(place) }).IsAllowed);

    [Fact]
    public void Decide_BeyondTheOwnArea_NeedsAGrantThatSaysSo()
    {
        var catalogue = Compile(Definition with { Grants = [Grant("far") with { Posts = ["grid-worker"], Items = ["name"], BeyondOwnArea = true }] });

        Assert.True(catalogue.Decide(Ask("grid-worker@133", "name")).IsAllowed);
        Assert.True(catalogue.Decide(Ask("grid-worker", "name")).IsAllowed);
        Assert.Equal("permissions.data-no-grant", catalogue.Decide(Ask("grid-worker@123", "phone")).Refusals[0].Code);
        Assert.Equal(RefusalKind.NoSuchAction, catalogue.Decide(Ask("grid-worker@123", "phone")).Refusals[0].Kind);
    }

    [Fact]
    public void Decide_WithConsent_Opens()
    {
        var ask = Ask("handler@health", "illness") with { HasConsent = true };
        Assert.Equal(DataShow.Full, Catalogue.Decide(ask).ShowOf("illness"));
    }

    [Theory]
    [InlineData(-2, "It works from 2026-02-01.")]
    [InlineData(-1, null)]
    [InlineData(1, null)]
    [InlineData(2, "It worked until 2026-02-03.")]
    public void Decide_OutsideItsTerm_Hides(int days, string? nearest)
    {
        var term = Grant("term") with { Posts = ["grid-worker"], Items = ["name"], ValidFrom = SmallLists.Day.PlusDays(-1), ValidTo = SmallLists.Day.PlusDays(1) };
        var catalogue = Compile(Definition with { Grants = [term] });
        var decision = catalogue.Decide(Ask("grid-worker@123", "name") with { At = SmallLists.Day.PlusDays(days).AtMidnight() });

        Assert.Equal(nearest is null, decision.IsAllowed);
        Assert.Equal(nearest, decision.IsAllowed ? null : decision.Refusals[0].Nearest?.ToString());
        Assert.All(decision.Refusals, static refusal => Assert.Equal("permissions.data-out-of-time", refusal.Code));
    }

    [Fact]
    public void Decide_WithAReasonToBreakTheGlass_OpensWhollyAndGoesOnRecord()
    {
        var ask = Ask("grid-worker@133", "illness", "phone", "camera") with { Place = GridCode.Parse("133"), BreakGlass = new BreakGlassClaim("danger-to-life", "case-7") };
        var decision = Catalogue.Decide(ask);

        Assert.Equal([true, true, false], decision.Fields.Select(static field => field.IsBreakGlass));
        Assert.Equal([DataShow.Full, DataShow.Full, DataShow.Hidden], decision.Fields.Select(static field => field.Show));
        var record = decision.Record;
        Assert.Equal(["illness", "phone"], record.Full);
        Assert.Equal(["camera"], record.Refused);
        Assert.Equal(["danger-to-life"], record.Rules);
        Assert.Equal("case-7", record.BreakGlass!.Reference);
        Assert.Equal(ask.At.PlusHours(24), record.ReviewBy);
        Assert.Contains(decision.Refusals, static refusal => refusal.Code is "permissions.break-glass-refused");
    }

    // One's own area and below, as for any other access, unless the rule says otherwise; and for a purpose that is one.
    [Theory]
    [InlineData("grid-worker@133", "133", "relief", true, true)]
    [InlineData("grid-worker@133", "132", "relief", false, true)]
    [InlineData("village-head@13", "133", "relief", true, true)]
    [InlineData("village-head@12", "133", "relief", false, true)]
    [InlineData("grid-worker@133", "133", "nothing-such", false, false)]
    public void Decide_WithAReasonToBreakTheGlass_OpensInOnesOwnAreaForAPurposeAlone(string who, string where, string purpose, bool opens, bool opensBeyond)
    {
        var ask = Ask(who, "illness") with { Place = GridCode.Parse(where), Purpose = purpose, BreakGlass = new BreakGlassClaim("danger-to-life", "case-7") };
        var beyond = SmallCatalogue.Compile(SmallCatalogue.Definition with { BreakGlass = [SmallCatalogue.Definition.BreakGlass[0] with { BeyondOwnArea = true }] });

        Assert.Equal(opens, Catalogue.Decide(ask).IsAllowed);
        Assert.Equal(opensBeyond, beyond.Decide(ask).IsAllowed);
    }

    [Fact]
    public void Record_OfSeveralRules_NamesThemInOrder()
    {
        var late = Grant("after-head") with { Posts = ["village-head"], Items = ["phone"], Purposes = ["relief"] };
        var catalogue = Compile(Definition with { Grants = [.. Definition.Grants, late] });

        Assert.Equal(["after-head", "head-reads"], catalogue.Decide(Ask("village-head@12", "name", "phone")).Record.Rules);
    }

    [Fact]
    public void Decide_ThatNeedsNoGlassBroken_LeavesItWhole()
    {
        var claim = new BreakGlassClaim("danger-to-life", "case-7");
        var head = Catalogue.Decide(Ask("village-head@12", "phone") with { BreakGlass = claim });

        Assert.Equal(DataShow.Full, head.ShowOf("phone"));
        Assert.Null(head.Record.BreakGlass);
        Assert.Null(head.Record.ReviewBy);
        Assert.Equal(["head-reads"], head.Record.Rules);
    }

    [Theory]
    [InlineData("grid-worker@133", "danger-to-life", "")]
    [InlineData("grid-worker@133", "curiosity", "case-7")]
    [InlineData("verifier@13", "danger-to-life", "case-7")]
    public void Decide_WithoutAReasonOrAReference_KeepsTheGlassWhole(string who, string reason, string reference)
    {
        var decision = Catalogue.Decide(Ask(who, "illness") with { BreakGlass = new BreakGlassClaim(reason, reference) });

        Assert.False(decision.IsAllowed);
        Assert.Equal("permissions.break-glass-refused", decision.Refusals[^1].Code);
        Assert.Null(decision.Record.BreakGlass);
    }

    [Fact]
    public void Record_OfAnAccess_HoldsCodesAndIdsAlone()
    {
        var record = Catalogue.Decide(Ask("grid-worker@123", "name", "name", "camera")).Record;

        Assert.Equal((["name"], ["camera"], []), (record.Masked, record.Refused, record.Full));
        Assert.Equal(("p-1", "relief", SmallLists.Day.At(new LocalTime(9, 0))), (record.Subject, record.Purpose, record.At));
        Assert.Equal(record, Catalogue.Decide(Ask("grid-worker@123", "name", "name", "camera")).Record);
    }

    [Fact]
    public void Equals_OfDecisions_IsByRequestAndAnswer()
    {
        var one = Catalogue.Decide(Ask("grid-worker@123", "name"));
        Assert.Equal(one, Compile(Definition).Decide(Ask("grid-worker@123", "name")));
        Assert.Equal(one.GetHashCode(), Catalogue.Decide(Ask("grid-worker@123", "name")).GetHashCode());
        Assert.NotEqual(one, Catalogue.Decide(Ask("grid-worker@123", "phone")));
        Assert.NotEqual(one, Compile(Definition with { Grants = [] }).Decide(Ask("grid-worker@123", "name")));
    }
}
