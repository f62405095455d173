namespace GridGovernance.Sdk.Permissions;

/// <summary>Collects issues about matters, each once.</summary>
internal sealed class IssueList
{
    private readonly List<AuthorityIssue> _issues = [];

    // INVARIANT: what was reported once for a matter, with the same kind, rules and people, is not reported for another place or day.
    private readonly HashSet<(AuthorityIssueKind Kind, FindingSeverity Severity, string Matter, string Action, string What)> _reported = [];

    internal IReadOnlyList<AuthorityIssue> Issues => _issues;

    internal static string Who(in AuthorityRequest request) => new AuthorityHolder(request.Post, request.Department, null).ToString();

    /// <summary>Returns the rules that some decisions rest on, in ordinal order.</summary>
    internal static EquatableArray<string> RulesOf(params ReadOnlySpan<AuthorityDecision> decisions)
    {
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            rules.UnionWith(decision.Rules);
        }

        return EquatableArray.From(rules);
    }

    internal void Add(
        AuthorityIssueKind kind, Matter matter, string message, EquatableArray<AuthorityRequest> witnesses, EquatableArray<string> rules, params ReadOnlySpan<object?> values) =>
        Add(new AuthorityIssue(kind, Finding.Warning(PermissionMessages.Catalogue[message, values])) { Matter = matter.Code, Rules = rules, Witnesses = witnesses });

    internal void Add(AuthorityIssue issue)
    {
        // The same rules and the same people at another place or on another day are the same issue.
        var what = $"{string.Join(' ', issue.Rules)}|{string.Join(' ', issue.Delegations)}|"
            + string.Join(' ', issue.Witnesses.Select(static request => $"{request.Action} {new AuthorityHolder(request.Post, request.Department, request.Level)}"));
        if (_reported.Add((issue.Kind, issue.Finding.Severity, issue.Matter!, issue.Witnesses[0].Action, what)))
        {
            _issues.Add(issue with { Finding = issue.Finding with { Place = FindingPlace.At("") with { Subject = issue.Matter } } });
        }
    }
}
