using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class EntryListTests
{
    [Fact]
    public void Admit_ListedMatter_IsListed()
    {
        var decision = EntryList(Item("a", "patrol")).Admit(Ask("patrol"));

        Assert.True(decision.IsAdmitted);
        Assert.Equal(AdmissionVerdict.Listed, decision.Verdict);
        Assert.Equal(["a"], decision.Items);
        Assert.Equal("wu-2020", decision.ScopeGuard);
        Assert.Null(decision.Until);
        Assert.Empty(decision.Refusals);
    }

    [Fact]
    public void ADecisionOfNoList_HasNoReasons() => Assert.Empty(default(AdmissionDecision).Refusals);

    [Fact]
    public void Admit_ListedByClass_IsListed() => Assert.Equal(AdmissionVerdict.Listed, EntryList(Item("a") with { Classes = ["duty"] }).Admit(Ask("visit")).Verdict);

    [Fact]
    public void Admit_UnlistedMatter_IsNotListedAndReferredToItsOwner()
    {
        var refusal = Refused(EntryList(), "illegal-building", AdmissionVerdict.NotListed, "permissions.not-listed", RefusalKind.OutsideListOrTime);

        Assert.Empty(refusal.Rules);
        Assert.Contains("civil-affairs", refusal.Nearest!.En(), StringComparison.Ordinal);
    }

    [Fact]
    public void Admit_UnlistedMatterOfNobody_MayBeAppliedFor() =>
        Assert.Equal("permissions.nearest-apply", Refused(EntryList(), "patrol", AdmissionVerdict.NotListed, "permissions.not-listed", RefusalKind.OutsideListOrTime).Nearest!.Code);

    [Fact]
    public void Admit_UnknownMatter_SaysSo() =>
        Refused(EntryList(), "nothing", AdmissionVerdict.NotListed, "permissions.unknown-matter", RefusalKind.OutsideListOrTime);

    [Fact]
    public void Admit_MatterOnTheNegativeList_IsRefusedThoughListed()
    {
        var list = EntryList(Item("a", "patrol"), Negative("n", "patrol") with { ReferTo = new LocalizedText("the street", "街道") });

        var refusal = Refused(list, "patrol", AdmissionVerdict.OnNegativeList, "permissions.negative-list", RefusalKind.OutsideListOrTime);

        Assert.Equal(["n"], refusal.Rules);
        Assert.Contains("街道", refusal.Nearest!.Zh(), StringComparison.Ordinal);
    }

    [Fact]
    public void Admit_NegativeItemOutOfItsTerm_DoesNotForbid() =>
        Assert.True(EntryList(Item("a", "patrol"), Negative("n", "patrol") with { ValidTo = Day.PlusDays(-1) }).Admit(Ask("patrol")).IsAdmitted);

    [Theory]
    [InlineData("council", "permissions.guard-vitality", "villagers-council")]
    [InlineData("levy", "permissions.guard-unrelated", "health")]
    public void Admit_OverExtensionUnderWu2020_IsRefusedThoughListed(string matter, string code, string owner)
    {
        var refusal = Refused(
            EntryList(Item("a", matter) with { Nature = TaskNature.Service }), matter, AdmissionVerdict.OutsideGridPurpose, code, RefusalKind.OutsideListOrTime);

        Assert.Contains(owner, refusal.Nearest!.En(), StringComparison.Ordinal);
        Assert.Contains("wu-2020", refusal.Message.En(), StringComparison.Ordinal);
    }

    [Fact]
    public void Admit_VitalityUnderInclusive_IsAdmittedAsAServiceOnly()
    {
        var asTask = EntryList(Item("a", "council")).WithScopeGuard(ScopeGuard.Inclusive);
        var asService = EntryList(Item("a", "council") with { Nature = TaskNature.Service }).WithScopeGuard(ScopeGuard.Inclusive);

        Refused(asTask, "council", AdmissionVerdict.OutsideGridPurpose, "permissions.guard-service-only", RefusalKind.OutsideListOrTime);
        Assert.True(asService.Admit(Ask("council")).IsAdmitted);
        Assert.Equal("inclusive", asService.Admit(Ask("council")).ScopeGuard);
    }

    [Fact]
    public void Admit_UnrelatedUnderInclusive_IsRefused() =>
        Assert.False(EntryList(Item("a", "levy") with { Nature = TaskNature.Service }).WithScopeGuard(ScopeGuard.Inclusive).Admit(Ask("levy")).IsAdmitted);

    [Theory]
    [InlineData(-1, AdmissionVerdict.NotYetInForce)]
    [InlineData(0, AdmissionVerdict.Listed)]
    [InlineData(5, AdmissionVerdict.Listed)]
    [InlineData(6, AdmissionVerdict.Expired)]
    public void Admit_ItemWithATerm_HoldsFromItsFirstToItsLastDay(int day, AdmissionVerdict expected)
    {
        var list = EntryList(Item("a", "patrol") with { ValidFrom = Day, ValidTo = Day.PlusDays(5) });

        Assert.Equal(expected, list.Admit(Ask("patrol") with { On = Day.PlusDays(day) }).Verdict);
    }

    [Fact]
    public void Admit_ExpiredItem_NamesItsLastDay()
    {
        var list = EntryList(Item("a", "patrol") with { ValidTo = Day.PlusDays(-1) });

        var refusal = Refused(list, "patrol", AdmissionVerdict.Expired, "permissions.entry-expired", RefusalKind.OutsideListOrTime);

        Assert.Contains("2026-02-01", refusal.Message.En(), StringComparison.Ordinal);
    }

    [Fact]
    public void Admit_ItemToCome_NamesItsFirstDay()
    {
        var refusal = Refused(
            EntryList(Item("a", "patrol") with { ValidFrom = Day.PlusDays(1) }), "patrol", AdmissionVerdict.NotYetInForce, "permissions.entry-not-yet", RefusalKind.OutsideListOrTime);

        Assert.Contains("2026-02-03", refusal.Nearest!.En(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EntryStatus.Applied)]
    [InlineData(EntryStatus.UnderReview)]
    [InlineData(EntryStatus.Approved)]
    [InlineData(EntryStatus.Published)]
    public void Admit_ItemOnItsWay_IsNotYetInForce(EntryStatus status) => Refused(
        EntryList(Item("a", "patrol") with { Status = status }), "patrol", AdmissionVerdict.NotYetInForce, "permissions.entry-not-approved", RefusalKind.OutsideListOrTime);

    [Theory]
    [InlineData(EntryStatus.Suspended, AdmissionVerdict.Suspended, "permissions.entry-suspended")]
    [InlineData(EntryStatus.Withdrawn, AdmissionVerdict.Withdrawn, "permissions.entry-withdrawn")]
    [InlineData(EntryStatus.Refused, AdmissionVerdict.NotListed, "permissions.not-listed")]
    public void Admit_ItemOutOfForce_SaysWhy(EntryStatus status, AdmissionVerdict verdict, string code) =>
        Refused(EntryList(Item("a", "patrol") with { Status = status }), "patrol", verdict, code, RefusalKind.OutsideListOrTime);

    [Fact]
    public void Admit_OutsideItsPlaces_IsOutOfScope()
    {
        var refusal = Refused(
            EntryList(Item("a", "patrol") with { Places = ["13", "14"] }), "patrol", AdmissionVerdict.OutOfScope, "permissions.out-of-scope", RefusalKind.NotYourGrid);

        Assert.Equal("permissions.nearest-places", refusal.Nearest!.Code);
    }

    [Fact]
    public void Admit_OutsideItsLevels_IsOutOfScope()
    {
        var list = EntryList(Item("a", "patrol") with { Levels = ["village"] });

        Assert.Equal("permissions.nearest-levels", Refused(list, "patrol", AdmissionVerdict.OutOfScope, "permissions.out-of-scope", RefusalKind.NotYourGrid).Nearest!.Code);
        Assert.True(list.Admit(Ask("patrol") with { Level = "village" }).IsAdmitted);
    }

    [Fact]
    public void Admit_PostThatMayNotCarryIt_LacksAuthority()
    {
        var list = EntryList(Item("a", "patrol") with { Posts = ["village-head"] });

        Assert.Contains(
            "village-head",
            Refused(list, "patrol", AdmissionVerdict.PostLacksAuthority, "permissions.post-lacks-authority", RefusalKind.NotYourRole).Nearest!.En(),
            StringComparison.Ordinal);
        Assert.True(list.Admit(Ask("patrol") with { Post = null }).IsAdmitted);
    }

    [Fact]
    public void Admit_TemporaryItem_IsAdmittedUntilItsLastDay()
    {
        var item = Item("a", "patrol") with { Category = EntryCategory.Temporary, ValidTo = Day.PlusDays(9), Approvals = [new EntryApproval("grid-office", Day)], PublishedOn = Day };

        var decision = EntryList(item).Admit(Ask("patrol"));

        Assert.Equal(AdmissionVerdict.ListedTemporarily, decision.Verdict);
        Assert.Equal(Day.PlusDays(9), decision.Until);
    }

    [Fact]
    public void Admit_SeveralItems_TheFurthestDecides()
    {
        var list = EntryList(Item("a", "patrol") with { ValidTo = Day.PlusDays(-1) }, Item("b", "patrol") with { Places = ["13"] }, Item("c", "patrol") with { Places = ["13"] });

        Assert.Equal(
            ["b", "c"],
            Refused(list, "patrol", AdmissionVerdict.OutOfScope, "permissions.out-of-scope", RefusalKind.NotYourGrid).Rules);
    }

    [Fact]
    public void Admit_NoMatter_IsTheCallersMistake() => Assert.Throws<ArgumentException>(static () => EntryList().Admit(default));

    [Fact]
    public void Admit_TenThousandTimes_AllocatesNothing()
    {
        var list = EntryList(Item("a", "patrol") with { Places = ["12"] }, Item("b") with { Classes = ["duty"], Posts = ["village-head"] });
        var request = Ask("patrol");
        list.Admit(request);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            list.Admit(request);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Compile_ManyFaults_ReportsAllWithTheirPlaces()
    {
        var definition = Entries(
            Item("a", "nothing") with { Classes = ["none"], Posts = ["nobody"], Levels = ["shire"], Places = ["?"], LeadDepartment = "x", ValidFrom = Day, ValidTo = Day.PlusDays(-1) },
            Item("a", "patrol") with { PowersAndDuties = null, OperatingProcedure = [], Approvals = [new EntryApproval("political-legal", Day)], PublishedOn = Day },
            Item("c") with { Category = EntryCategory.Temporary, Approvals = [] },
            Item("d", "visit") with { LeadDepartment = "health", AssistDepartments = ["civil-affairs"] },
            Negative("e") with { Content = null }) with { ScopeGuard = "none", RequiredApprovers = ["political-legal", "establishment-office", "elders"] };

        Assert.Null(Sdk.Permissions.EntryList.Compile(definition, Catalogue, SmallCounty.Establishment, out var report));

        Assert.Equal(
            [
                "/items/0/approvals approval-missing", "/items/0/approvals approval-missing", "/items/0/classes/0 unknown-class", "/items/0/leadDepartment unknown-department",
                "/items/0/levels/0 unknown-level", "/items/0/matters/0 unknown-matter-in", "/items/0/places/0 bad-place", "/items/0/posts/0 unknown-post",
                "/items/0/validTo ends-before-start", "/items/1/approvals approval-missing", "/items/1/approvals approval-missing", "/items/1/code duplicate-code",
                "/items/1/operatingProcedure entry-incomplete", "/items/1/powersAndDuties entry-incomplete", "/items/2/approvals approval-missing",
                "/items/2/matters entry-incomplete", "/items/2/validTo temporary-without-term", "/items/3/approvals approval-missing", "/items/3/approvals approval-missing",
                "/items/3/approvals approval-missing", "/items/4/content missing-field", "/items/4/matters missing-field", "/requiredApprovers/2 unknown-body",
                "/scopeGuard unknown-guard",
            ],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code[(finding.Code.IndexOf('.', StringComparison.Ordinal) + 1)..]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Compile_DoubtfulItems_AreWarnedOf()
    {
        var definition = Entries(
            Item("a", "patrol"),
            Item("b", "patrol") with { PublishedOn = null, ValidFrom = Day.PlusYears(-2) },
            Negative("c", "patrol"),
            Item("d", "council"));

        Assert.NotNull(Sdk.Permissions.EntryList.Compile(definition, Catalogue, SmallCounty.Establishment, out var report));

        Assert.All(report, static finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
        Assert.Equal(
            ["permissions.listed-against-guard", "permissions.listed-and-negative", "permissions.listed-and-negative", "permissions.listed-twice",
                "permissions.not-published", "permissions.signed-after-start", "permissions.signed-after-start"],
            report.Select(static finding => finding.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("political-legal")]
    [InlineData("establishment-office")]
    [InlineData("health")]
    [InlineData("civil-affairs")]
    public void Compile_WithoutOneOfTheJointSignatures_IsRefused(string missing)
    {
        string[] bodies = ["political-legal", "establishment-office", "health", "civil-affairs"];
        var item = Item("a", "visit") with
        {
            LeadDepartment = "health",
            AssistDepartments = ["civil-affairs"],
            PublishedOn = Day,
            Approvals = EquatableArray.From(bodies.Where(body => !string.Equals(body, missing, StringComparison.Ordinal)).Select(static body => new EntryApproval(body, Day))),
        };

        Assert.Null(Sdk.Permissions.EntryList.Compile(Entries(item), Catalogue, SmallCounty.Establishment, out var report));

        Assert.Contains($"\"{missing}\"", Assert.Single(report).Message.En(), StringComparison.Ordinal);
    }

    private static Refusal Refused(EntryList list, string matter, AdmissionVerdict verdict, string code, RefusalKind kind)
    {
        var decision = list.Admit(Ask(matter));
        Assert.False(decision.IsAdmitted);
        Assert.Equal(verdict, decision.Verdict);
        var refusal = Assert.Single(decision.Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(kind, refusal.Kind);
        Assert.NotEqual(refusal.Code, refusal.Message.En());
        Assert.NotEqual(refusal.Message.En(), refusal.Message.Zh());
        return refusal;
    }
}
