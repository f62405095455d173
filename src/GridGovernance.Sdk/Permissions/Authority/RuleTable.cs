namespace GridGovernance.Sdk.Permissions;

/// <summary>Rules by matter and action.</summary>
internal sealed class RuleTable
{
    private readonly CodeIndex _actions;
    private readonly CodeIndex _rows;
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
        _rows = new CodeIndex(catalogue.Matters.Select(static matter => matter.Code));
        _classOf = catalogue.Matters.Select(matter => classes.Of(matter.Class)).ToArray();
        var byMatter = Lists(catalogue.Matters.Count * actions.Count);
        var byClass = Lists(classes.Count * actions.Count);
        var byAny = Lists(actions.Count);
        foreach (var rule in rules)
        {
            foreach (var action in ActionsOf(rule.Source))
            {
                Add(byMatter, rule.Source.Matters.Where(static code => !IsAny(code)).Select(_rows.Of), action, rule);
                Add(byClass, rule.Source.Classes.Select(classes.Of), action, rule);
                Add(byAny, rule.Source.Matters.Any(IsAny) ? [0] : [], action, rule);
            }
        }

        _byMatter = Arrays(byMatter);
        _byClass = Arrays(byClass);
        _byAny = Arrays(byAny);
    }

    internal CodeIndex Actions => _actions;

    internal int Matters => _classOf.Length;

    internal bool KnowsAction(string action) => _actions.Of(action) >= 0;

    internal bool TryFind(string matter, string action, out RuleCell cell)
    {
        var column = _actions.Of(action);
        if (column < 0 || !TryFindMatter(matter, out var row))
        {
            cell = new RuleCell([], [], []);
            return false;
        }

        cell = CellAt(row, column);
        return true;
    }

    /// <summary>Numbers a matter, in the order of the catalogue.</summary>
    internal bool TryFindMatter(string? matter, out int row)
    {
        row = _rows.Of(matter);
        return row >= 0;
    }

    internal RuleCell CellAt(int matter, int action) => new(
        _byMatter[(matter * _actions.Count) + action], _byClass[(_classOf[matter] * _actions.Count) + action], _byAny[action]);

    /// <summary>Returns the rules that name the class of a matter, and the number of the class.</summary>
    internal (int Class, CompiledRule[] Rules) OfClass(int matter, int action) => (_classOf[matter], _byClass[(_classOf[matter] * _actions.Count) + action]);

    internal CompiledRule[] OfMatter(int matter, int action) => _byMatter[(matter * _actions.Count) + action];

    internal CompiledRule[] OfAny(int action) => _byAny[action];

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
