using System.Numerics;

namespace GridGovernance.Sdk.Division;

/// <summary>Re-divides one parent: from the old grids, by the fewest moves that bring every grid within the bounds.</summary>
internal sealed class PartRedivider
{
    private const int MostListed = 20_000;
    private const int MostListedGrids = 10;
    private const int ListSteps = 400_000;
    private const int MoveSteps = 20_000;
    private const double Price = 1;

    private readonly PartGraph _part;
    private readonly int[] _home;
    private readonly int _count;
    private readonly long _low;
    private readonly long _high;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="home">The old grid of each vertex, from 0; −1 where it had none.</param>
    /// <param name="count">The number of old grids.</param>
    internal PartRedivider(PartGraph part, int[] home, int count)
    {
        (_part, _home, _count) = (part, home, count);
        var settings = part.Settings;
        (_low, _high) = settings.IsBounded || count == 0
            ? (settings.Min, settings.Max)
            : ((long)Math.Ceiling((double)part.Total / count * (1 - settings.Tolerance)), (long)Math.Floor((double)part.Total / count * (1 + settings.Tolerance)));
    }

    /// <summary>Returns how much must move at the least.</summary>
    /// <param name="bound">The bound.</param>
    /// <returns>False where the old grids are not the new ones, so that no bound is known.</returns>
    internal bool TryBound(out long bound)
    {
        bound = 0;
        var count = _part.Settings.Grids ?? _count;
        if (count != _count || _part.Settings.IsEither)
        {
            return false;
        }

        if (!Array.Exists(_home, static grid => grid < 0))
        {
            bound = new MoveBound(_part, _home, _count, _low, _high).Run();
        }

        return true;
    }

    /// <summary>Re-divides.</summary>
    /// <param name="seed">The caller's seed.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The plan, and the old grid that each new one goes on from, −1 for none; a plan without grids where there is none.</returns>
    internal (PartPlan Plan, int[] Names) Solve(ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        if (_part.Count == 0)
        {
            return (new PartPlan { GridOf = [], IsOptimal = true, IsLegal = true }, []);
        }

        if (InfeasibilityProofs.Find(_part) is { } certificate)
        {
            return (new PartPlan { Certificate = certificate }, []);
        }

        if ((_part.Settings.Grids ?? _count) == _count && _count > 0)
        {
            if (IsKept())
            {
                return (Plan(_home, true), [.. Enumerable.Range(0, _count)]);
            }

            if (Listed() is { } listed)
            {
                return listed;
            }

            if (Searched(seed, budget, cancellation) is { } searched)
            {
                return searched;
            }
        }

        var fresh = PartSolver.Solve(_part, seed, budget, cancellation);
        return (fresh, fresh.GridOf is null ? [] : Match(fresh.GridOf, fresh.Count));
    }

    private bool IsKept()
    {
        if (Array.Exists(_home, static grid => grid < 0) || !IsInside(PartMeasure.Sums(_part.Size, _home, _count), PartMeasure.Sums(_part.Other, _home, _count)))
        {
            return false;
        }

        return PartMeasure.IsConnected(_part, _home, _count) && PartMeasure.IsLegal(_part, _home, _count);
    }

    private bool IsInside(long[] sizes, long[] others)
    {
        for (var grid = 0; grid < sizes.Length; grid++)
        {
            if ((sizes[grid] < _low || sizes[grid] > _high) && !(_part.Settings.IsEither && _part.Settings.Allows(sizes[grid], others[grid])))
            {
                return false;
            }
        }

        return true;
    }

    // Every plan within the bounds, each with the names that move least: the optimum.
    private (PartPlan Plan, int[] Names)? Listed()
    {
        if (_part.Count > ExactGraph.MostVertices || _count > MostListedGrids || _part.Extra.Length > 0)
        {
            return null;
        }

        var graph = new ExactGraph(_part);
        var window = new SizeWindow(graph, _count, _low, _high);
        var counter = new PlanCounter(graph, window, ListSteps);
        var plans = counter.Run(_count);
        if (counter.IsExhausted || plans == 0 || plans > MostListed)
        {
            return null;
        }

        (long Moved, double Deviation) best = (long.MaxValue, 0);
        (PartPlan Plan, int[] Names)? found = null;
        foreach (var sets in new PlanLister(graph, window).Run(_count))
        {
            var gridOf = graph.GridOf(sets);
            var (moved, names) = Assign(gridOf);
            var deviation = moved <= best.Moved ? PartMeasure.Deviations(_part, gridOf, _count).Max() : 0;
            if (moved < best.Moved || (moved == best.Moved && deviation < best.Deviation))
            {
                (best, found) = ((moved, deviation), (Plan(gridOf, false), names));
            }
        }

        return found;
    }

    private (PartPlan Plan, int[] Names)? Searched(ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        (long Moved, int[] GridOf)? best = null;
        var goal = new SearchGoal(_low, _high, _home, Price, 0.01);
        for (var restart = 0; restart < budget.Restarts * 2; restart++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Start() is not { } gridOf)
            {
                return null;
            }

            var random = SearchStreams.Of(seed, _part.Code, restart + 1000);
            var state = new SearchState(_part, _count, gridOf, goal);
            new Annealer(_part, state, random).Run((long)budget.MovesPerUnit * _part.Count, restart % 2 == 0 ? 0.2 : 1, cancellation);
            var moved = Moved(gridOf);
            if (IsInside(state.Size, state.Other) && PartMeasure.IsLegal(_part, gridOf, _count) && (best is null || moved < best.Value.Moved))
            {
                best = (moved, gridOf);
            }
        }

