using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tests.Permissions.Analysis;

/// <summary>Sound lists at random, and defects planted into them by whoever has never seen the analysis.</summary>
internal sealed class Planted
{
    private static readonly string[] Handled = ["patrol", "visit", "illegal-building"];
    private readonly Random _random;
    private readonly List<AuthorityRule> _rules = [];
    private EquatableArray<string> _posts = [];
    private readonly HashSet<string> _listed = ["patrol", "visit", "illegal-building"];

    public Planted(int seed)
    {
        _random = new Random(seed);
        foreach (var matter in Handled)
        {
            var lead = matter is "illegal-building" ? Rule($"lead-{matter}", AuthorityStance.Lead, "handler", "handle", matter) with { Departments = [One("civil-affairs", "health")] }
                : Rule($"lead-{matter}", AuthorityStance.Lead, One("grid-worker", "village-head"), "handle", matter);
            _rules.Add(lead);
            Maybe(Rule($"manage-{matter}", One(AuthorityStance.CoManage, AuthorityStance.Must, AuthorityStance.Assist), "commander", "handle", matter));
        }

        _rules.Add(Rule("verify", AuthorityStance.Lead, "verifier", "verify", "*"));
        _rules.Add(Rule("audit", AuthorityStance.Must, "commander", "audit", One(Handled)));
        _rules.Add(Rule("administer", AuthorityStance.Must, "dispatcher", "administer", One(Handled)));
        Maybe(Rule("report", AuthorityStance.Must, "grid-worker", "report", "*"));
        Maybe(Rule("report-village", AuthorityStance.May, "village-head", "report", One(Handled)));
        Maybe(Rule("never", AuthorityStance.MustNot, "grid-worker", "audit", "*"));

        // Kept apart by who handled: neither is a defect.
        Maybe(Rule("verify-others", AuthorityStance.May, "village-head", "verify", "*") with { Conditions = _random.Next(2) == 0 ? ["not-the-handler"] : ["legal-basis-cited", "not-the-handler"] });
        if (_random.Next(2) == 0)
        {
            _rules.AddRange([Rule("verify-in-grid", AuthorityStance.May, "grid-worker", "verify", "*"), Rule("verify-not-own", AuthorityStance.MustNot, "grid-worker", "verify", "*") with { Conditions = ["is-the-handler"] }]);
        }
    }

    /// <summary>What each planter makes of a sound list: the matter or the rule that is ill.</summary>
    public static (AuthorityIssueKind Kind, Func<Planted, string> Plant)[] Planters =>
    [
        (AuthorityIssueKind.NoAuthority, static list => list.Silence(list.One(Handled))),
        (AuthorityIssueKind.NoLead, static list => list.Demote(list.One(Handled))),
        (AuthorityIssueKind.SeveralLeads, static list => list.Add(list.One(Handled), static (matter, _) => Rule("zz-lead", AuthorityStance.Lead, "dispatcher", "handle", matter))),
        (AuthorityIssueKind.ExceedsScope, static list => list.Add(list.One("council", "levy"), static (matter, who) => Rule("zz-scope", AuthorityStance.May, who, "handle", matter))),
        (AuthorityIssueKind.LeadNotAdmitted, static list => list.Unlist(list.One("patrol", "visit"))),
        (AuthorityIssueKind.DutiesNotSeparated, static list => list.VerifyOnesOwn(list.One(Handled))),
        (AuthorityIssueKind.DutiesNotSeparated, static list => list.VerifyOnesOwnUnderACondition(list.One(Handled))),
        (AuthorityIssueKind.DutiesNotSeparated, static list => list.VerifyOnesOwnButSometimes(list.One(Handled))),
        (AuthorityIssueKind.DutiesNotExclusive, static list => list.ExcludeSometimes()),
        (AuthorityIssueKind.HandlerNotAdmitted, static list => list.HandleUnlisted()),
        (AuthorityIssueKind.HandlerNotAdmitted, static list => list.HandleForOthers(list.One("patrol", "visit"))),
        (AuthorityIssueKind.RuleRedundant, static list => list.Weaken()),
        (AuthorityIssueKind.RuleOutOfTerm, static list => list.AddRule(Rule("zz-late", AuthorityStance.May, "head", "report", list.One(Handled)) with { ValidTo = SmallLists.Day.PlusDays(-1 - list._random.Next(9)) })),
        (AuthorityIssueKind.RuleShadowed, static list => list.Shadow(list.One(Handled))),
        (AuthorityIssueKind.RuleUnreachable, static list => list.AddRule(Rule("zz-nobody", AuthorityStance.May, list.One("grid-worker", "verifier"), "report", list.One(Handled)) with { Departments = [list.One("health", "civil-affairs")] })),
        (AuthorityIssueKind.DutiesNotExclusive, static list => list.Exclude()),
        (AuthorityIssueKind.RuleRedundant, static list => list.Repeat()),
        (AuthorityIssueKind.RuleRedundant, static list => list.Divide()),
        (AuthorityIssueKind.RuleUnreachable, static list => list.AddRule(Rule("zz-elsewhere", list.One(AuthorityStance.May, AuthorityStance.MustNot), "head", "report", list.One(Handled)) with { Places = ["2"] })),
        (AuthorityIssueKind.RuleConflict, static list => list.Contradict(list.One(Handled))),
    ];

