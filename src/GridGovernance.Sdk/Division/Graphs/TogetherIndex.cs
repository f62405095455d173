namespace GridGovernance.Sdk.Division;

/// <summary>What groups, locks and seeds make of the units: classes that stay together, each with at most one grid of its own name.</summary>
internal sealed class TogetherIndex
{
    private readonly int[] _root;
    private readonly Dictionary<string, int> _indexes;
    private readonly int[] _parentOf;
    private readonly EdgeIndex _edges;
    private readonly List<Finding> _findings;

    /// <summary>Indexes groups, locks and seeds.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="indexes">The units by id.</param>
    /// <param name="parentOf">The parent of each unit.</param>
    /// <param name="edges">The edges.</param>
    /// <param name="findings">Takes what is found.</param>
    internal TogetherIndex(DivisionDefinition definition, Dictionary<string, int> indexes, int[] parentOf, EdgeIndex edges, List<Finding> findings)
    {
        (_indexes, _parentOf, _edges, _findings) = (indexes, parentOf, edges, findings);
        _root = new int[definition.Units.Count];
        for (var i = 0; i < _root.Length; i++)
        {
            _root[i] = i;
        }

        for (var i = 0; i < definition.Groups.Count; i++)
        {
            Join(definition.Groups[i].Name, definition.Groups[i].Units, FormattableString.Invariant($"/groups/{i}"));
        }

        var firsts = new int[definition.Locks.Count];
        for (var i = 0; i < firsts.Length; i++)
        {
            firsts[i] = Join(definition.Locks[i].Grid, definition.Locks[i].Units, FormattableString.Invariant($"/locks/{i}"));
        }

        LabelOf = new Dictionary<int, int>();
        Names = new string?[definition.Locks.Count + definition.Seeds.Count];
        IsClosed = new bool[Names.Length];
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < firsts.Length; i++)
        {
            var item = definition.Locks[i];
            Names[i] = item.Grid;
            IsClosed[i] = item.IsClosed;
            if (!names.Add(item.Grid))
            {
                var place = FindingPlace.At(FormattableString.Invariant($"/locks/{i}/grid"));
                findings.Add(Finding.Error(DivisionMessages.Catalogue["division.duplicate-lock", item.Grid], place));
            }

            Label(firsts[i], i, item.Grid, FormattableString.Invariant($"/locks/{i}"));
        }

        for (var i = 0; i < definition.Seeds.Count; i++)
        {
            var path = FormattableString.Invariant($"/seeds/{i}");
            Label(Find(definition.Seeds[i], path), definition.Locks.Count + i, definition.Seeds[i], path);
        }

        CheckClosed(definition);
    }

    /// <summary>Gets the label of each class that has one, by the class.</summary>
    internal Dictionary<int, int> LabelOf { get; }

    /// <summary>Gets the names of the labels; null for a seed.</summary>
    internal string?[] Names { get; }

    /// <summary>Gets whether the grid of a label holds its own units alone.</summary>
    internal bool[] IsClosed { get; }

    /// <summary>Returns the class of a unit: its smallest member.</summary>
    internal int ClassOf(int unit)
    {
        while (_root[unit] != unit)
        {
            unit = _root[unit] = _root[_root[unit]];
        }

        return unit;
    }

    private int Find(string id, string path)
    {
        if (id is not null && _indexes.TryGetValue(id, out var index))
        {
            return index;
        }

        _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.unknown-unit", path, id], FindingPlace.At(path)));
        return -1;
    }

    private int Join(string name, EquatableArray<string> units, string path)
    {
        var members = new List<int>(units.Count);
        foreach (var id in units.AsSpan())
        {
            if (Find(id, path) is >= 0 and var unit)
            {
                members.Add(unit);
            }
        }

        if (units.Count == 0)
        {
            _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.empty-group", name], FindingPlace.At(path)));
            return -1;
        }

        if (members.Count < units.Count)
        {
            return -1;
        }

        foreach (var unit in members)
        {
            if (_parentOf[unit] != _parentOf[members[0]])
            {
                _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.group-across-parents", name, units[0], units[members.IndexOf(unit)]], FindingPlace.At(path)));
                return -1;
            }
        }

        if (Unreached(members) is >= 0 and var apart)
        {
            _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.group-not-connected", name, units[0], units[members.IndexOf(apart)]], FindingPlace.At(path)));
            return -1;
        }

        foreach (var unit in members)
        {
            var (a, b) = (ClassOf(members[0]), ClassOf(unit));
            _root[Math.Max(a, b)] = Math.Min(a, b);
        }

        return members[0];
    }

    // A member that open edges inside the group do not join to the first; −1 where all are joined.
    private int Unreached(List<int> members)
    {
        var waiting = members.ToHashSet();
        var stack = new Stack<int>([members[0]]);
        waiting.Remove(members[0]);
        while (stack.TryPop(out var unit))
        {
            for (var i = _edges.Offsets[unit]; i < _edges.Offsets[unit + 1]; i++)
            {
                if (waiting.Remove(_edges.Neighbours[i]))
                {
                    stack.Push(_edges.Neighbours[i]);
                }
            }
        }

        return waiting.Count == 0 ? -1 : members.Find(waiting.Contains);
    }

    private void Label(int unit, int label, string name, string path)
    {
        if (unit >= 0 && !LabelOf.TryAdd(ClassOf(unit), label))
        {
            var other = LabelOf[ClassOf(unit)];
            _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.lock-conflict", name, Names[other] ?? "seed"], FindingPlace.At(path)));
        }
    }

    private void CheckClosed(DivisionDefinition definition)
    {
        for (var i = 0; i < definition.Locks.Count; i++)
        {
            if (!definition.Locks[i].IsClosed || definition.Locks[i].Units.Count == 0 || !_indexes.TryGetValue(definition.Locks[i].Units[0], out var first))
            {
                continue;
            }

            var own = definition.Locks[i].Units.ToHashSet(StringComparer.Ordinal);
            for (var unit = 0; unit < _root.Length; unit++)
            {
                if (ClassOf(unit) == ClassOf(first) && !own.Contains(definition.Units[unit].Id))
                {
                    var message = DivisionMessages.Catalogue["division.closed-and-grouped", definition.Locks[i].Grid, definition.Units[unit].Id];
                    _findings.Add(Finding.Error(message, FindingPlace.At(FormattableString.Invariant($"/locks/{i}"))));
                }
            }
        }
    }
}
