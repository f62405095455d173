using System.Numerics;

namespace GridGovernance.Sdk.Division;

/// <summary>Lists all connected plans inside a window, one by one: always the grid of the first vertex that is left.</summary>
internal sealed class PlanLister
{
    private readonly ExactGraph _graph;
    private readonly SizeWindow _window;
    private readonly List<ulong> _chosen = [];

    /// <summary>Begins.</summary>
    /// <param name="graph">The parent.</param>
    /// <param name="window">Which grids are let through.</param>
    internal PlanLister(ExactGraph graph, SizeWindow window) => (_graph, _window) = (graph, window);

    /// <summary>Lists.</summary>
    /// <param name="count">The number of grids.</param>
    /// <returns>The grids of each plan; the same list each time, so that a caller copies what it keeps.</returns>
    internal IEnumerable<IReadOnlyList<ulong>> Run(int count) => Plans(_graph.All, count);

    private IEnumerable<IReadOnlyList<ulong>> Plans(ulong rest, int count)
    {
        if (rest == 0 || count == 0)
        {
            if (rest == 0 && count == 0)
            {
                yield return _chosen;
            }

            yield break;
        }

        var first = rest & (~rest + 1);
        foreach (var grid in Grids(rest, first, _graph.Size[BitOperations.TrailingZeroCount(first)], 0))
        {
            _chosen.Add(grid);
            if (Parts(rest & ~grid) < count)
            {
                foreach (var plan in Plans(rest & ~grid, count - 1))
                {
                    yield return plan;
                }
            }

            _chosen.RemoveAt(_chosen.Count - 1);
        }
    }

    private IEnumerable<ulong> Grids(ulong rest, ulong grid, long size, ulong excluded)
    {
        if (size > _window.High)
        {
            yield break;
        }

        if (size >= _window.Low && _window.Allows(grid, size))
        {
            yield return grid;
        }

        for (var open = _graph.NearOf(grid) & rest & ~grid & ~excluded; open != 0; open &= open - 1)
        {
            var bit = open & (~open + 1);
            foreach (var larger in Grids(rest, grid | bit, size + _graph.Size[BitOperations.TrailingZeroCount(bit)], excluded))
            {
                yield return larger;
            }

            excluded |= bit;
        }
    }

    private int Parts(ulong set)
    {
        var parts = 0;
        for (; set != 0; parts++)
        {
            set &= ~_graph.ComponentOf(set, set & (~set + 1));
        }

        return parts;
    }
}