    public AuthorityListDefinition Definition => SmallLists.Powers([.. _rules]) with
    {
        Actions = [.. SmallLists.Powers().Actions, new AuthorityTerm("audit", new LocalizedText("audit", "审计")), new AuthorityTerm("administer", new LocalizedText("administer", "管理系统"))],
        Exclusive = [["audit", "administer"]],
    };

    public EntryList Entries => SmallLists.EntryList(SmallLists.Item("item", [.. _listed.Order(StringComparer.Ordinal)]) with { Posts = _posts });

    public AuthorityList List => SmallLists.AuthorityList(Definition);

    public AuthorityReport Analyse() => AuthorityAnalysis.Run(List, Entries, [GridCode.Parse("1")], SmallLists.Day, SmallLists.Day.PlusDays(3));

    private static AuthorityRule Rule(string code, AuthorityStance stance, string who, string action, string matter) => SmallLists.Rule(code, stance, who, action, matter);

    private T One<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private void Maybe(AuthorityRule rule)
    {
        if (_random.Next(2) == 0)
        {
            _rules.Add(rule);
        }
    }

    private string Silence(string matter)
    {
        _rules.RemoveAll(rule => rule.Actions.Contains("handle") && rule.Matters.Contains(matter));
        return matter;
    }

    private string Demote(string matter)
    {
        var i = _rules.FindIndex(rule => string.Equals(rule.Code, $"lead-{matter}", StringComparison.Ordinal));
        _rules[i] = _rules[i] with { Stance = One(AuthorityStance.May, AuthorityStance.CoManage, AuthorityStance.Assist) };
        return matter;
    }

    private string Add(string matter, Func<string, string, AuthorityRule> rule)
    {
        _rules.Add(rule(matter, One("grid-worker", "village-head", "commander")));
        return matter;
    }

    private string AddRule(AuthorityRule rule)
    {
        _rules.Add(rule);
        return rule.Code;
    }

    private string Unlist(string matter)
    {
        _listed.Remove(matter);
        _rules.RemoveAll(rule => string.Equals(rule.Code, $"manage-{matter}", StringComparison.Ordinal));
        return matter;
    }

    private string VerifyOnesOwn(string matter)
    {
        var lead = _rules.Single(rule => string.Equals(rule.Code, $"lead-{matter}", StringComparison.Ordinal));
        _rules.RemoveAll(static rule => rule.Code is "verify-not-own" or "verify-in-grid" or "verify-others");
        _rules.Add(lead with { Code = "zz-verify", Stance = AuthorityStance.May, Actions = ["verify"] });
        return matter;
    }

    private string VerifyOnesOwnUnderACondition(string matter)
    {
        var lead = _rules.Single(rule => string.Equals(rule.Code, $"lead-{matter}", StringComparison.Ordinal));
        _rules.RemoveAll(static rule => rule.Code is "verify-not-own" or "verify-in-grid" or "verify-others");
        _rules.Add(lead with { Code = "zz-verify", Stance = AuthorityStance.Must, Actions = ["verify"], Conditions = One<EquatableArray<string>>(["legal-basis-cited"], ["is-the-handler"]) });
        return matter;
    }

