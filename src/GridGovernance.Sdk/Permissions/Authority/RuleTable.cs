using System.Collections.Frozen;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Rules by matter and action.</summary>
internal sealed class RuleTable
{
    private readonly CodeIndex _actions;
    private readonly FrozenDictionary<string, int> _rows;
    private readonly CompiledRule[][] _byMatter;
    private readonly CompiledRule[][] _byClass;
    private readonly CompiledRule[][] _byAny;
    private readonly int[] _classOf;

    /// <summary>Creates the table.</summary>
    /// <param name="rules">The rules, in the ordinal order of their codes.</param>
    /// <param name="catalogue">The matters.</param>
    /// <param name="actions">The actions.</param>
    internal RuleTable(IEnumerable<CompiledRule> rules, MatterCatalogue catalogue, CodeIndex actions)
    {
        _actions = actions;
        var classes = new CodeIndex(catalogue.Matters.Select(static matter => matter.Class));
        _rows = catalogue.Matters.Select(static (matter, row) => (matter.Code, row)).ToFrozenDictionary(static pair => pair.Code, static pair => pair.row, StringComparer.Ordinal);
        _classOf = catalogue.Matters.Select(matter => classes.Of(matter.Class)).ToArray();
        var byMatter = Lists(catalogue.Matters.Count * actions.Count);
        var byClass = Lists(classes.Count * actions.Count);
        var byAny = Lists(actions.Count);
        foreach (var rule in rules)
        {
            foreach (var action in ActionsOf(rule.Source))
            {
                Add(byMatter, rule.Source.Matters.Where(static code => !IsAny(code)).Select(code => _rows[code]), action, rule);
                Add(byClass, rule.Source.Classes.Select(classes.Of), action, rule);
                Add(byAny, rule.Source.Matters.Any(IsAny) ? [0] : [], action, rule);
            }
        }

        _byMatter = Arrays(byMatter);
        _byClass = Arrays(byClass);
        _byAny = Arrays(byAny);
    }

    internal bool KnowsAction(string action) => _actions.Of(action) >= 0;

    internal bool TryFind(string matter, string action, out RuleCell cell)
    {
        var column = _actions.Of(action);
        if (column < 0 || matter is null || !_rows.TryGetValue(matter, out var row))
        {
            cell = new RuleCell([], [], []);
            return false;
        }

        cell = new RuleCell(_byMatter[(row * _actions.Count) + column], _byClass[(_classOf[row] * _actions.Count) + column], _byAny[column]);
        return true;
    }

    private static bool IsAny(string code) => string.Equals(code, Codes.Any, StringComparison.Ordinal);

    private static List<CompiledRule>[] Lists(int count) => Enumerable.Range(0, count).Select(static _ => new List<CompiledRule>()).ToArray();

    private static CompiledRule[][] Arrays(List<CompiledRule>[] lists) => lists.Select(static list => list.ToArray()).ToArray();

    private IEnumerable<int> ActionsOf(AuthorityRule rule) =>
        rule.Actions.Any(IsAny) ? Enumerable.Range(0, _actions.Count) : rule.Actions.Select(_actions.Of).Distinct();

    private void Add(List<CompiledRule>[] lists, IEnumerable<int> rows, int action, CompiledRule rule)
    {
        foreach (var row in rows.Distinct())
        {
            lists[(row * _actions.Count) + action].Add(rule);
        }
    }
}
