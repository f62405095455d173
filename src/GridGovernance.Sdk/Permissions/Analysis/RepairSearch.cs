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
    private readonly Dictionary<string, AuthorityRule> _rules;
    private readonly Dictionary<string, HashSet<string>> _neighbours = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private int _analyses;
    private bool _wasCut;
    private string[]? _best;

    internal RepairSearch(AuthorityList list, EntryList? entryList, GridCode[] places, LocalDate from, LocalDate to, int budget)
    {
        _list = list;
        _analyse = candidate => AuthorityAnalysis.Run(candidate, entryList, places, from, to).Issues.Where(static issue => issue.Finding.Severity != FindingSeverity.Info);
        _budget = budget;
        _rules = list.Definition.Rules.ToDictionary(static rule => rule.Code, StringComparer.Ordinal);
    }

    internal AuthorityRepair Run()
    {
        for (var size = 0; size <= _rules.Count && _analyses < _budget; size++)
        {
            _visited.Clear();
            _wasCut = false;
            Search([], size);
            if (_best is not null)
            {
                return new AuthorityRepair { IsFound = true, IsProved = _analyses < _budget, Remove = EquatableArray.From(_best) };
            }

            if (!_wasCut)
            {
                break;
            }
        }

        return new AuthorityRepair { IsProved = _analyses < _budget };
    }

    private void Search(string[] removed, int left)
    {
        if (_analyses >= _budget || !_visited.Add(string.Join(' ', removed)))
        {
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

    /// <summary>Says whether an issue can hang on a rule: it is on the same matter and one of the same actions, or is what an issue about a rule is due to.</summary>
    private bool Bears(AuthorityRule rule, AuthorityIssue issue) => issue.Matter is not null
        ? issue.Witnesses.Any(witness => IsOn(rule.Actions, witness.Action)
            && (issue.Kind == AuthorityIssueKind.DutiesNotExclusive || IsOn(rule.Matters, witness.Matter) || (_list.Catalogue.TryFind(witness.Matter, out var matter) && Codes.Contain(rule.Classes, matter.Class))))
        : Codes.Contain(issue.Rules, rule.Code) || Codes.Contain(issue.CausedBy, rule.Code) || issue.Kind switch
        {
            AuthorityIssueKind.RuleShadowed => rule.Stance == AuthorityStance.MustNot && Touches(rule, _rules[issue.Rules[0]]),
            AuthorityIssueKind.RuleRedundant => Neighbours(issue.Rules[0]).Contains(rule.Code),
            _ => false,
        };

    /// <summary>Returns the rules of the same stance that a rule meets on some matter and action, directly or through others: which of them is redundant hangs on them all.</summary>
    private HashSet<string> Neighbours(string code)
    {
        if (!_neighbours.TryGetValue(code, out var found))
        {
            found = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<AuthorityRule>([_rules[code]]);
            while (open.TryPop(out var rule))
            {
                foreach (var other in _rules.Values.Where(other => other.Stance == rule.Stance && Touches(rule, other) && found.Add(other.Code)))
                {
                    open.Push(other);
                }
            }

            _neighbours.Add(code, found);
        }

        return found;
    }

    /// <summary>Says whether two rules meet on some matter and action; classes are taken to meet anything, which costs time and misses nothing.</summary>
    private static bool Touches(AuthorityRule one, AuthorityRule other) =>
        (one.Actions.Any(action => IsOn(other.Actions, action)) || Codes.Contain(one.Actions, Codes.Any))
        && (one.Classes.Count > 0 || other.Classes.Count > 0 || Codes.Contain(one.Matters, Codes.Any) || one.Matters.Any(matter => IsOn(other.Matters, matter)));

    private static bool IsOn(EquatableArray<string> codes, string code) => Codes.Contain(codes, code) || Codes.Contain(codes, Codes.Any);
}