    private string VerifyOnesOwnButSometimes(string matter)
    {
        VerifyOnesOwn(matter);
        _rules.Add(_rules.Single(static rule => rule.Code is "zz-verify") with { Code = "zz-not", Stance = AuthorityStance.MustNot, Conditions = ["legal-basis-cited"] });
        return matter;
    }

    private string ExcludeSometimes()
    {
        var both = Exclude();
        _rules.Add(_rules.Single(static rule => rule.Code is "zz-both") with { Code = "zz-not", Stance = AuthorityStance.MustNot, Conditions = ["legal-basis-cited"] });
        return both;
    }

    /// <summary>Lets somebody help with what is not on the list: its lead is of a department.</summary>
    private string HandleUnlisted()
    {
        _listed.Remove("illegal-building");
        _rules.RemoveAll(static rule => rule.Code is "manage-illegal-building");
        return AddRule(Rule("zz-helps", One(AuthorityStance.Assist, AuthorityStance.CoManage, AuthorityStance.May, AuthorityStance.Must), One("grid-worker", "village-head", "commander"), "handle", "illegal-building"));
    }

    /// <summary>Lets somebody carry what the list gives to others.</summary>
    private string HandleForOthers(string matter)
    {
        _posts = ["grid-worker", "village-head", "commander"];
        return AddRule(Rule("zz-carries", One(AuthorityStance.May, AuthorityStance.Must), "dispatcher", "handle", matter));
    }

    /// <summary>Permits once more, with a weaker bond, what is permitted.</summary>
    private string Weaken()
    {
        var lead = _rules.Single(static rule => rule.Code is "lead-patrol");
        return AddRule(lead with { Code = "aa-weaker", Stance = One(AuthorityStance.Assist, AuthorityStance.May, AuthorityStance.Must), Conditions = One<EquatableArray<string>>([], ["legal-basis-cited"]) });
    }

    private string Shadow(string matter)
    {
        _rules.Add(Rule("zz-ban", AuthorityStance.MustNot, "head", "report", One(matter, "*")));
        return AddRule(Rule("zz-shadowed", AuthorityStance.May, "head", "report", matter));
    }

    private string Exclude()
    {
        // Whoever administers also audits, or the other way round.
        var (who, other) = (_rules.Single(static rule => rule.Code is "administer"), _rules.Single(static rule => rule.Code is "audit"));
        _rules.Add(_random.Next(2) == 0 ? other with { Code = "zz-both", Posts = who.Posts } : who with { Code = "zz-both", Posts = other.Posts });
        return "zz-both";
    }

    /// <summary>Says once more what two rules that say more say each a part of: by who, by place or by time.</summary>
    private string Divide()
    {
        var whole = Rule("zz-whole", AuthorityStance.May, "head", "report", One(Handled)) with { Posts = ["head", "dispatcher"], Places = ["12", "13"] };
        var one = whole with { Code = "aa-one", Actions = ["report", "handle"], Matters = ["patrol", "visit", "illegal-building"] };
        var other = one with { Code = "aa-other" };
        var day = SmallLists.Day.PlusDays(_random.Next(3));
        (one, other) = _random.Next(3) switch
        {
            0 => (one with { Posts = ["head"] }, other with { Posts = ["dispatcher"] }),
            1 => (one with { Places = ["12"] }, other with { Places = ["13"] }),
            _ => (one with { ValidTo = day }, other with { ValidFrom = day.PlusDays(1) }),
        };
        _rules.AddRange([one, other]);
        return AddRule(whole);
    }

    /// <summary>Binds two to what one of them is forbidden.</summary>
    private string Contradict(string matter)
    {
        _rules.Add(Rule("zz-ban", AuthorityStance.MustNot, "head", One("report", "*"), One(matter, "*")));
        return AddRule(Rule("zz-bound", One(AuthorityStance.Must, AuthorityStance.CoManage), "head", "report", matter) with { Posts = ["head", "dispatcher"] });
    }

    private string Repeat()
    {
        var rule = One([.. _rules]);
        return AddRule(rule with { Code = "zz-repeat", Conditions = _random.Next(2) == 0 ? rule.Conditions : EquatableArray.From(rule.Conditions.Append("legal-basis-cited").Distinct()), Matters = rule.Matters.Contains("*") ? [One(Handled)] : rule.Matters, ValidTo = SmallLists.Day.PlusDays(_random.Next(5)) });
    }
}
