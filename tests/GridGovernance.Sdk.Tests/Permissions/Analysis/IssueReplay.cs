using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tests.Permissions.Analysis;

/// <summary>Puts the witnesses of an issue to the engine: they must show what the issue says.</summary>
internal static class IssueReplay
{
    public static void Check(AuthorityIssue issue, AuthorityList list, EntryList? entries, string[] places)
    {
        Assert.NotEmpty(issue.Witnesses);
        var decisions = issue.Witnesses.Select(witness => list.Decide(witness)).ToArray();
        switch (issue.Kind)
        {
            case AuthorityIssueKind.NoAuthority:
                Assert.False(Assert.Single(decisions).IsAllowed);
                Assert.All(Everybody(list, issue.Witnesses[0]), decision => Assert.False(decision.IsAllowed));
                break;
            case AuthorityIssueKind.NoLead:
                Assert.True(Assert.Single(decisions) is { IsAllowed: true, Stance: not AuthorityStance.Lead });
                Assert.DoesNotContain(Everybody(list, issue.Witnesses[0]), static decision => decision.Stance == AuthorityStance.Lead);
                break;
            case AuthorityIssueKind.SeveralLeads:
                Assert.True(decisions.Length > 1);
                Assert.All(decisions, static decision => Assert.Equal(AuthorityStance.Lead, decision.Stance));
                break;
            case AuthorityIssueKind.LeadNotAdmitted or AuthorityIssueKind.HandlerNotAdmitted:
                var lead = Assert.Single(decisions);
                Assert.True(lead.IsAllowed);
                Assert.Equal(issue.Kind == AuthorityIssueKind.LeadNotAdmitted, lead.Stance == AuthorityStance.Lead);
                Assert.Equal(issue.Rules, lead.Rules);
                Assert.False(Without(list, issue.Rules).Decide(lead.Request).IsAllowed);
                Assert.False(entries!.Admit(new AdmissionRequest(lead.Request.Matter, lead.Request.Level, lead.Request.Place, lead.Request.At.Date, lead.Request.Post)).IsAdmitted);
                break;
            case AuthorityIssueKind.ExceedsScope:
                Assert.True(Assert.Single(decisions).IsAllowed);
                Assert.True(list.Catalogue.TryFind(issue.Matter!, out var matter));
                Assert.Contains(entries!.Admit(new AdmissionRequest(matter.Code, "grid", issue.Witnesses[0].Place, issue.Witnesses[0].At.Date)).Verdict, new[] { AdmissionVerdict.OutsideGridPurpose, AdmissionVerdict.OnNegativeList });
                Assert.Equal(issue.Rules, decisions[0].Rules);
                Assert.False(Without(list, issue.Rules).Decide(issue.Witnesses[0]).IsAllowed);
                break;
            case AuthorityIssueKind.DutiesNotSeparated or AuthorityIssueKind.DutiesNotExclusive:
                Assert.Equal(2, decisions.Length);
                Assert.All(decisions, static decision => Assert.True(decision.IsAllowed));
                Assert.NotEqual(decisions[0].Request.Action, decisions[1].Request.Action);
                Assert.DoesNotContain("not-the-handler", issue.Kind == AuthorityIssueKind.DutiesNotSeparated ? issue.Witnesses[1].Conditions : []);
                break;
            default:
                CheckRule(issue, list, places);
                break;
        }
    }

    /// <summary>Decides a request as everybody of the establishment in units of its kind.</summary>
    private static IEnumerable<AuthorityDecision> Everybody(AuthorityList list, AuthorityRequest request) => AuthorityAnalysis.ActorsOf(list.Establishment).Select(actor =>
        list.Decide(request with { Post = actor.Post.Code, Department = actor.Department, Level = actor.Level, Kind = actor.Department is null ? request.Kind : null }));

    private static void CheckRule(AuthorityIssue issue, AuthorityList list, string[] places)
    {
        var code = Assert.Single(issue.Rules);
        var alone = Only(list, [code]);
        var first = issue.Witnesses[0];
        Assert.True(Speaks(alone, first));
        switch (issue.Kind)
        {
            case AuthorityIssueKind.RuleShadowed or AuthorityIssueKind.RuleConflict:
                Assert.Single(issue.Witnesses);
                Assert.False(list.Decide(first).IsAllowed);
                Assert.Equal(issue.CausedBy, list.Decide(first).Rules);
                Assert.NotEmpty(issue.CausedBy);
                Assert.Contains(code, Without(list, issue.CausedBy).Decide(first).Rules);
                Assert.True(Without(list, issue.CausedBy).Decide(first).IsAllowed);
                break;
            case AuthorityIssueKind.RuleOutOfTerm:
                Assert.Equal(2, issue.Witnesses.Count);
                Assert.Equal(first, issue.Witnesses[1] with { At = first.At });
                Assert.False(Speaks(alone, issue.Witnesses[1]));
                break;
            case AuthorityIssueKind.RuleUnreachable:
                var isKnown = AuthorityAnalysis.ActorsOf(list.Establishment).Any(actor => (actor.Post.Code, actor.Department, actor.Level) == (first.Post, first.Department, first.Level)) && (first.Kind is null || first.Department is null);
                Assert.False(isKnown && places.Contains(first.Place.ToString()));
                break;
            default:
                Assert.Equal(AuthorityIssueKind.RuleRedundant, issue.Kind);
                Assert.All(issue.Witnesses, witness => Assert.Equal(list.Decide(witness).Stance, Without(list, [code]).Decide(witness).Stance));
                Assert.All(issue.Witnesses, witness => Assert.True(Speaks(alone, witness)));
                Assert.All(issue.CausedBy, other => Assert.Contains(issue.Witnesses, witness => Speaks(Only(list, [other]), witness)));
                Assert.NotEmpty(issue.CausedBy);
                break;
        }
    }

    /// <summary>Says whether a list of one rule decides a request by it.</summary>
    private static bool Speaks(AuthorityList alone, AuthorityRequest request)
    {
        var rule = alone.Definition.Rules.Single();
        var decision = alone.Decide(request);
        return decision.Rules.Contains(rule.Code) && (rule.Stance == AuthorityStance.MustNot || decision.IsAllowed);
    }

    private static AuthorityList Only(AuthorityList list, EquatableArray<string> codes) => Of(list, list.Definition.Rules.Where(rule => codes.Contains(rule.Code)));

    private static AuthorityList Without(AuthorityList list, EquatableArray<string> codes) => Of(list, list.Definition.Rules.Where(rule => !codes.Contains(rule.Code)));

    private static AuthorityList Of(AuthorityList list, IEnumerable<AuthorityRule> rules) =>
        AuthorityList.Compile(list.Definition with { Rules = EquatableArray.From(rules) }, list.Catalogue, list.Establishment, out _)!;
}
