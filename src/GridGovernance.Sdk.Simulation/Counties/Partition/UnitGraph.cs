namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Which units share a border with which: an undirected graph over numbered units.</summary>
internal sealed class UnitGraph
{
    // INVARIANT: the neighbours of u, ascending and each once, are _neighbours[_first[u].._first[u + 1]].
    private readonly int[] _first;
    private readonly int[] _neighbours;

    private UnitGraph(int[] first, int[] neighbours)
    {
        _first = first;
        _neighbours = neighbours;
    }

    /// <summary>Gets the number of units.</summary>
    internal int Count => _first.Length - 1;

    /// <summary>Returns the neighbours of a unit in ascending order.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>Its neighbours, each once.</returns>
    internal ReadOnlySpan<int> NeighboursOf(int unit) => _neighbours.AsSpan(_first[unit].._first[unit + 1]);

    /// <summary>Creates a graph.</summary>
    /// <param name="count">The number of units.</param>
    /// <param name="edges">Pairs of neighbours, in any order and any number of times.</param>
    /// <returns>The graph.</returns>
    internal static UnitGraph Create(int count, IEnumerable<(int A, int B)> edges)
    {
        var directed = new List<(int From, int To)>();
        foreach (var (a, b) in edges)
        {
            if (a != b)
            {
                directed.Add((a, b));
                directed.Add((b, a));
            }
        }

        directed.Sort();
        var first = new int[count + 1];
        var neighbours = new List<int>(directed.Count);
        for (var i = 0; i < directed.Count; i++)
        {
            if (i == 0 || directed[i] != directed[i - 1])
            {
                neighbours.Add(directed[i].To);
                first[directed[i].From + 1]++;
            }
        }

        for (var unit = 0; unit < count; unit++)
        {
            first[unit + 1] += first[unit];
        }

        return new UnitGraph(first, [.. neighbours]);
    }

    /// <summary>Returns the graph of groups: two groups are neighbours when a unit of one is a neighbour of a unit of the other.</summary>
    /// <param name="groupOf">The group of each unit.</param>
    /// <param name="groups">The number of groups.</param>
    /// <returns>The graph over the groups.</returns>
    internal UnitGraph Contract(int[] groupOf, int groups)
    {
        var edges = new List<(int A, int B)>();
        for (var unit = 0; unit < Count; unit++)
        {
            foreach (var neighbour in NeighboursOf(unit))
            {
                edges.Add((groupOf[unit], groupOf[neighbour]));
            }
        }

        return Create(groups, edges);
    }

    /// <summary>Returns the graph over some of the units, renumbered by their position in the list.</summary>
    /// <param name="units">The units, each once.</param>
    /// <returns>The graph.</returns>
    internal UnitGraph Within(IReadOnlyList<int> units)
    {
        var position = new Dictionary<int, int>(units.Count);
        for (var i = 0; i < units.Count; i++)
        {
            position.Add(units[i], i);
        }

        var edges = new List<(int A, int B)>();
        for (var i = 0; i < units.Count; i++)
        {
            foreach (var neighbour in NeighboursOf(units[i]))
            {
                if (position.TryGetValue(neighbour, out var other))
                {
                    edges.Add((i, other));
                }
            }
        }

        return Create(units.Count, edges);
    }

    /// <summary>Numbers the connected parts.</summary>
    /// <param name="parts">The number of parts.</param>
    /// <returns>The part of each unit, from 0 in the order of their lowest unit.</returns>
    internal int[] Components(out int parts)
    {
        var part = new int[Count];
        Array.Fill(part, -1);
        var queue = new Queue<int>();
        parts = 0;
        for (var start = 0; start < Count; start++)
        {
            if (part[start] >= 0)
            {
                continue;
            }

            part[start] = parts;
            queue.Enqueue(start);
            while (queue.TryDequeue(out var unit))
            {
                foreach (var neighbour in NeighboursOf(unit))
                {
                    if (part[neighbour] < 0)
                    {
                        part[neighbour] = parts;
                        queue.Enqueue(neighbour);
                    }
                }
            }

            parts++;
        }

        return part;
    }

    /// <summary>Returns the graph with the shortest bridges that make it one: an exclave belongs to what lies nearest.</summary>
    /// <param name="places">Where each unit is.</param>
    /// <returns>This graph when it is connected, otherwise one with a bridge more for each part but one.</returns>
    internal UnitGraph Bridged(PlanePoint[] places)
    {
        var graph = this;
        while (true)
        {
            var part = graph.Components(out var parts);
            if (parts <= 1)
            {
                return graph;
            }

            var best = (Distance: double.PositiveInfinity, A: -1, B: -1);
            for (var a = 0; a < Count; a++)
            {
                for (var b = 0; part[a] == 1 && b < Count; b++)
                {
                    var distance = places[a].SquaredDistanceTo(places[b]);
                    if (part[b] != 1 && distance < best.Distance)
                    {
                        best = (distance, a, b);
                    }
                }
            }

            graph = Create(Count, graph.Edges().Append((best.A, best.B)));
        }
    }

    private IEnumerable<(int A, int B)> Edges()
    {
        for (var unit = 0; unit < Count; unit++)
        {
            for (var i = _first[unit]; i < _first[unit + 1]; i++)
            {
                if (unit < _neighbours[i])
                {
                    yield return (unit, _neighbours[i]);
                }
            }
        }
    }
}
