using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Permissions.SmallLists;

namespace GridGovernance.Sdk.Tests.Permissions;

public sealed class AuthorityListTests
{
    [Fact]
    public void Decide_WithoutAnyRule_IsDeniedAsNoSuchAction()
    {
        var list = AuthorityList(Rule("r", AuthorityStance.May, "grid-worker", "report", "patrol"));

        var refusal = Denied(list.Decide(Ask("grid-worker", "handle", "patrol")), RefusalKind.NoSuchAction, "permissions.no-rule");

        Assert.Empty(refusal.Rules);
        Assert.Contains("report", refusal.Nearest!.En(), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_RuleForAnother_IsDeniedAsNotYourRoleAndNamesWhoLeads()
    {
        var list = AuthorityList(
            Rule("lead", AuthorityStance.Lead, "handler", "handle", "patrol") with { Departments = ["health"] },
            Rule("help", AuthorityStance.Assist, "village-head", "handle", "patrol"));

        var refusal = Denied(list.Decide(Ask("grid-worker", "handle", "patrol")), RefusalKind.NotYourRole, "permissions.not-your-role");

        Assert.Equal(["help", "lead"], refusal.Rules);
        Assert.Equal("These may do it: handler@health.", refusal.Nearest!.En());
    }

    [Fact]
    public void Decide_RuleForAnotherWithoutALead_NamesWhoeverMay() => Assert.Equal(
        "These may do it: village-head.",
        Denied(AuthorityList(Rule("help", AuthorityStance.Assist, "village-head", "handle", "patrol")).Decide(Ask("grid-worker", "handle", "patrol")),
            RefusalKind.NotYourRole, "permissions.not-your-role").Nearest!.En());

    [Fact]
    public void Decide_RuleForOtherPlaces_IsDeniedAsNotYourGrid()
    {
        var list = AuthorityList(Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with { Places = ["13", "124"] });

        var refusal = Denied(list.Decide(Ask("grid-worker", "handle", "patrol")), RefusalKind.NotYourGrid, "permissions.not-your-place");

        Assert.Equal("It holds in: 124, 13.", refusal.Nearest!.En());
    }

    [Fact]
    public void Decide_OutsideOnesOwnArea_IsDeniedUnlessTheRuleReachesBeyond()
    {
        var rule = Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol");
        var request = Ask("grid-worker", "handle", "patrol") with { OwnArea = GridCode.Parse("124") };

        Denied(AuthorityList(rule).Decide(request), RefusalKind.NotYourGrid, "permissions.not-your-place");
        Assert.True(AuthorityList(rule with { BeyondOwnArea = true }).Decide(request).IsAllowed);
        Assert.True(AuthorityList(rule).Decide(request with { OwnArea = GridCode.Parse("12") }).IsAllowed);
    }

    [Fact]
    public void Decide_ProhibitionOutsideOnesOwnArea_HoldsAllTheSame()
    {
        var list = AuthorityList(
            Rule("may", AuthorityStance.May, "grid-worker", "handle", "patrol") with { BeyondOwnArea = true },
            Rule("not", AuthorityStance.MustNot, "grid-worker", "handle", "patrol"));

        Assert.False(list.Decide(Ask("grid-worker", "handle", "patrol") with { OwnArea = GridCode.Parse("124") }).IsAllowed);
    }

    [Theory]
    [InlineData(1, null, "It works from 2026-02-03.")]
    [InlineData(null, -1, "It worked until 2026-02-01.")]
    public void Decide_RuleOutOfTime_IsDeniedAsOutsideListOrTime(int? from, int? to, string nearest)
    {
        var list = AuthorityList(Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with
        {
            ValidFrom = from is null ? null : Day.PlusDays(from.Value),
            ValidTo = to is null ? null : Day.PlusDays(to.Value),
        });

        var refusal = Denied(list.Decide(Ask("grid-worker", "handle", "patrol")), RefusalKind.OutsideListOrTime, "permissions.rule-out-of-time");

        Assert.Equal(nearest, refusal.Nearest!.En());
    }

    [Fact]
    public void Decide_RuleOnItsFirstAndLastDay_Holds() => Assert.True(
        AuthorityList(Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with { ValidFrom = Day, ValidTo = Day }).Decide(Ask("grid-worker", "handle", "patrol")).IsAllowed);

    [Fact]
    public void Decide_UnmetCondition_IsDeniedAndNamesIt()
    {
        var list = AuthorityList(Rule("r", AuthorityStance.May, "verifier", "verify", "patrol") with { Conditions = ["not-the-handler", "legal-basis-cited"] });
        var request = Ask("verifier", "verify", "patrol") with { Conditions = ["legal-basis-cited"] };

        Assert.Equal(
            "It takes also: not-the-handler.",
            Denied(list.Decide(request), RefusalKind.ConditionUnmet, "permissions.condition-unmet").Nearest!.En());
        Assert.True(list.Decide(request with { Conditions = ["not-the-handler", "legal-basis-cited", "made-up"] }).IsAllowed);
    }

    [Fact]
    public void Decide_Prohibition_WinsOverEveryPermission()
    {
        var list = AuthorityList(
            Rule("lead", AuthorityStance.Lead, "grid-worker", "handle", "patrol"),
            Rule("not", AuthorityStance.MustNot, "grid-worker", "handle") with { Classes = ["duty"] });

        var decision = list.Decide(Ask("grid-worker", "handle", "patrol"));

        Assert.Equal(["not"], Denied(decision, RefusalKind.NotYourRole, "permissions.prohibited").Rules);
        Assert.Equal(["not"], decision.Rules);
    }

    [Fact]
    public void Decide_ProhibitionAndNoPermission_GivesBothReasons()
    {
        var list = AuthorityList(
            Rule("lead", AuthorityStance.Lead, "village-head", "handle", "patrol"),
            Rule("not", AuthorityStance.MustNot, "grid-worker", "handle", "patrol"));

        Assert.Equal(["permissions.prohibited", "permissions.not-your-role"], list.Decide(Ask("grid-worker", "handle", "patrol")).Refusals.Select(static refusal => refusal.Code));
    }

    [Theory]
    [InlineData("", null, null, false, RefusalKind.NoSuchAction)]
    [InlineData("grid-worker", null, null, false, RefusalKind.NotYourRole)]
    [InlineData("", "12", null, false, RefusalKind.NotYourGrid)]
    [InlineData("", null, "legal-basis-cited", false, RefusalKind.ConditionUnmet)]
    [InlineData("", null, null, true, RefusalKind.OutsideListOrTime)]
    public void Decide_Prohibition_HasTheCauseThatItTurnsOn(string post, string? place, string? condition, bool term, RefusalKind expected)
    {
        var list = AuthorityList(
            Rule("lead", AuthorityStance.Lead, "grid-worker", "handle", "patrol"),
            Rule("not", AuthorityStance.MustNot, post, "*", "*") with
            {
                Places = place is null ? [] : [place],
                Conditions = condition is null ? [] : [condition],
                ValidTo = term ? Day : null,
            });

        Assert.Equal(expected, list.Decide(Ask("grid-worker", "handle", "patrol") with { Conditions = ["legal-basis-cited"] }).Cause);
    }

    [Fact]
    public void Decide_SeveralPermissions_NamesAllAndTheStrongest()
    {
        var list = AuthorityList(
            Rule("b", AuthorityStance.May, "grid-worker", "*", "*"),
            Rule("a", AuthorityStance.Lead, "grid-worker", "handle", "patrol"),
            Rule("c", AuthorityStance.Assist, "", "handle") with { Classes = ["duty"], Levels = ["grid"] });

        var decision = list.Decide(Ask("grid-worker", "handle", "patrol"));

        Assert.True(decision.IsAllowed);
        Assert.Equal(AuthorityStance.Lead, decision.Stance);
        Assert.Equal(["a", "b", "c"], decision.Rules);
        Assert.Null(decision.Cause);
        Assert.Empty(decision.Refusals);
        Assert.Equal(3, decision.Explain().Count);
        Assert.Contains("主体责任", decision.Explain()[0].Zh(), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_RuleOfADepartment_FitsNobodyOutsideIt()
    {
        var list = AuthorityList(Rule("r", AuthorityStance.Lead, "handler", "handle", "patrol") with { Departments = ["health"] });

        Assert.True(list.Decide(Ask("handler", "handle", "patrol", "health")).IsAllowed);
        Assert.False(list.Decide(Ask("handler", "handle", "patrol", "civil-affairs")).IsAllowed);
        Assert.False(list.Decide(Ask("handler", "handle", "patrol") with { Level = "county" }).IsAllowed);
    }

    [Theory]
    [InlineData("grid-worker", "fly", "patrol", null, RefusalKind.NoSuchAction, "permissions.unknown-action")]
    [InlineData("grid-worker", "handle", "nothing", null, RefusalKind.OutsideListOrTime, "permissions.unknown-matter")]
    [InlineData("nobody", "handle", "patrol", null, RefusalKind.NotYourRole, "permissions.unknown-actor")]
    [InlineData("handler", "handle", "patrol", "nowhere", RefusalKind.NotYourRole, "permissions.unknown-actor")]
    public void Decide_AboutTheUnknown_IsDeniedThoughARuleIsForAll(string post, string action, string matter, string? department, RefusalKind kind, string code)
    {
        var list = AuthorityList(Rule("r", AuthorityStance.Lead, "", "*", "*") with { Levels = ["county", "village", "grid"] });

        Denied(list.Decide(Ask(post, action, matter, department)), kind, code);
    }

    [Fact]
    public void Decide_TenThousandTimes_AllocatesNothing()
    {
        var list = AuthorityList(
            Rule("a", AuthorityStance.Lead, "grid-worker", "handle", "patrol") with { Places = ["12"], Conditions = ["not-the-handler"] },
            Rule("b", AuthorityStance.MustNot, "handler", "*", "*"));
        var request = Ask("grid-worker", "handle", "patrol") with { Conditions = ["not-the-handler"], OwnArea = GridCode.Parse("12") };
        var allowed = list.Decide(request).IsAllowed;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            allowed &= list.Decide(request).IsAllowed;
        }

        Assert.True(allowed);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void LeadsFor_OneLead_NamesItWithItsRules()
    {
        var list = AuthorityList(
            Rule("b", AuthorityStance.Lead, "handler", "handle", "patrol") with { Departments = ["health"] },
            Rule("a", AuthorityStance.Lead, "handler", "handle") with { Classes = ["duty"], Departments = ["health"] },
            Rule("c", AuthorityStance.Must, "grid-worker", "handle", "patrol"));

        var lead = Assert.Single(list.LeadsFor("patrol", "handle", GridCode.Parse("123"), Day.AtMidnight()));

        Assert.Equal(new AuthorityHolder("handler", "health", null), lead.Holder);
        Assert.Equal(["a", "b"], lead.Rules);
    }

    [Fact]
    public void LeadsFor_SeveralLeads_NamesThemAllInOrder()
    {
        var list = AuthorityList(Rule("a", AuthorityStance.Lead, "handler", "handle", "patrol") with { Departments = ["health", "civil-affairs"], Levels = ["county"] });

        Assert.Equal(
            ["handler@civil-affairs (county)", "handler@health (county)"],
            list.LeadsFor("patrol", "handle", GridCode.Parse("123"), Day.AtMidnight()).Select(static lead => lead.Holder.ToString()));
    }

    [Theory]
    [InlineData(GridKind.Dedicated, true)]
    [InlineData(GridKind.Micro, true)]
    [InlineData(GridKind.Comprehensive, false)]
    [InlineData(GridKind.Division, false)]
    [InlineData(null, false)]
    public void Decide_RuleForSomeKindsOfUnit_FitsWhoSitsInOne(GridKind? kind, bool isFor)
    {
        var rule = Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with { Kinds = [GridKind.Micro, GridKind.Dedicated] };
        var all = Rule("all", AuthorityStance.May, "grid-worker", "handle", "patrol");
        var request = Ask("grid-worker", "handle", "patrol") with { Kind = kind };

        Assert.Equal(isFor, AuthorityList(rule).Decide(request).IsAllowed);
        Assert.Equal(isFor, AuthorityList(rule with { Conditions = ["not-the-handler"], Places = ["12"] }).Decide(request with { Conditions = ["not-the-handler"] }).IsAllowed);
        Assert.Equal(!isFor, AuthorityList(all, rule with { Stance = AuthorityStance.MustNot }).Decide(request).IsAllowed);
        if (!isFor)
        {
            Assert.Equal(
                "These may do it: grid-worker (dedicated), grid-worker (micro).",
                Denied(AuthorityList(rule).Decide(request), RefusalKind.NotYourRole, "permissions.not-your-role").Nearest!.En());
        }
        else
        {
            Assert.Equal(RefusalKind.NotYourRole, AuthorityList(all, rule with { Posts = [], Stance = AuthorityStance.MustNot }).Decide(request).Cause);
        }
    }

    [Fact]
    public void IdsOf_AKindOfUnit_AreThoseOfItsRequest()
    {
        var list = AuthorityList(Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with { Kinds = [GridKind.Dedicated, GridKind.Village] });
        foreach (var (kind, number) in new (GridKind?, int)[] { (null, 0), (GridKind.Cell, 0), (GridKind.Village, 1), (GridKind.Dedicated, 2) })
        {
            Assert.True(list.TryFindIds(Ask("grid-worker", "handle", "patrol") with { Kind = kind }, out var ids));
            Assert.Equal(ids, list.IdsOf(0, 1, 4, null, 2, Day, kind));
            Assert.Equal((number, 2, number > 0), (ids.Kind, ids.Level, list.Decide(ids, GridCode.Parse("123"), true) == AuthorityStance.May));
        }
    }

    // Who says no more than who asks and where is given no more than the request by codes that says no more: a default deny.
    [Fact]
    public void Decide_ByNumbersAlone_PermitsNoMoreThanWhatHoldsAnywhereWithoutConditions()
    {
        AuthorityStance Ask(AuthorityRule rule, string place = "123")
        {
            var list = AuthorityList(rule, Rule("not", AuthorityStance.MustNot, "", "handle", "patrol") with { Places = ["13"] });
            return list.Decide(list.IdsOf(0, 1, 4, null, 2, Day), GridCode.Parse(place));
        }

        var may = Rule("r", AuthorityStance.Must, "grid-worker", "handle", "patrol");
        Assert.Equal(AuthorityStance.MustNot, Ask(may));
        Assert.Equal(AuthorityStance.Must, Ask(may with { BeyondOwnArea = true }));
        Assert.Equal(AuthorityStance.MustNot, Ask(may with { BeyondOwnArea = true }, "13"));
        Assert.Equal(AuthorityStance.MustNot, Ask(may with { BeyondOwnArea = true, Conditions = ["legal-basis-cited"] }));
    }

    [Fact]
    public void LeadsFor_LeadsOfSomeKindsOfUnit_NamesEach()
    {
        var list = AuthorityList(
            Rule("a", AuthorityStance.Lead, "grid-worker", "handle", "patrol") with { Kinds = [GridKind.Dedicated, GridKind.OffTerritory, GridKind.Micro] },
            Rule("n", AuthorityStance.MustNot, "", "handle", "patrol") with { Kinds = [GridKind.Micro] });

        Assert.Equal(["grid-worker (dedicated)", "grid-worker (off-territory)"], list.LeadsFor("patrol", "handle", GridCode.Parse("123"), Day.AtMidnight()).Select(static lead => lead.Holder.ToString()));
    }

    // A rule for a level stops whoever is at it: a post at its own level, a department's at that of the department, or the one that the rule names.
    [Theory]
    [InlineData("handler", "health", null, "county", true)]
    [InlineData("handler", "health", null, "village", false)]
    [InlineData("", "health", null, "county", true)]
    [InlineData("handler", "health", "village", "village", true)]
    [InlineData("handler", "health", "village", "county", false)]
    [InlineData("verifier", null, null, "village", true)]
    [InlineData("verifier", null, "county", "village", false)]
    public void LeadsFor_LeadAtTheLevelOfAProhibition_LeavesItOut(string post, string? department, string? level, string forbidden, bool stopped)
    {
        var list = AuthorityList(
            Rule("a", AuthorityStance.Lead, post, "handle", "patrol") with { Departments = department is null ? [] : [department], Levels = level is null ? [] : [level] },
            Rule("n", AuthorityStance.MustNot, "", "handle", "patrol") with { Levels = [forbidden] });

        Assert.Equal(stopped, list.LeadsFor("patrol", "handle", GridCode.Parse("123"), Day.AtMidnight()).Count == 0);
    }

    [Fact]
    public void Decide_ForbiddenToAllWhoMight_NamesNobodyElse()
    {
        var refusal = Denied(
            AuthorityList(Rule("may", AuthorityStance.May, "grid-worker", "handle", "patrol"), Rule("not", AuthorityStance.MustNot, "", "handle", "patrol")).Decide(Ask("grid-worker", "handle", "patrol")),
            RefusalKind.NoSuchAction, "permissions.prohibited");

        Assert.Null(refusal.Nearest);
    }

    [Fact]
    public void Decide_OutsideOnesOwnAreaAndThePlaces_NamesNone()
    {
        var refusal = Denied(
            AuthorityList(Rule("r", AuthorityStance.May, "grid-worker", "handle", "patrol") with { Places = ["13"] }).Decide(Ask("grid-worker", "handle", "patrol") with { OwnArea = GridCode.Parse("124") }),
            RefusalKind.NotYourGrid, "permissions.not-your-place");

        Assert.Null(refusal.Nearest);
    }

    [Fact]
    public void Decide_RuleForAllAndSomeBesides_IsForAll()
    {
        var list = AuthorityList(Rule("r", AuthorityStance.May, "grid-worker", "report", "patrol", "*") with { Actions = ["report", "*"] });

        Assert.All(from action in new[] { "report", "handle", "verify" } from matter in Matters select (action, matter.Code), pair => Assert.True(list.Decide(Ask("grid-worker", pair.action, pair.Code)).IsAllowed));
    }

    [Theory]
    [InlineData("matter", -1, 0, 0, 0, 0)]
    [InlineData("matter", 5, 0, 0, 0, 0)]
    [InlineData("action", 0, -1, 0, 0, 0)]
    [InlineData("action", 0, 3, 0, 0, 0)]
    [InlineData("post", 0, 0, -1, 0, 0)]
    [InlineData("post", 0, 0, 7, 0, 0)]
    [InlineData("department", 0, 0, 0, -1, 0)]
    [InlineData("department", 0, 0, 0, 2, 0)]
    [InlineData("level", 0, 0, 0, null, -1)]
    [InlineData("level", 0, 0, 0, null, 3)]
    public void IdsOf_APositionOutOfItsList_IsTheCallersMistake(string name, int matter, int action, int post, int? department, int level) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => AuthorityList().IdsOf(matter, action, post, department, level, Day)).ParamName);

    [Fact]
    public void IdsOf_TheLastOfEverything_AreThoseOfTheirCodes()
    {
        var list = AuthorityList();
        Assert.True(list.TryFindIds(Ask("handler", "verify", "levy", "health") with { Level = "grid" }, out var ids));
        Assert.Equal(ids, list.IdsOf(4, 2, 6, 1, 2, Day));
        Assert.Equal((4, 2, 6, 1, 2, Day), (ids.Matter, ids.Action, ids.Post, ids.Department, ids.Level, ids.On));
    }

    [Fact]
    public void ConditionsOf_CodesTwiceAndUnknown_HasABitForEachKnown() =>
        Assert.Equal((0UL, 2UL, 3UL), (AuthorityList().ConditionsOf(["luck"]), AuthorityList().ConditionsOf(["legal-basis-cited", "legal-basis-cited"]), AuthorityList().ConditionsOf(["legal-basis-cited", "luck", "not-the-handler"])));

    [Theory]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("-", false)]
    [InlineData("A", false)]
    [InlineData("a_b", false)]
    [InlineData("a-1", true)]
    [InlineData("1", true)]
    public void Compile_OfACode_AsksForKebabCase(string code, bool isSound)
    {
        _ = Sdk.Permissions.AuthorityList.Compile(Powers(Rule(code, AuthorityStance.May, "grid-worker", "report", "patrol")), Catalogue, SmallCounty.Establishment, out var report);
        Assert.Equal(isSound ? [] : ["permissions.bad-code"], report.Select(static finding => finding.Code));
    }

    [Fact]
    public void LeadsFor_ElsewhereOrLater_NamesNobody()
    {
        var list = AuthorityList(Rule("a", AuthorityStance.Lead, "grid-worker", "handle", "patrol") with { Places = ["12"], ValidTo = Day });

        Assert.Single(list.LeadsFor("patrol", "handle", GridCode.Parse("123"), Day.AtMidnight()));
        Assert.Empty(list.LeadsFor("patrol", "handle", GridCode.Parse("13"), Day.AtMidnight()));
        Assert.Empty(list.LeadsFor("patrol", "handle", GridCode.Parse("123"), Day.PlusDays(1).AtMidnight()));
        Assert.Empty(list.LeadsFor("nothing", "handle", GridCode.Parse("123"), Day.AtMidnight()));
    }

    [Theory]
    [InlineData("grid-worker", "", "", "", true)]
    [InlineData("", "grid", "", "", true)]
    [InlineData("", "village", "", "", false)]
    [InlineData("grid-worker", "", "13", "", false)]
    [InlineData("grid-worker", "", "", "legal-basis-cited", false)]
    public void LeadsFor_LeadThatAProhibitionStops_LeavesItOut(string post, string level, string place, string condition, bool stopped)
    {
        var list = AuthorityList(
            Rule("a", AuthorityStance.Lead, "grid-worker", "handle", "patrol"),
            Rule("n", AuthorityStance.MustNot, post, "handle", "patrol") with
            {
                Levels = level.Length == 0 ? [] : [level],
                Places = place.Length == 0 ? [] : [place],
                Conditions = condition.Length == 0 ? [] : [condition],
            });

        Assert.Equal(stopped, list.LeadsFor("patrol", "handle", GridCode.Parse("123"), Day.AtMidnight()).Count == 0);
    }

    [Fact]
    public void Compile_ManyFaults_ReportsAllWithTheirPlaces()
    {
        var definition = Powers(
            Rule("a", AuthorityStance.May, "nobody", "fly", "nothing") with { Departments = ["x"], Levels = ["shire"], Classes = ["none"], Places = ["?"], Conditions = ["luck"], ValidFrom = Day, ValidTo = Day.PlusDays(-1) },
            Rule("a", AuthorityStance.May, "", "handle"),
            Rule("b", AuthorityStance.MustNot, "", "handle", "patrol") with { Actions = [], Source = "" });

        Assert.Null(Sdk.Permissions.AuthorityList.Compile(definition, Catalogue, SmallCounty.Establishment, out var report));

        Assert.Equal(
            [
                "/rules/0/actions/0 unknown-action-in", "/rules/0/classes/0 unknown-class", "/rules/0/conditions/0 unknown-condition", "/rules/0/departments/0 unknown-department",
                "/rules/0/levels/0 unknown-level", "/rules/0/matters/0 unknown-matter-in", "/rules/0/places/0 bad-place", "/rules/0/posts/0 unknown-post",
                "/rules/0/validTo ends-before-start", "/rules/1/code duplicate-code", "/rules/1/matters missing-field", "/rules/1/posts power-for-all",
                "/rules/2/actions missing-field", "/rules/2/source missing-field",
            ],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code[(finding.Code.IndexOf('.', StringComparison.Ordinal) + 1)..]}").Order(StringComparer.Ordinal));
    }

    private static Refusal Denied(AuthorityDecision decision, RefusalKind kind, string code)
    {
        Assert.False(decision.IsAllowed);
        Assert.Equal(kind, decision.Cause);
        var refusal = Assert.Single(decision.Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(kind, refusal.Kind);
        Assert.NotEqual(refusal.Code, refusal.Message.En());
        Assert.NotEqual(refusal.Message.En(), refusal.Message.Zh());
        return refusal;
    }
}
