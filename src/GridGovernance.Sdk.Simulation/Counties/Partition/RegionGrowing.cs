namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Groups the units of a connected graph into an exact number of connected regions of about the wanted load.</summary>
/// <remarks>
/// <para>Each region starts from its seed. It first takes the units that were meant for it and can be reached through such units; then the region
/// that is emptiest for its target takes the nearest unit on its border, until none is left; at last units on a border change sides where
/// that evens the loads out and leaves both regions in one piece.</para>
/// <para>Every unit gets exactly one region, every region is connected and keeps its seed; the loads are as even as the borders allow.</para>
/// </remarks>
internal sealed class RegionGrowing
{
    private const int Free = -1;
    private const int EveningRounds = 12;

    private readonly UnitGraph _graph;
    private readonly PlanePoint[] _places;
    private readonly int[] _loads;
    private readonly int[] _seeds;
    private readonly long[] _targets;
    private readonly int[] _region;
    private readonly long[] _filled;
    private readonly int[] _sizes;

    private RegionGrowing(UnitGraph graph, PlanePoint[] places, int[] loads, int[] seeds, long[] targets)
    {
        _graph = graph;
        _places = places;
        _loads = loads;
        _seeds = seeds;
        _targets = targets;
        _region = new int[graph.Count];
        _filled = new long[seeds.Length];
        _sizes = new int[seeds.Length];
        Array.Fill(_region, Free);
    }

    /// <summary>Grows regions.</summary>
    /// <param name="graph">The units; connected.</param>
    /// <param name="places">Where each unit is.</param>
    /// <param name="loads">The load of each unit, from 0.</param>
    /// <param name="seeds">The unit that each region starts from, all different.</param>
    /// <param name="targets">The wanted load of each region, above 0.</param>
    /// <param name="meant">The region that each unit was meant for; null when none was.</param>
    /// <returns>The region of each unit.</returns>
    /// <exception cref="ArgumentException">The graph is not connected, or two seeds are one unit.</exception>
    internal static int[] Grow(UnitGraph graph, PlanePoint[] places, int[] loads, int[] seeds, long[] targets, int[]? meant = null)
    {
        if (seeds.Distinct().Count() != seeds.Length)
        {
            throw new ArgumentException("Expected seeds that are all different, but two are the same unit.", nameof(seeds));
        }

        graph.Components(out var parts);
        if (parts > 1)
        {
            throw new ArgumentException($"Expected a connected graph, but found {parts} parts.", nameof(graph));
        }

        var growing = new RegionGrowing(graph, places, loads, seeds, targets);
        growing.Plant();
        if (meant is not null)
        {
            growing.TakeWhatWasMeant(meant);
        }

        growing.TakeWhatIsLeft();
        if (meant is null)
        {
            growing.EvenOut();
        }

        return growing._region;
    }