        // Few units are often enough, and a search for short borders does not look for the very fewest people.
        if (!_part.Settings.IsEither && Start() is { } old && new MoveSearch(_part, _home, old, _count, _low, _high).Run(best?.Moved ?? long.MaxValue, MoveSteps) is { } fewest)
        {
            best = (Moved(fewest), fewest);
        }

        return best is { } found ? (Plan(found.GridOf, false), [.. Enumerable.Range(0, _count)]) : null;
    }

    // The old grids, each reduced to its heaviest connected piece; what is left over goes to a neighbour, the lightest first.
    private int[]? Start()
    {
        var gridOf = (int[])_home.Clone();
        var pieces = PartMeasure.Pieces(_part, gridOf, out var count);
        var sizes = new long[count];
        var owner = new int[count];
        Array.Fill(owner, -1);
        for (var v = 0; v < _part.Count; v++)
        {
            sizes[pieces[v]] += _part.Size[v] + 1;
            owner[pieces[v]] = gridOf[v];
        }

        var heaviest = new int[_count];
        Array.Fill(heaviest, -1);
        for (var piece = 0; piece < count; piece++)
        {
            if (owner[piece] >= 0 && (heaviest[owner[piece]] < 0 || sizes[piece] > sizes[heaviest[owner[piece]]]))
            {
                heaviest[owner[piece]] = piece;
            }
        }

        if (Array.Exists(heaviest, static piece => piece < 0))
        {
            return null;
        }

        var held = new long[_count];
        for (var v = 0; v < _part.Count; v++)
        {
            gridOf[v] = gridOf[v] >= 0 && heaviest[gridOf[v]] == pieces[v] ? gridOf[v] : -1;
            if (gridOf[v] >= 0)
            {
                held[gridOf[v]] += _part.Size[v];
            }
        }

        for (var changed = true; changed;)
        {
            changed = false;
            for (var v = 0; v < _part.Count; v++)
            {
                if (gridOf[v] >= 0)
                {
                    continue;
                }

                foreach (var w in _part.NeighboursOf(v))
                {
                    if (gridOf[w] >= 0 && (gridOf[v] < 0 || held[gridOf[w]] < held[gridOf[v]]))
                    {
                        gridOf[v] = gridOf[w];
                    }
                }

                if (gridOf[v] >= 0)
                {
                    held[gridOf[v]] += _part.Size[v];
                    changed = true;
                }
            }
        }

        return Array.Exists(gridOf, static grid => grid < 0) ? null : gridOf;
    }

    private PartPlan Plan(int[] gridOf, bool isKept)
    {
        var bound = PartBound.Deviation(_part, _count);
        var deviation = PartMeasure.Deviations(_part, gridOf, _count).Max();
        return new PartPlan
        {
            GridOf = gridOf,
            Count = _count,
            Deviation = deviation,
            Bound = Math.Min(bound, deviation),
            IsLegal = PartMeasure.IsLegal(_part, gridOf, _count),
            IsOptimal = isKept && deviation <= bound,
        };
    }

    private long Moved(int[] gridOf)
    {
        var moved = 0L;
        for (var v = 0; v < gridOf.Length; v++)
        {
            moved += _home[v] >= 0 && _home[v] != gridOf[v] ? _part.Size[v] : 0;
        }

        return moved;
    }

    // The names that keep most, by dynamic programming over the sets of names given out.
    private (long Moved, int[] Names) Assign(int[] gridOf)
    {
        var kept = new long[_count, _count];
        var total = 0L;
        for (var v = 0; v < gridOf.Length; v++)
        {
            if (_home[v] >= 0)
            {
                kept[gridOf[v], _home[v]] += _part.Size[v];
                total += _part.Size[v];
            }
        }

        var most = new long[1 << _count];
        var pick = new int[1 << _count];
        for (var used = 1; used < most.Length; used++)
        {
            most[used] = -1;
            var grid = BitOperations.PopCount((uint)used) - 1;
            for (var name = 0; name < _count; name++)
            {
                if ((used >> name & 1) == 1 && most[used & ~(1 << name)] + kept[grid, name] > most[used])
                {
                    (most[used], pick[used]) = (most[used & ~(1 << name)] + kept[grid, name], name);
                }
            }
        }

        var names = new int[_count];
        var rest = most.Length - 1;
        for (var grid = _count - 1; grid >= 0; grid--)
        {
            names[grid] = pick[rest];
            rest &= ~(1 << pick[rest]);
        }

        return (total - most[^1], names);
    }

    // Names for grids drawn afresh: the pair that keeps most first.
    private int[] Match(int[] gridOf, int count)
    {
        var kept = new Dictionary<(int Grid, int Name), long>();
        for (var v = 0; v < gridOf.Length; v++)
        {
            if (_home[v] >= 0)
            {
                var key = (gridOf[v], _home[v]);
                kept[key] = kept.GetValueOrDefault(key) + _part.Size[v];
            }
        }

        var names = new int[count];
        Array.Fill(names, -1);
        var used = new bool[_count];
        foreach (var ((grid, name), _) in kept.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key))
        {
            if (names[grid] < 0 && !used[name])
            {
                names[grid] = name;
                used[name] = true;
            }
        }

        return names;
    }
}
