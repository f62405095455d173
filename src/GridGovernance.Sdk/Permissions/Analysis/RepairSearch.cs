using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Looks for a minimal repair: one removal more at a time, and only of rules that the first issue left hangs on.</summary>
/// <remarks>An issue stays for as long as no rule goes that it hangs on. So every repair holds one of those rules, and following them misses none.</remarks>
internal sealed class RepairSearch
{
    private readonly AuthorityList _list;
    private readonly Func<AuthorityList, IEnumerable<AuthorityIssue>> _analyse;
    private readonly int _budget;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    // The matters and actions that each rule is about.
    private readonly Dictionary<string, HashSet<(string Matter, string Action)>> _cells;
    private int _analyses;
    private bool _isSpent;
    private bool _wasCut;
    private string[]? _best;

    internal RepairSearch(AuthorityList list, EntryList? entryList, GridCode[] places, LocalDate from, LocalDate to, int budget)
    {
        _list = list;
        _analyse = candidate => AuthorityAnalysis.Run(candidate, entryList, places, from, to).Issues.Where(static issue => issue.Finding.Severity != FindingSeverity.Info);
        _budget = budget;
        var ground = new AnalysisGround(list);
        _cells = list.Definition.Rules.ToDictionary(
            static rule => rule.Code, rule => ground.CellsOf(rule).Select(cell => (list.Catalogue.Matters[cell.Matter].Code, list.Definition.Actions[cell.Action].Code)).ToHashSet(), StringComparer.Ordinal);
    }

    internal AuthorityRepair Run()
    {
        var size = 0;
        do
        {
            _visited.Clear();
            _wasCut = false;
            Search([], size++);
        }
        while (_best is null && _wasCut);

        return new AuthorityRepair { IsFound = _best is not null, IsProved = !_isSpent, Remove = EquatableArray.From(_best ?? []) };
    }

    private void Search(string[] removed, int left)
    {
        if (!_visited.Add(string.Join(' ', removed)))
        {
            return;
        }

        if (_analyses == _budget)
        {
            _isSpent = true;
            return;
        }

        _analyses++;
        var remaining = _list.Definition with { Rules = EquatableArray.From(_list.Definition.Rules.Where(rule => Array.BinarySearch(removed, rule.Code, StringComparer.Ordinal) < 0)) };
        var issue = _analyse(AuthorityList.Compile(remaining, _list.Catalogue, _list.Establishment, out _)!).FirstOrDefault();
        if (issue is null)
        {
            _best = _best is null || string.CompareOrdinal(string.Join(' ', removed), string.Join(' ', _best)) < 0 ? removed : _best;
            return;
        }

        var candidates = remaining.Rules.Where(rule => Bears(rule, issue)).Select(static rule => rule.Code);
        if (left == 0)
        {
            _wasCut |= candidates.Any();
            return;
        }

        foreach (var code in candidates)
        {
            Search([.. removed.Append(code).Order(StringComparer.Ordinal)], left - 1);
        }
    }

    /// <summary>Says whether an issue can hang on a rule: one that it names or, where too little is allowed, any prohibition that may be in the way.</summary>
    private bool Bears(AuthorityRule rule, AuthorityIssue issue) =>
        Codes.Contain(issue.Rules, rule.Code) || Codes.Contain(issue.CausedBy, rule.Code) || (rule.Stance == AuthorityStance.MustNot && issue.Kind switch
        {
            AuthorityIssueKind.NoAuthority or AuthorityIssueKind.NoLead => _cells[rule.Code].Contains((issue.Matter!, AuthorityAnalysis.Handling)),
            AuthorityIssueKind.RuleShadowed => _cells[rule.Code].Overlaps(_cells[issue.Rules[0]]),
            _ => false,
        });
}
