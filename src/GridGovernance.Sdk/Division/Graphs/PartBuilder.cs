using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Division;

/// <summary>Builds the graph of each parent.</summary>
internal sealed class PartBuilder
{
    private readonly DivisionDefinition _definition;
    private readonly string?[] _parents;
    private readonly int[] _parentOf;
    private readonly EdgeIndex _edges;
    private readonly TogetherIndex _together;
    private readonly List<Finding> _findings;
    private readonly Dictionary<string, DivisionParent> _own = new(StringComparer.Ordinal);

    // The vertex of each unit inside its part; −1 for units of settled grids.
    private readonly int[] _vertexOf;
    private readonly int[] _vertexOfClass;
    private readonly string[] _ids;

    /// <summary>Begins.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="parents">The codes of the parents.</param>
    /// <param name="parentOf">The parent of each unit.</param>
    /// <param name="edges">The edges.</param>
    /// <param name="together">What stays together.</param>
    /// <param name="findings">Takes what is found.</param>
    internal PartBuilder(DivisionDefinition definition, string?[] parents, int[] parentOf, EdgeIndex edges, TogetherIndex together, List<Finding> findings)
    {
        (_definition, _parents, _parentOf, _edges, _together, _findings) = (definition, parents, parentOf, edges, together, findings);
        _vertexOf = new int[parentOf.Length];
        _vertexOfClass = new int[parentOf.Length];
        _ids = new string[parentOf.Length];
        for (var unit = 0; unit < _ids.Length; unit++)
        {
            _ids[unit] = definition.Units[unit].Id;
        }

        foreach (var parent in definition.Parents)
        {
            _own[parent.Code] = parent;
        }
    }

    /// <summary>Builds.</summary>
    /// <returns>One graph for each parent.</returns>
    internal PartGraph[] Build()
    {
        var offsets = new int[_parents.Length + 1];
        foreach (var parent in _parentOf)
        {
            offsets[parent + 1]++;
        }

        for (var p = 0; p < _parents.Length; p++)
        {
            offsets[p + 1] += offsets[p];
        }

        // By id and not by position: the order of the input leaves no trace in a plan.
        var ids = _ids.ToArray();
        var order = new int[ids.Length];
        for (var unit = 0; unit < ids.Length; unit++)
        {
            order[unit] = unit;
        }

        Array.Sort(ids, order, StringComparer.Ordinal);
        var units = new int[ids.Length];
        var next = offsets[.._parents.Length];
        foreach (var unit in order)
        {
            units[next[_parentOf[unit]]++] = unit;
        }

        var places = new PlaceFrame(_definition);
        var parts = new PartGraph[_parents.Length];
        for (var p = 0; p < parts.Length; p++)
        {
            parts[p] = Part(p, units.AsSpan(offsets[p], offsets[p + 1] - offsets[p]), places);
        }

        return parts;
    }

    private PartGraph Part(int parent, ReadOnlySpan<int> units, PlaceFrame places)
    {
        var code = _parents[parent];
        var own = code is null ? null : _own.GetValueOrDefault(code);
        var settings = Settings(units, code, own);
        var settled = new List<SettledGrid>();
        var open = Open(units, settled);
        if (_definition.Islands == IslandPolicy.OwnGrid)
        {
            open = Settle(open, settings, settled);
        }

        var (unitOffsets, members) = Vertices(open);
        var count = unitOffsets.Length - 1;
        var bridges = new List<(int From, int To)>();
        var part = new AdjacencyBuilder(_edges, _vertexOf, unitOffsets, members);
        part.Build(bridges);
        if (part.ComponentCount > 1)
        {
            ReportIslands(part, members, unitOffsets, settings, code);
            if (_definition.Islands == IslandPolicy.NearestBridge)
            {
                IslandBridges.Find(part, unitOffsets, members, places, bridges);
                part.Build(bridges);
                if (part.ComponentCount > 1)
                {
                    _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.no-bridge", code ?? ""], FindingPlace.Nowhere with { Subject = code }));
                }
            }
        }

        var (label, names) = Labels(unitOffsets, members);
        var size = Sum(unitOffsets, members, settings.CountsPeople ? PeopleOf : HouseholdsOf);
        return new PartGraph
        {
            Parent = parent,
            Code = code,
            Ids = _ids,
            Settings = settings,
            UnitOffsets = unitOffsets,
            Units = members,
            Size = size,
            Other = settings.IsEither ? Sum(unitOffsets, members, HouseholdsOf) : new long[count],
            Extra = [.. _definition.Measures.Select(measure => Sum(unitOffsets, members, AmountOf(measure.Name)))],
            ExtraWeight = [.. _definition.Measures.Select(static measure => (double)measure.Weight)],
            Label = label,
            LabelNames = names,
            Offsets = part.Offsets,
            Targets = part.Targets,
            Cuts = part.Cuts,
            Lengths = part.Lengths,
            Area = Extent(unitOffsets, members, static unit => unit.AreaSquareMetres ?? unit.Boundary?.AreaSquareMetres),
            Perimeter = Borders(unitOffsets, members),
            East = places.East(members),
            North = places.North(members),
            Settled = settled,
            Bridges = bridges,
            Component = part.Component,
            ComponentCount = part.ComponentCount,
            Total = size.Sum(),
        };
    }

