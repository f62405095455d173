namespace GridGovernance.Sdk.Division;

/// <summary>A lower bound of how much must change hands until every grid of a parent is within the bounds and keeps its name.</summary>
/// <remarks>
/// <para>What is above the bounds leaves in whole units. A linear program over the flows between old grids: what each one holds, less what leaves, and with what comes, is within the bounds. The least sum of all flows is a bound if flows go between any two grids. Mostly they go between neighbours alone, and then what passes through a grid counts twice.</para>
/// <para>A grid that takes a unit from one that it does not touch must hold a corridor of units between the two, or give up all its own: so much moves at least, the pair's
/// toll. For any number T a plan either uses no pair whose toll is T or more, and costs at least what the program says with the other pairs open, or it costs T.
/// The bound is the best of min(program, T) over all T.</para>
/// </remarks>
internal sealed class MoveBound
{
    private readonly PartGraph _part;
    private readonly int[] _home;
    private readonly int _count;
    private readonly long _low;
    private readonly long _high;
    private readonly long[] _sizes;
    private readonly long _leaving;
    private readonly long[] _smallest;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="home">The old grid of each vertex, all known.</param>
    /// <param name="count">The number of grids, old and new.</param>
    /// <param name="low">The least size of a grid.</param>
    /// <param name="high">The largest size of a grid.</param>
    internal MoveBound(PartGraph part, int[] home, int count, long low, long high)
    {
        (_part, _home, _count, _low, _high) = (part, home, count, low, high);
        _sizes = PartMeasure.Sums(part.Size, home, count);
        _smallest = new long[count];
        Array.Fill(_smallest, long.MaxValue);
        var members = new List<long>[count];
        for (var v = 0; v < home.Length; v++)
        {
            (members[home[v]] ??= []).Add(part.Size[v]);
            _smallest[home[v]] = Math.Min(_smallest[home[v]], part.Size[v]);
        }

        for (var grid = 0; grid < count; grid++)
        {
            _leaving += _sizes[grid] > high ? SubsetSums.LeastFrom(members[grid], _sizes[grid] - high) : 0;
        }
    }

    /// <summary>Returns a bound for plans of any number of grids: what is above the bounds leaves in whole units, and of names that end all.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="home">The old grid of each vertex; −1 where it had none.</param>
    /// <param name="names">The number of old grids.</param>
    /// <param name="count">The number of new grids; 0 where it is free.</param>
    /// <param name="high">The largest size of a grid.</param>
    internal static long OfAnyCount(PartGraph part, int[] home, int names, int count, long high)
    {
        var members = new List<long>?[names];
        for (var v = 0; v < home.Length; v++)
        {
            if (home[v] >= 0)
            {
                (members[home[v]] ??= []).Add(part.Size[v]);
            }
        }

        var least = new List<long>(names);
        var wholes = new List<long>(names);
        foreach (var sizes in members)
        {
            // No vertex is at home in a grid whose units all stay together with more of another.
            var size = sizes?.Sum() ?? 0;
            least.Add(sizes is not null && size > high ? SubsetSums.LeastFrom(sizes, size - high) : 0);
            wholes.Add(size - least[^1]);
        }

        return least.Sum() + (count == 0 ? 0 : wholes.Order().Take(Math.Max(0, names - count)).Sum());
    }

    /// <summary>Returns the bound.</summary>
    internal long Run()
    {
        if ((double)_sizes.Sum() * _sizes.Sum() * _count > 1e18)
        {
            return _leaving;
        }

        var open = Program(long.MaxValue, null);
        if (open is 0 or long.MaxValue)
        {
            return 0;
        }

        var tolls = Tolls();
        var levels = tolls.Cast<long>().Where(toll => toll > open).Append(long.MaxValue).Distinct().Order().ToArray();

        // The program falls as T rises: the best is where the two meet.
        var best = Math.Max(open, _leaving);
        var (first, last) = (0, levels.Length - 1);
        while (first <= last)
        {
            var middle = (first + last) / 2;
            var program = Program(levels[middle], tolls);
            best = Math.Min(program, levels[middle]) is < long.MaxValue and var least ? Math.Max(best, least) : best;
            (first, last) = program > levels[middle] ? (middle + 1, last) : (first, middle - 1);
        }

        return best;
    }

    // The linear program as a flow of least cost: what must flow is worth more than all ways together cost.
    private long Program(long limit, long[,]? tolls)
    {
        var total = _sizes.Sum();
        var worth = (2 * _count * total) + 1;
        var flow = new CostFlow(_count + 2);
        var (source, sink, forced) = (_count, _count + 1, 0L);
        for (var grid = 0; grid < _count; grid++)
        {
            var (size, mustLeave, mustCome) = (_sizes[grid], Math.Max(0, _sizes[grid] - _high), Math.Max(0, _low - _sizes[grid]));
            flow.Add(source, grid, mustLeave, -worth);
            flow.Add(source, grid, Math.Max(0, size - _low) - mustLeave, 0);
            flow.Add(grid, sink, mustCome, -worth);
            flow.Add(grid, sink, Math.Max(0, Math.Min(_high, total) - size) - mustCome, 0);
            forced += mustLeave + mustCome;
            for (var other = 0; other < _count; other++)
            {
                if (other != grid && (tolls is null || tolls[grid, other] < limit))
                {
                    flow.Add(grid, other, total, 1);
                }
            }
        }

        // A rest of at least one worth: with these pairs alone there is no way.
        var cost = flow.Run(source, sink) + (forced * worth);
        return cost >= worth ? long.MaxValue : cost;
    }

    // For each pair of an old grid that gives and one that takes: 0 for neighbours, otherwise what must move before anything goes from one to the other.
    private long[,] Tolls()
    {
        var tolls = new long[_count, _count];
        var distance = new long[_part.Count];
        var queue = new PriorityQueue<int, long>();
        for (var taker = 0; taker < _count; taker++)
        {
            for (var giver = 0; giver < _count; giver++)
            {
                tolls[giver, taker] = Plus(_sizes[taker], _smallest[giver]);
            }

            Array.Fill(distance, long.MaxValue);
            for (var v = 0; v < distance.Length; v++)
            {
                if (_home[v] == taker)
                {
                    distance[v] = 0;
                    queue.Enqueue(v, 0);
                }
            }

            // Dijkstra by the people on the way: the last unit belongs to the giver, those before to the corridor.
            while (queue.TryDequeue(out var v, out var reached))
            {
                if (reached > distance[v])
                {
                    continue;
                }

                foreach (var w in _part.NeighboursOf(v))
                {
                    var giver = _home[w];
                    if (giver != taker)
                    {
                        tolls[giver, taker] = Math.Min(tolls[giver, taker], reached == 0 && _home[v] == taker ? 0 : Plus(reached, _smallest[giver]));
                    }

                    if (reached + _part.Size[w] < distance[w])
                    {
                        distance[w] = reached + _part.Size[w];
                        queue.Enqueue(w, distance[w]);
                    }
                }
            }
        }

        return tolls;
    }

    private static long Plus(long a, long b) => a == long.MaxValue || b == long.MaxValue ? long.MaxValue : a + b;
}
