using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class AuthorityAnalysisTests
{
    private static readonly GridCode Root = GridCode.Parse("1");

    private static AuthorityRule[] Healthy =>
    [
        Rule("lead", AuthorityStance.Lead, "grid-worker", "handle", "patrol", "visit"),
        Rule("lead-building", AuthorityStance.Lead, "handler", "handle", "illegal-building") with { Departments = ["civil-affairs"] },
        Rule("verify", AuthorityStance.Lead, "verifier", "verify", "*"),
    ];

    [Fact]
    public void Run_OnAHealthyList_FindsNothing()
    {
        var report = Run(Healthy);

        Assert.Empty(report.Issues);

        // Five spatial posts and two posts in two departments, five matters, three actions.
        Assert.Equal((5 + 4) * 5 * 3, report.Cells);
    }

    [Fact]
    public void Run_MatterThatNobodyMayHandle_IsNoAuthority()
    {
        var issue = Only(AuthorityIssueKind.NoAuthority, Run(Healthy[..1].Append(Healthy[2])));

        Assert.Equal("illegal-building", issue.Matter);
        Assert.Equal("handler", issue.Witnesses[0].Post);
        Assert.False(AuthorityList([.. Healthy[..1], Healthy[2]]).Decide(issue.Witnesses[0]).IsAllowed);
        Assert.Equal(FindingSeverity.Warning, issue.Finding.Severity);
    }

    [Fact]
    public void Run_MatterThatAProhibitionTakesFromEverybody_IsNoAuthorityAndAShadowedRule()
    {
        var report = Run(Healthy.Append(Rule("not", AuthorityStance.MustNot, "", "handle", "illegal-building")));

        Assert.Equal([AuthorityIssueKind.NoAuthority, AuthorityIssueKind.RuleShadowed], report.Issues.Select(static issue => issue.Kind));
        Assert.Equal(["lead-building"], report.Issues[1].Rules);
        Assert.Equal("/rules/1", report.Issues[1].Finding.Place.Path);
    }

    [Fact]
    public void Run_MatterThatSomebodyMayButNobodyLeads_IsNoLead()
    {
        AuthorityRule[] rules = [Healthy[0] with { Stance = AuthorityStance.May }, .. Healthy[1..]];

        var report = Run(rules);

        Assert.Equal(["patrol", "visit"], report.Issues.Select(static issue => issue.Matter));
        Assert.All(report.Issues, issue =>
        {
            Assert.Equal(AuthorityIssueKind.NoLead, issue.Kind);
            Assert.Equal(AuthorityStance.May, AuthorityList(rules).Decide(issue.Witnesses[0]).Stance);
        });
    }

    [Fact]
    public void Run_TwoLeads_IsSeveralLeadsWithAWitnessEach()
    {
        var rules = Healthy.Append(Rule("second", AuthorityStance.Lead, "village-head", "handle", "patrol")).ToArray();

        var issue = Only(AuthorityIssueKind.SeveralLeads, Run(rules));

        Assert.Equal(["lead", "second"], issue.Rules);
        Assert.Equal(2, issue.Witnesses.Count);
        Assert.All(issue.Witnesses, request => Assert.Equal(AuthorityStance.Lead, AuthorityList(rules).Decide(request).Stance));
    }

    [Fact]
    public void Run_LeadOfOnePlaceAndTime_LeavesAGapElsewhereAndLater()
    {
        var rules = Healthy.ToArray();
        rules[0] = rules[0] with { Places = ["12"] };
        rules[1] = rules[1] with { ValidTo = Day };

        var report = Run(rules);

        Assert.Equal(["patrol", "visit", "illegal-building"], report.Issues.Select(static issue => issue.Matter));
        Assert.All(report.Issues, static issue => Assert.Equal(AuthorityIssueKind.NoAuthority, issue.Kind));
        Assert.Equal("1", report.Issues[0].Witnesses[0].Place.ToString());
        Assert.Equal(Day.PlusDays(1), report.Issues[2].Witnesses[0].At.Date);
    }

    [Fact]
    public void Run_PlacesThatAllHaveALead_LeaveNoGap()
    {
        var rules = Healthy.ToArray();
        rules[0] = rules[0] with { Places = ["12", "13"] };

        var list = AuthorityList(rules);

        Assert.Empty(AuthorityAnalysis.Run(list, null, [GridCode.Parse("123"), GridCode.Parse("131")], Day, Day).Issues);
        Assert.NotEmpty(AuthorityAnalysis.Run(list, null, [Root], Day, Day).Issues);
    }

    [Fact]
    public void Run_PowerOverSelfGovernance_ExceedsTheScope()
    {
        var issue = Only(
            AuthorityIssueKind.ExceedsScope,
            AuthorityAnalysis.Run(
                AuthorityList([.. Healthy, Rule("too-much", AuthorityStance.May, "village-head", "handle", "council")]),
                EntryList(Item("a", "patrol", "visit")),
                [Root],
                Day,
                Day));

        Assert.Equal("council", issue.Matter);
        Assert.Equal(["too-much"], issue.Rules);
    }

    [Fact]
    public void Run_LeadWithoutEntry_IsLeadNotAdmitted()
    {
        var issue = Only(
            AuthorityIssueKind.LeadNotAdmitted,
            AuthorityAnalysis.Run(AuthorityList(Healthy), EntryList(Item("a", "patrol"), Item("b", "visit") with { ValidTo = Day }), [Root], Day, Day.PlusDays(9)));

        Assert.Equal("visit", issue.Matter);
        Assert.Equal(Day.PlusDays(1), issue.Witnesses[0].At.Date);
        Assert.Equal(FindingSeverity.Info, issue.Finding.Severity);
    }

    // Who carries a matter is held against all that the list says of the post; who manages or helps, against what it says of the matter.
    [Theory]
    [InlineData(AuthorityStance.May, true, FindingSeverity.Warning)]
    [InlineData(AuthorityStance.Must, true, FindingSeverity.Warning)]
    [InlineData(AuthorityStance.Assist, true, FindingSeverity.Warning)]
    [InlineData(AuthorityStance.CoManage, true, FindingSeverity.Warning)]
    [InlineData(AuthorityStance.May, false, FindingSeverity.Warning)]
    [InlineData(AuthorityStance.Must, false, FindingSeverity.Warning)]
    [InlineData(AuthorityStance.Assist, false, null)]
    [InlineData(AuthorityStance.CoManage, false, null)]
    public void Run_HandlerWithoutEntry_IsHandlerNotAdmitted(AuthorityStance stance, bool isUnlisted, FindingSeverity? severity)
    {
        var building = Item("c", "illegal-building") with { Posts = ["grid-worker"] };
        var list = AuthorityList([.. Healthy, Rule("also", stance, "village-head", "handle", "illegal-building")]);
        var entries = EntryList([Item("a", "patrol"), Item("b", "visit"), .. isUnlisted ? Array.Empty<EntryListItem>() : [building]]);

        var issues = AuthorityAnalysis.Run(list, entries, [Root], Day, Day).Issues;

        Assert.Equal(severity is null ? [] : [(AuthorityIssueKind.HandlerNotAdmitted, severity)], issues.Select(static issue => (issue.Kind, (FindingSeverity?)issue.Finding.Severity)));
        Assert.All(issues, issue => Assert.Equal((["also"], isUnlisted ? [] : ["c"]), (issue.Rules, issue.CausedBy)));
    }

    [Theory]
    [InlineData("12", FindingSeverity.Info)]
    [InlineData("2", FindingSeverity.Warning)]
    public void Run_LeadBeyondThePlacesOfItsEntry_IsWorthKnowingWhereItHasAny(string place, FindingSeverity severity)
    {
        var entries = EntryList(Item("a", "patrol") with { Places = [place] }, Item("b", "visit"));
        var issue = Only(AuthorityIssueKind.LeadNotAdmitted, AuthorityAnalysis.Run(AuthorityList(Healthy), entries, [Root], Day, Day));
        Assert.Equal((severity, ["lead"], ["a"]), (issue.Finding.Severity, issue.Rules, issue.CausedBy));
    }

    // A rule that has been over for long is found from any later day on, and so is one that is still to come until then.
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(-1, 0, false)]
    [InlineData(-9, -1, false)]
    [InlineData(-9, -2, false)]
    [InlineData(5, 9, true)]
    public void Run_ARuleThatIsOver_IsOutOfTermFromThenOn(int from, int to, bool isOver)
    {
        var old = Rule("old", AuthorityStance.May, "grid-worker", "report", "visit") with { ValidTo = Day.PlusDays(-1) };
        var issues = AuthorityAnalysis.Run(AuthorityList([.. Healthy, old]), null, [Root], Day.PlusDays(from), Day.PlusDays(to)).Issues;
        Assert.Equal(isOver ? [AuthorityIssueKind.RuleOutOfTerm] : [], issues.Select(static issue => issue.Kind));
    }

    [Fact]
    public void DaysOf_ADayToBeginOrEndWith_KeepToIt()
    {
        var list = AuthorityList(Rule("r", AuthorityStance.May, "grid-worker", "report", "visit") with { ValidFrom = Day, ValidTo = Day.PlusDays(5) });
        Assert.Equal((Day, Day.PlusDays(6)), AuthorityAnalysis.DaysOf(list, null));
        Assert.Equal((Day.PlusDays(2), Day.PlusDays(6)), AuthorityAnalysis.DaysOf(list, null, Day.PlusDays(2)));
        Assert.Equal((Day.PlusDays(8), Day.PlusDays(8)), AuthorityAnalysis.DaysOf(list, null, Day.PlusDays(8)));
        Assert.Equal((Day, Day.PlusDays(3)), AuthorityAnalysis.DaysOf(list, null, null, Day.PlusDays(3)));
        Assert.Equal((Day.PlusDays(-3), Day.PlusDays(-3)), AuthorityAnalysis.DaysOf(list, null, null, Day.PlusDays(-3)));
        Assert.Equal((Day.PlusDays(1), Day.PlusDays(2)), AuthorityAnalysis.DaysOf(list, null, Day.PlusDays(1), Day.PlusDays(2)));
        Assert.Throws<ArgumentNullException>(() => AuthorityAnalysis.DaysOf(null!, null));
    }

    [Fact]
    public void Run_HandlerWhoMayVerify_IsDutiesNotSeparatedUnlessOnCondition()
    {
        var rule = Rule("self", AuthorityStance.May, "grid-worker", "verify", "patrol");

        var issue = Only(AuthorityIssueKind.DutiesNotSeparated, Run(Healthy.Append(rule)));

        Assert.Equal(["lead", "self"], issue.Rules);
        Assert.Equal(["handle", "verify"], issue.Witnesses.Select(static request => request.Action));
        Assert.Empty(Run(Healthy.Append(rule with { Conditions = ["not-the-handler"] })).Issues);
    }

    [Fact]
    public void Run_RulesThatDoNothing_AreNamed()
    {
        var report = Run(Healthy
            .Append(Rule("old", AuthorityStance.May, "village-head", "report", "patrol") with { ValidTo = Day.PlusDays(-1) })
            .Append(Rule("nobody", AuthorityStance.May, "grid-worker", "report", "patrol") with { Levels = ["county"] })
            .Append(Rule("elsewhere", AuthorityStance.May, "grid-worker", "report", "patrol") with { Places = ["2"] })
            .Append(Rule("to-come", AuthorityStance.MustNot, "grid-worker", "report", "patrol") with { ValidFrom = Day.PlusDays(30) }));

        Assert.Equal(
            ["elsewhere RuleUnreachable", "nobody RuleUnreachable", "old RuleOutOfTerm", "to-come RuleOutOfTerm"],
            report.Issues.Select(static issue => $"{issue.Rules[0]} {issue.Kind}"));
        Assert.All(report.Findings, static finding => Assert.NotEqual(finding.Code, finding.Message.En()));
    }

    [Fact]
    public void Run_RuleOutOfTerm_IsShownInItsTermAndOnTheNearestDayLookedAt()
    {
        var report = Run(Healthy
            .Append(Rule("old", AuthorityStance.May, "village-head", "report", "patrol") with { ValidTo = Day.PlusDays(-1) })
            .Append(Rule("to-come", AuthorityStance.May, "grid-worker", "report", "patrol") with { ValidFrom = Day.PlusDays(30), ValidTo = Day.PlusDays(40) }));

        Assert.Equal([Day.PlusDays(-1), Day], report.Issues[0].Witnesses.Select(static witness => witness.At.Date));
        Assert.Equal([Day.PlusDays(30), Day.PlusDays(9)], report.Issues[1].Witnesses.Select(static witness => witness.At.Date));
    }

    // Somebody is made up whom the rule does fit: a post of departments where it names departments, a spatial one where it does not.
    [Theory]
    [InlineData("", "health", "grid", "head@health (grid)")]
    [InlineData("handler", "", "grid", "handler@civil-affairs (grid)")]
    [InlineData("verifier", "health", "", "verifier@health (county)")]
    [InlineData("verifier", "", "county", "verifier (county)")]
    public void Run_RuleThatFitsNobody_IsShownBySomebodyWhomItWouldFit(string post, string department, string level, string expected)
    {
        var issue = Only(AuthorityIssueKind.RuleUnreachable, Run(Healthy.Append(Rule("r", AuthorityStance.May, post, "report", "patrol") with
        {
            Departments = department.Length == 0 ? [] : [department],
            Levels = level.Length == 0 ? [] : [level],
        })));

        var witness = Assert.Single(issue.Witnesses);
        Assert.Equal(expected, new AuthorityHolder(witness.Post, witness.Department, witness.Level).ToString());
    }

    [Fact]
    public void Run_RuleForDepartmentsWherePostsHaveNone_IsShownByTheFirstPost()
    {
        var establishment = SmallCounty.Compile(EquatableArray.From(SmallCounty.Posts.Where(static post => !post.IsOfDepartment)), SmallCounty.Departments);
        var matters = MatterCatalogue.Compile([Matters[0]], establishment, out _)!;
        var list = Sdk.Permissions.AuthorityList.Compile(Powers(Healthy[0] with { Matters = ["patrol"] }, Rule("r", AuthorityStance.May, "", "report", "patrol") with { Departments = ["health"] }), matters, establishment, out _)!;

        var witness = Only(AuthorityIssueKind.RuleUnreachable, AuthorityAnalysis.Run(list, null, [Root], Day, Day)).Witnesses[0];

        Assert.Equal(("commander", "health", "county"), (witness.Post, witness.Department, witness.Level));
    }

    [Fact]
    public void Run_LeadsOfOtherKindsOfUnit_AreOneEach()
    {
        AuthorityRule[] rules = [.. Healthy, Rule("second", AuthorityStance.Lead, "dispatcher", "handle", "patrol") with { Kinds = [GridKind.Dedicated] }];
        rules[0] = rules[0] with { Matters = ["visit"] };
        var elsewhere = Rule("elsewhere", AuthorityStance.Lead, "grid-worker", "handle", "patrol") with { Kinds = [GridKind.Comprehensive] };

        // In every other kind of unit nobody leads, and nothing else is wrong.
        var gap = Only(AuthorityIssueKind.NoAuthority, Run([.. rules, elsewhere]));
        Assert.Equal(("patrol", null), (gap.Matter, gap.Witnesses[0].Kind));

        var several = Only(AuthorityIssueKind.SeveralLeads, Run([.. rules, elsewhere with { Kinds = [] }]));
        Assert.Equal(["elsewhere", "second"], several.Rules);
        Assert.Equal([GridKind.Dedicated, GridKind.Dedicated], several.Witnesses.Select(static witness => witness.Kind!.Value));
    }

    [Fact]
    public void Run_KindsOfUnitTogether_CoverOneRule()
    {
        var rule = Rule("whole", AuthorityStance.May, "village-head", "report", "patrol") with { Kinds = [GridKind.Village, GridKind.Community] };
        var report = Run([.. Healthy, rule, rule with { Code = "a-village", Kinds = [GridKind.Village] }, rule with { Code = "b-community", Kinds = [GridKind.Community], Actions = ["report", "verify"], Conditions = [] }]);

        // Of what says the same the part goes; where neither is a part of the other, both stay.
        Assert.Equal(["a-village"], Only(AuthorityIssueKind.RuleRedundant, report).Rules);
        Assert.Empty(Run([.. Healthy, rule with { Code = "a-village", Kinds = [GridKind.Village] }, rule with { Code = "all", Kinds = [GridKind.Community] }]).Issues);
    }

    // Nobody of a department sits in a unit.
    [Fact]
    public void Run_RuleForADepartmentAndAKindOfUnit_FitsNobody() => Assert.Equal(
        GridKind.Dedicated,
        Only(AuthorityIssueKind.RuleUnreachable, Run(Healthy.Append(Rule("r", AuthorityStance.May, "handler", "report", "patrol") with { Kinds = [GridKind.Dedicated] }))).Witnesses[0].Kind);

    [Fact]
    public void Run_OfTwoRulesThatSayTheSame_TheLaterByCodeAddsNothing()
    {
        var rule = Rule("b", AuthorityStance.May, "village-head", "report", "patrol");

        var issue = Only(AuthorityIssueKind.RuleRedundant, Run(Healthy.Append(rule).Append(rule with { Code = "a" })));

        Assert.Equal((["b"], ["a"]), (issue.Rules, issue.CausedBy));
    }

    [Fact]
    public void Run_WithoutDays_LooksFromTheFirstTermToTheDayAfterTheLast()
    {
        var rules = Healthy.ToArray();
        rules[0] = rules[0] with { ValidFrom = Day, ValidTo = Day.PlusDays(5) };

        var report = AuthorityAnalysis.Run(AuthorityList(rules), null, [Root]);

        Assert.Equal(["patrol", "visit"], report.Issues.Select(static issue => issue.Matter));
        Assert.All(report.Issues, static issue => Assert.Equal(Day.PlusDays(6), issue.Witnesses[0].At.Date));
        Assert.Empty(AuthorityAnalysis.Run(AuthorityList(Healthy), null, [Root]).Issues);
    }

    [Fact]
    public void Run_WithoutPlacesOrDays_IsTheCallersMistake()
    {
        Assert.Throws<ArgumentException>(static () => AuthorityAnalysis.Run(AuthorityList(), null, [], Day, Day));
        Assert.Throws<ArgumentException>(static () => AuthorityAnalysis.Run(AuthorityList(), null, [Root], Day, Day.PlusDays(-1)));
    }

    private static AuthorityReport Run(IEnumerable<AuthorityRule> rules) =>
        AuthorityAnalysis.Run(AuthorityList(rules.ToArray()), null, [Root], Day, Day.PlusDays(9));

    private static AuthorityIssue Only(AuthorityIssueKind kind, AuthorityReport report)
    {
        var issue = Assert.Single(report.Issues);
        Assert.Equal(kind, issue.Kind);
        return issue;
    }
}