    /// <summary>Chooses seeds that lie far from each other: the westernmost unit, then again and again the one farthest from all before.</summary>
    /// <param name="places">Where each unit is.</param>
    /// <param name="count">How many, at most one a unit.</param>
    /// <returns>The seeds, all different.</returns>
    internal static int[] SpreadSeeds(PlanePoint[] places, int count)
    {
        var seeds = new int[count];
        var nearest = new double[places.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        for (var i = 0; i < count; i++)
        {
            var best = Free;
            for (var unit = 0; unit < places.Length; unit++)
            {
                var better = best == Free || (i == 0 ? places[unit].East < places[best].East : nearest[unit] > nearest[best]);
                best = better ? unit : best;
            }

            seeds[i] = best;
            for (var unit = 0; unit < places.Length; unit++)
            {
                // A chosen unit falls below every other, even one at the same place.
                nearest[unit] = unit == best ? -1 : Math.Min(nearest[unit], places[unit].SquaredDistanceTo(places[best]));
            }
        }

        return seeds;
    }

    private void Plant()
    {
        for (var region = 0; region < _seeds.Length; region++)
        {
            Take(region, _seeds[region]);
        }
    }

    private void TakeWhatWasMeant(int[] meant)
    {
        var queue = new Queue<int>();
        foreach (var seed in _seeds)
        {
            queue.Enqueue(seed);
        }

        while (queue.TryDequeue(out var unit))
        {
            foreach (var neighbour in _graph.NeighboursOf(unit))
            {
                if (_region[neighbour] == Free && meant[neighbour] == _region[unit])
                {
                    Take(_region[unit], neighbour);
                    queue.Enqueue(neighbour);
                }
            }
        }
    }

    private void TakeWhatIsLeft()
    {
        var borders = new PriorityQueue<int, (double Distance, int Unit)>[_seeds.Length];
        for (var region = 0; region < borders.Length; region++)
        {
            borders[region] = new PriorityQueue<int, (double Distance, int Unit)>();
        }

        var left = 0;
        for (var unit = 0; unit < _region.Length; unit++)
        {
            if (_region[unit] == Free)
            {
                left++;
            }
            else
            {
                Reach(borders, unit);
            }
        }

        for (; left > 0; left--)
        {
            var (region, unit) = Next(borders);
            Take(region, unit);
            Reach(borders, unit);
        }
    }

    private (int Region, int Unit) Next(PriorityQueue<int, (double Distance, int Unit)>[] borders)
    {
        var best = Free;
        for (var region = 0; region < borders.Length; region++)
        {
            while (borders[region].TryPeek(out var unit, out _) && _region[unit] != Free)
            {
                borders[region].Dequeue();
            }

            // Emptier: filled/target is the smaller share.
            if (borders[region].Count > 0
                && (best == Free || (Int128)_filled[region] * _targets[best] < (Int128)_filled[best] * _targets[region]))
            {
                best = region;
            }
        }

        return (best, borders[best].Dequeue());
    }

    private void Reach(PriorityQueue<int, (double Distance, int Unit)>[] borders, int unit)
    {
        var region = _region[unit];
        foreach (var neighbour in _graph.NeighboursOf(unit))
        {
            if (_region[neighbour] == Free)
            {
                borders[region].Enqueue(neighbour, (_places[neighbour].SquaredDistanceTo(_places[_seeds[region]]), neighbour));
            }
        }
    }

    private void EvenOut()
    {
        for (var round = 0; round < EveningRounds; round++)
        {
            var moved = false;
            for (var unit = 0; unit < _region.Length; unit++)
            {
                var from = _region[unit];
                foreach (var neighbour in _graph.NeighboursOf(unit))
                {
                    if (unit != _seeds[from] && Evens(unit, from, _region[neighbour]) && StaysWhole(from, unit))
                    {
                        _filled[from] -= _loads[unit];
                        _sizes[from]--;
                        Take(_region[neighbour], unit);
                        moved = true;
                        break;
                    }
                }
            }

            if (!moved)
            {
                return;
            }
        }
    }

    // The sum of squared deviations, each over its target, falls.
    private bool Evens(int unit, int from, int to)
    {
        if (from == to)
        {
            return false;
        }

        var load = (Int128)_loads[unit];
        var gain = load * ((2 * (_filled[from] - _targets[from])) - load) * _targets[to];
        var loss = load * ((2 * (_filled[to] - _targets[to])) + load) * _targets[from];
        return gain > loss;
    }

    private bool StaysWhole(int region, int without)
    {
        var start = Free;
        foreach (var neighbour in _graph.NeighboursOf(without))
        {
            start = _region[neighbour] == region ? neighbour : start;
        }

        if (start == Free)
        {
            return false;
        }

        var seen = new HashSet<int> { without, start };
        var stack = new Stack<int>([start]);
        while (stack.TryPop(out var unit))
        {
            foreach (var neighbour in _graph.NeighboursOf(unit))
            {
                if (_region[neighbour] == region && seen.Add(neighbour))
                {
                    stack.Push(neighbour);
                }
            }
        }

        return seen.Count == _sizes[region];
    }

    private void Take(int region, int unit)
    {
        _region[unit] = region;
        _filled[region] += _loads[unit];
        _sizes[region]++;
    }
}