    private PartSettings Settings(ReadOnlySpan<int> units, string? code, DivisionParent? own)
    {
        long urban = 0, rural = 0;
        foreach (var index in units)
        {
            var unit = _definition.Units[index];
            var weight = (long)unit.People + unit.Households + 1;
            urban += unit.Settlement == SettlementKind.Urban ? weight : 0;
            rural += unit.Settlement == SettlementKind.Rural ? weight : 0;
        }

        SettlementKind? kind = urban > rural ? SettlementKind.Urban : rural > 0 ? SettlementKind.Rural : null;
        foreach (var sizing in _definition.Sizing.AsSpan())
        {
            if (sizing.Settlement is null || sizing.Settlement == kind)
            {
                var settings = new PartSettings(sizing, own?.Grids ?? sizing.Grids);
                if (settings is { Grids: null, IsBounded: false, Target: null })
                {
                    var key = sizing is { MinPeople: 0 } or { MinHouseholds: 0 } ? "division.zero-minimum" : "division.no-size";
                    _findings.Add(Finding.Error(DivisionMessages.Catalogue[key, code ?? ""], FindingPlace.At("/sizing") with { Subject = code }));
                }

                return settings;
            }
        }

        _findings.Add(Finding.Error(DivisionMessages.Catalogue["division.no-sizing-for", code ?? ""], FindingPlace.At("/sizing") with { Subject = code }));
        return new PartSettings(_definition.Sizing[0], own?.Grids);
    }

    private List<int> Open(ReadOnlySpan<int> units, List<SettledGrid> settled)
    {
        var open = new List<int>(units.Length);
        var closed = new SortedDictionary<int, List<int>>();
        foreach (var unit in units)
        {
            if (_together.LabelOf.Count > 0 && _together.LabelOf.TryGetValue(_together.ClassOf(unit), out var label) && _together.IsClosed[label])
            {
                closed.TryAdd(label, []);
                closed[label].Add(unit);
            }
            else
            {
                open.Add(unit);
            }
        }

        foreach (var (label, members) in closed)
        {
            settled.Add(new SettledGrid(_together.Names[label], [.. members], false));
        }

        foreach (var unit in units)
        {
            _vertexOf[unit] = -1;
        }

        return open;
    }

    private List<int> Settle(List<int> open, PartSettings settings, List<SettledGrid> settled)
    {
        var (unitOffsets, members) = Vertices(open);
        var part = new AdjacencyBuilder(_edges, _vertexOf, unitOffsets, members);
        part.Build([]);
        if (part.ComponentCount < 2)
        {
            return open;
        }

        var size = Sum(unitOffsets, members, settings.CountsPeople ? PeopleOf : HouseholdsOf);
        var other = Sum(unitOffsets, members, HouseholdsOf);
        var sizes = new long[part.ComponentCount];
        var others = new long[part.ComponentCount];
        for (var v = 0; v < size.Length; v++)
        {
            sizes[part.Component[v]] += size[v];
            others[part.Component[v]] += other[v];
        }

        // Where nothing is hard, half of the norm is what an island must have to be divided like any other part.
        var largest = Array.IndexOf(sizes, sizes.Max());
        var least = settings.Min > 0 ? settings.Min : (settings.Target ?? 0) / 2;
        var kept = new List<int>(open.Count);
        var islands = new List<int>?[part.ComponentCount];
        for (var v = 0; v < size.Length; v++)
        {
            var component = part.Component[v];
            var isSmall = component != largest && sizes[component] < least && !(settings.IsEither && others[component] >= settings.OtherMin);
            var target = isSmall ? islands[component] ??= [] : kept;
            for (var i = unitOffsets[v]; i < unitOffsets[v + 1]; i++)
            {
                target.Add(members[i]);
            }
        }

        foreach (var island in islands)
        {
            if (island is not null)
            {
                settled.Add(new SettledGrid(null, [.. island], true));
                island.ForEach(unit => _vertexOf[unit] = -1);
            }
        }

        return kept;
    }

