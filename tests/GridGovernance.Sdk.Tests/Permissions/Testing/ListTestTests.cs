using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class ListTestTests
{
    private static readonly AuthorityList Powers = SmallLists.AuthorityList(
        SmallLists.Rule("handle-patrol", AuthorityStance.Lead, "grid-worker", "handle", "patrol"),
        SmallLists.Rule("verify-all", AuthorityStance.May, "verifier", "verify", "*") with { Conditions = ["not-the-handler"] });

    private static readonly EntryList Entries = SmallLists.EntryList(SmallLists.Item("patrol-entry", "patrol"));

    private static readonly ListTestCase Asked = new()
    {
        Who = "grid-worker@123",
        Action = "handle",
        Matter = "patrol",
        Where = GridCode.Parse("123"),
        On = SmallLists.Day,
    };

    [Fact]
    public void Run_OnExpectedAnswers_PassesAndCountsWhatWasAsked()
    {
        var report = Run(
            Asked with { Expect = ListAnswerKind.Allowed, Rules = ["handle-patrol"], Admission = AdmissionVerdict.Listed },
            Asked with { Where = GridCode.Parse("124"), Expect = ListAnswerKind.Denied, Cause = RefusalKind.NotYourGrid },
            Asked with { Matter = "visit", Admission = AdmissionVerdict.NotListed });

        Assert.Empty(report.Findings);
        Assert.Equal((3, 0), (report.Passed, report.Failed));
        Assert.Equal((15, 2), (report.Cells, report.CellsAsked));
        Assert.Equal(["verify-all"], report.RulesUnasked);
    }

    [Theory]
    [InlineData("123", "1", true)]
    [InlineData("223", "1", false)]
    [InlineData("1234", "1", false)]
    [InlineData("223", null, true)]
    public void Run_OnAPlaceOutsideTheListsUnit_SaysSo(string where, string? within, bool isAsked)
    {
        var test = Asked with { Where = GridCode.Parse(where) };
        var report = ListTest.Run(new ListTestDefinition { Cases = [test] }, Powers, Entries, null, within is null ? null : GridCode.Parse(within));

        Assert.Equal(isAsked ? [] : ["/cases/0/where permissions.test-place"], report.Findings.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        Assert.Equal(isAsked ? (1, 0) : (0, 1), (report.Passed, report.Failed));
    }

    [Fact]
    public void Run_OnOtherAnswers_NamesEachWithItsPlace()
    {
        var report = Run(
            Asked,
            Asked with { Expect = ListAnswerKind.Denied },
            Asked with { Who = "verifier@12", Action = "verify", Expect = ListAnswerKind.Denied, Cause = RefusalKind.NotYourRole },
            Asked with { Who = "verifier@12", Action = "verify", Conditions = ["not-the-handler"], Rules = ["another"] },
            Asked with { Admission = AdmissionVerdict.Expired });

        Assert.Equal((1, 4), (report.Passed, report.Failed));
        Assert.Equal(
            [
                ("permissions.test-answer", "/cases/1/expect"),
                ("permissions.test-cause", "/cases/2/cause"),
                ("permissions.test-rules", "/cases/3/rules"),
                ("permissions.test-admission", "/cases/4/admission"),
            ],
            report.Findings.Select(static finding => (finding.Code, finding.Place.Path!)));
    }

    [Fact]
    public void Run_OnSeveralRules_AsksForNoOrder()
    {
        var rule = Powers.Definition.Rules[0];
        var list = SmallLists.AuthorityList(rule with { Code = "b" }, rule with { Code = "a" }, rule with { Code = "c" });
        ListTestCase[] cases = [Asked with { Rules = ["c", "a", "b"] }, Asked with { Rules = ["a", "b", "c"] }, Asked with { Rules = ["a", "b"] }];

        Assert.Equal("/cases/2/rules", Assert.Single(ListTest.Run(new ListTestDefinition { Cases = EquatableArray.From(cases) }, list, Entries).Findings).Place.Path);
    }

    [Fact]
    public void Run_OnAKindOfUnit_AsksForIt()
    {
        var list = SmallLists.AuthorityList(Powers.Definition.Rules[0] with { Kinds = [GridKind.Dedicated] });
        ListTestCase[] cases = [Asked with { Kind = GridKind.Dedicated, Expect = ListAnswerKind.Allowed }, Asked with { Expect = ListAnswerKind.Denied, Cause = RefusalKind.NotYourRole }];

        Assert.Empty(ListTest.Run(new ListTestDefinition { Cases = EquatableArray.From(cases) }, list, Entries).Findings);
    }

    [Fact]
    public void Run_WithDelegations_TakesThemIntoAccount()
    {
        var delegation = new AuthorityDelegation
        {
            Code = "d", From = GridGovernance.Sdk.Staffing.Seat.Parse("grid-worker@123"), To = GridGovernance.Sdk.Staffing.Seat.Parse("village-head@12"), Actions = ["handle"], Matters = ["patrol"],
            ValidFrom = SmallLists.Day, ValidTo = SmallLists.Day, Origin = Origin.Sample, Source = "sample",
        };
        var register = DelegationRegister.Compile(new DelegationListDefinition { Code = "delegations", Delegations = [delegation] }, Powers, out _)!;
        var cases = new ListTestDefinition
        {
            Cases = [Asked with { Who = "village-head@12", Expect = ListAnswerKind.Allowed, Rules = ["handle-patrol"] }, Asked with { Who = "village-head@12", On = SmallLists.Day.PlusDays(1), Expect = ListAnswerKind.Denied }],
        };

        Assert.Empty(ListTest.Run(cases, Powers, Entries, register).Findings);
        Assert.Equal("/cases/0/expect", Assert.Single(ListTest.Run(cases, Powers, Entries).Findings).Place.Path);
    }

    [Theory]
    [InlineData("nobody", "permissions.actor-unknown-post")]
    [InlineData("grid-worker@12", "permissions.actor-needs-unit")]
    [InlineData("grid-worker@", "permissions.actor-needs-unit")]
    [InlineData("handler", "permissions.actor-needs-department")]
    [InlineData("handler@nowhere", "permissions.actor-needs-department")]
    public void Run_OnSomebodyUnknown_SaysWhatWasExpected(string who, string code)
    {
        var finding = Assert.Single(Run(Asked with { Who = who }).Findings);

        Assert.Equal((code, "/cases/0/who"), (finding.Code, finding.Place.Path));
    }

    [Fact]
    public void Run_OnUnknownCodes_NamesThemAll()
    {
        var report = Run(Asked with { Action = "handel", Matter = "patrols", Conditions = ["not-the-handler", "whatever"] });

        Assert.Equal(["/cases/0/action", "/cases/0/matter", "/cases/0/conditions/1"], report.Findings.Select(static finding => finding.Place.Path));
        Assert.Equal((0, 1, 0), (report.Passed, report.Failed, report.CellsAsked));
    }

    [Fact]
    public void TryResolve_OfADepartmentsPost_HasTheDepartmentsLevelAndNoArea()
    {
        Assert.True(AuthorityActor.TryResolve("handler@health", Powers.Establishment, out var actor, out _));

        Assert.Equal(new AuthorityActor("handler", "health", "county", null), actor);
    }

    private static ListTestReport Run(params EquatableArray<ListTestCase> cases) => ListTest.Run(new ListTestDefinition { Cases = cases }, Powers, Entries);
}
