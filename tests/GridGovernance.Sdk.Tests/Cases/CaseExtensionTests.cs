using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseExtensionTests
{
    private static readonly CaseEngine Engine = PresetCounty.Engine(listed: true);
    private static readonly CaseActor Handler = new(PresetCounty.Leads[0]);
    private static readonly CaseActor Head = new(new Seat("department-head", "civil-affairs"));

    [Fact]
    public void TheFirstExtension_IsTheShiftLeaders_TheSecondTheCentreLeaders_AndThereIsNoThird()
    {
        var c = CityCase();
        var (first, second) = (Actor("shift-leader"), Actor("centre-leader"));

        Assert.Equal(["cases.not-the-approver"], Codes(c, second));
        c = Engine.Do(c, Extend("1"), first, c.ChangedAt);
        Assert.Equal(["cases.not-the-approver"], Codes(c, first));
        c = Engine.Do(c, Extend("2"), second, c.ChangedAt);

        var refusal = Assert.Single(Engine.Decide(c, Extend("3"), second, c.ChangedAt).Refusals);
        Assert.Equal((RefusalKind.ConditionUnmet, "cases.extended-enough"), (refusal.Kind, refusal.Code));
        Assert.Equal("Clock \"handle\" may be extended 2 times, but was extended 2 times.", refusal.Message.ToString());
    }

    [Fact]
    public void ARefusedApprover_IsToldWhoMay()
    {
        var refusal = Assert.Single(Engine.Decide(CityCase(), Extend("1"), Actor("county-commander"), PresetCounty.Begin + Duration.FromHours(1)).Refusals);

        Assert.Equal(RefusalKind.NotYourRole, refusal.Kind);
        Assert.Equal("Extension 1 of clock \"handle\" must be approved by whom the lifecycle names, but seat \"county-commander@511921\" is another.", refusal.Message.ToString());
        Assert.Equal("Seat \"shift-leader@511921100\" may.", refusal.Nearest!.ToString());
    }

    [Theory]
    [InlineData("30 calendar-days", true)]
    [InlineData("31 calendar-days", false)]
    [InlineData("20 working-days", false)]
    public void APetition_IsExtendedByTheHeadOfTheOrganByThirtyDaysAtMost(string by, bool accepted)
    {
        var c = PetitionCase();

        var decision = Engine.Decide(c, new ExtendDeadline("e", "handling", TimeLimit.Parse(by, null), "complex"), Head, c.ChangedAt);

        Assert.Equal(accepted, decision.IsAccepted);
        Assert.All(decision.Refusals, refusal => Assert.Equal(("cases.extension-over-most", "It may be 30 calendar-days at most."), (refusal.Code, refusal.Nearest!.ToString())));
    }

    [Fact]
    public void AClockThatNamesNobody_IsExtendedByAnybodyAbove_AsOftenAsTheySay()
    {
        var c = WhistleCase();
        for (var i = 0; i < 4; i++)
        {
            c = Engine.Do(c, new ExtendDeadline($"e{i}", "handling", TimeLimit.Parse("1 working-days", null), "why"), i % 2 == 0 ? Head : Actor("county-commander"), PresetCounty.Begin);
        }

        Assert.Equal(4, c.Clock("handling")!.Ledger.Extensions.Count);
        Assert.Equal(
            "cases.not-above",
            Assert.Single(Engine.Decide(c, new ExtendDeadline("e", "handling", TimeLimit.Parse("1 working-days", null), "why"), Handler, PresetCounty.Begin).Refusals).Code);
    }

    [Fact]
    public void AnExtensionBeyondWhatAnyLedgerHolds_IsRefused_NotThrown()
    {
        var c = WhistleCase();
        for (var i = 0; i < 4; i++)
        {
            c = Engine.Do(c, new ExtendDeadline($"e{i}", "handling", TimeLimit.Parse("876600 urgent-hours", null), "why"), Head, c.ChangedAt);
        }

        var decision = Engine.Decide(c, new ExtendDeadline("last", "handling", TimeLimit.Parse("876600 urgent-hours", null), "why"), Head, c.ChangedAt);

        Assert.Equal("cases.extension-too-long", Assert.Single(decision.Refusals).Code);
    }

    [Theory]
    [InlineData("daily", "2 working-days")]
    [InlineData("ordinary", "5 working-days")]
    [InlineData("serious", "10 working-days")]
    public void ATieredMatter_IsExtendedTwice_FirstByTheSeatAbove_ThenByTheCountysCommander(string tier, string most)
    {
        var c = Engine.Do(Report(tier), new MoveCase("accept", "accept"), Actor("dispatcher"), PresetCounty.Begin);
        c = Engine.Do(c, new DispatchCase("dispatch", Handler.Seat), Actor("dispatcher"), PresetCounty.Begin);
        ExtendDeadline By(string id, string by) => new(id, "handling", TimeLimit.Parse(by, null), "hard");
        string[] Refused(CaseActor actor, string by) => [.. Engine.Decide(c, By("x", by), actor, c.ChangedAt).Refusals.Select(refusal => refusal.Code)];

        Assert.Equal(["cases.not-the-approver"], Refused(Actor("county-commander"), most));
        Assert.Equal(["cases.extension-over-most"], Refused(Head, "20 working-days"));
        c = Engine.Do(c, By("1", most), Head, c.ChangedAt);
        Assert.Equal(["cases.not-the-approver"], Refused(Head, most));
        c = Engine.Do(c, By("2", most), Actor("county-commander"), c.ChangedAt);
        Assert.Equal(["cases.extended-enough"], Refused(Actor("county-commander"), most));
    }

    [Fact]
    public void AnApproverWhoDoesNotExist_AndALimitOfNothing_AreFoundAtCompilation()
    {
        var preset = LifecyclePresets.DigitalCity;
        var clocks = preset.Clocks.Select(clock => clock.Code == "handle"
            ? clock with { Extensions = [new ClockExtension { By = "nobody" }, new ClockExtension { By = "lead", Most = new TimeLimit(0, LimitUnit.WorkingDays) }] }
            : clock);

        Lifecycle.Compile(preset with { Clocks = EquatableArray.From(clocks) }, SmallVocabulary(preset), out var report);

        Assert.Equal(
            [("lifecycles.unknown-party", "/clocks/3/extensions/0/by"), ("lifecycles.limit-not-positive", "/clocks/3/extensions/1/most")],
            report.Select(finding => (finding.Code, finding.Place.Path!)));
    }

    [Fact]
    public void Approvers_CountInTheContentHash_AndAClockWithoutAnyKeepsItsOwn()
    {
        var preset = LifecyclePresets.DigitalCity;
        Lifecycle Of(Func<ClockDefinition, ClockDefinition> change) =>
            Lifecycle.Compile(preset with { Clocks = EquatableArray.From(preset.Clocks.Select(change)) }, SmallVocabulary(preset), out _)!;

        var asIs = Of(clock => clock);

        Assert.NotEqual(asIs.Key, Of(clock => clock with { Extensions = [] }).Key);
        Assert.NotEqual(asIs.Key, Of(clock => clock with { Extensions = EquatableArray.From(clock.Extensions.Reverse()) }).Key);
        Assert.NotEqual(asIs.Key, Of(clock => clock with { Extensions = EquatableArray.From(clock.Extensions.Select(one => one with { Most = new TimeLimit(1, LimitUnit.WorkingDays) })) }).Key);
    }

    private static LifecycleVocabulary SmallVocabulary(LifecycleDefinition preset) => LifecycleVocabulary.NamedIn(preset);

    private static CaseActor Actor(string post) => new(PresetCounty.SeatsOf(post)[0]);

    private static ExtendDeadline Extend(string id) => new(id, "handle", TimeLimit.Parse("1 working-days", null), "road works");

    private static string[] Codes(GridCase c, CaseActor actor) => [.. Engine.Decide(c, Extend("x"), actor, c.ChangedAt).Refusals.Select(refusal => refusal.Code)];

    private static GridCase CityCase()
    {
        var c = Engine.Do(Report("digital-city"), new MoveCase("file", "file"), Actor("acceptor"), PresetCounty.Begin);
        return Engine.Do(c, new DispatchCase("dispatch", Handler.Seat), Actor("dispatcher"), PresetCounty.Begin);
    }

    private static GridCase WhistleCase()
    {
        var c = Engine.Do(Report("whistle"), new DispatchCase("1", Handler.Seat, Trigger: "blow-key"), Actor("township-commander"), PresetCounty.Begin);
        return Engine.Do(c, new MoveCase("2", "arrive"), Handler, PresetCounty.Begin);
    }

    private static GridCase PetitionCase()
    {
        var c = Engine.Do(Report("petition"), new DispatchCase("forward", Handler.Seat, Trigger: "forward"), Actor("petition-officer"), PresetCounty.Begin);
        return Engine.Do(c, new MoveCase("accept", "accept"), Handler, PresetCounty.Begin);
    }

    private static GridCase Report(string code) => GridCase.Replay(Engine.Decide(
        null, new ReportCase("report", "c", code, "rubbish", GridCode.Parse(PresetCounty.Cell), "video"), Actor("grid-worker"), PresetCounty.Begin).EnsureAccepted());
}