    private (int[] UnitOffsets, int[] Members) Vertices(List<int> open)
    {
        var count = 0;
        foreach (var unit in open)
        {
            _vertexOfClass[_together.ClassOf(unit)] = -1;
        }

        foreach (var unit in open)
        {
            ref var vertex = ref _vertexOfClass[_together.ClassOf(unit)];
            vertex = vertex < 0 ? count++ : vertex;
            _vertexOf[unit] = vertex;
        }

        var offsets = new int[count + 1];
        foreach (var unit in open)
        {
            offsets[_vertexOf[unit] + 1]++;
        }

        for (var v = 0; v < count; v++)
        {
            offsets[v + 1] += offsets[v];
        }

        var members = new int[open.Count];
        var next = offsets[..count];
        foreach (var unit in open)
        {
            members[next[_vertexOf[unit]]++] = unit;
        }

        return (offsets, members);
    }

    private void ReportIslands(AdjacencyBuilder part, int[] members, int[] unitOffsets, PartSettings settings, string? code)
    {
        var size = Sum(unitOffsets, members, settings.CountsPeople ? PeopleOf : HouseholdsOf);
        var sizes = new long[part.ComponentCount];
        var firsts = new int[part.ComponentCount];
        Array.Fill(firsts, -1);
        for (var v = 0; v < size.Length; v++)
        {
            var component = part.Component[v];
            sizes[component] += size[v];
            firsts[component] = firsts[component] < 0 ? members[unitOffsets[v]] : firsts[component];
        }

        var largest = Array.IndexOf(sizes, sizes.Max());
        for (var component = 0; component < sizes.Length; component++)
        {
            if (component != largest)
            {
                var id = _definition.Units[firsts[component]].Id;
                var message = DivisionMessages.Catalogue["division.island", id, code ?? ""];
                _findings.Add(Finding.Warning(message, FindingPlace.Of(id)) with { Measure = sizes[component], MeasureUnit = settings.CountsPeople ? "人" : "户" });
            }
        }
    }

    private (int[] Label, string?[] Names) Labels(int[] unitOffsets, int[] members)
    {
        var label = new int[unitOffsets.Length - 1];
        var names = new List<string?>();
        for (var v = 0; v < label.Length; v++)
        {
            label[v] = -1;
            if (_together.LabelOf.Count > 0 && _together.LabelOf.TryGetValue(_together.ClassOf(members[unitOffsets[v]]), out var found))
            {
                label[v] = names.Count;
                names.Add(_together.Names[found]);
            }
        }

        return (label, [.. names]);
    }

    private static int HouseholdsOf(DivisionUnit unit) => unit.Households;

    private static int PeopleOf(DivisionUnit unit) => unit.People;

    private static Func<DivisionUnit, int> AmountOf(string measure) => measure switch
    {
        "households" => HouseholdsOf,
        "people" => PeopleOf,
        _ => unit => unit.Amounts.FirstOrDefault(amount => string.Equals(amount.Measure, measure, StringComparison.Ordinal))?.Amount ?? 0,
    };

    private long[] Sum(int[] unitOffsets, int[] members, Func<DivisionUnit, int> of)
    {
        var units = _definition.Units.AsSpan();
        var sums = new long[unitOffsets.Length - 1];
        for (var v = 0; v < sums.Length; v++)
        {
            for (var i = unitOffsets[v]; i < unitOffsets[v + 1]; i++)
            {
                sums[v] += of(units[members[i]]);
            }
        }

        return sums;
    }

    private double[]? Extent(int[] unitOffsets, int[] members, Func<DivisionUnit, double?> of)
    {
        var units = _definition.Units.AsSpan();
        var sums = new double[unitOffsets.Length - 1];
        for (var v = 0; v < sums.Length; v++)
        {
            for (var i = unitOffsets[v]; i < unitOffsets[v + 1]; i++)
            {
                if (of(units[members[i]]) is not { } amount)
                {
                    return null;
                }

                sums[v] += amount;
            }
        }

        return sums;
    }

    // The border of a vertex is that of its units less what they share among themselves.
    private double[]? Borders(int[] unitOffsets, int[] members)
    {
        var borders = Extent(unitOffsets, members, static unit => unit.PerimeterMetres);
        for (var i = 0; borders is not null && i < members.Length; i++)
        {
            for (var e = _edges.Offsets[members[i]]; e < _edges.Offsets[members[i] + 1]; e++)
            {
                var other = _edges.Neighbours[e];
                if (other > members[i] && _vertexOf[other] == _vertexOf[members[i]])
                {
                    borders[_vertexOf[other]] -= 2 * (_edges.Length[_edges.EdgeOf[e]] / 1000.0);
                }
            }
        }

        return borders;
    }
}
