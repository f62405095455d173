namespace GridGovernance.Sdk.Division;

/// <summary>Re-divides one parent: from the old grids, by the fewest moves that bring every grid within the bounds.</summary>
internal sealed class PartRedivider
{
    private const int MoveSteps = 20_000;
    private const int MostCounts = 6;
    private const double Price = 1;

    private readonly PartGraph _part;
    private readonly int[] _home;
    private readonly int _old;
    private readonly int _count;
    private readonly long _low;
    private readonly long _high;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="home">The old grid of each vertex, from 0; −1 where it had none.</param>
    /// <param name="count">The number of old grids.</param>
    internal PartRedivider(PartGraph part, int[] home, int count)
    {
        (_part, _home, _old) = (part, home, count);
        var settings = part.Settings;
        _count = settings.Grids ?? count;
        (_low, _high) = settings.IsBounded || _count == 0
            ? (settings.Min, settings.Max)
            : ((long)Math.Ceiling((double)part.Total / _count * (1 - settings.Tolerance)), (long)Math.Floor((double)part.Total / _count * (1 + settings.Tolerance)));
    }

    // Where nothing names a number of grids, the bounds alone decide; the tolerance is around the mean of as many grids as before.
    private bool IsFree => _part.Settings is { Grids: null, IsBounded: true };

    /// <summary>Returns how much must move at the least.</summary>
    /// <returns>The bound; 0 where none is known.</returns>
    internal long Bound()
    {
        if (_part.Settings.IsEither || _old == 0)
        {
            return 0;
        }

        var isKnown = !Array.Exists(_home, static grid => grid < 0);
        return !isKnown || IsFree || _count != _old ? MoveBound.OfAnyCount(_part, _home, _old, IsFree ? 0 : _count, _high) : new MoveBound(_part, _home, _old, _low, _high).Run();
    }

    /// <summary>Re-divides.</summary>
    /// <param name="seed">The caller's seed.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>
    /// The plan, the old grid that each new one goes on from, −1 for none, and how much moves at the least where every plan was looked at; a plan without
    /// grids where there is none.
    /// </returns>
    internal (PartPlan Plan, int[] Names, long? Least) Solve(ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        if (_part.Count == 0)
        {
            return (new PartPlan { GridOf = [], IsOptimal = true, IsLegal = true }, [], 0);
        }

        if (InfeasibilityProofs.Find(_part) is { } certificate)
        {
            return (new PartPlan { Certificate = certificate }, [], null);
        }

        if (_old > 0)
        {
            if (_count == _old && IsKept())
            {
                return (Plan(_home, _old, true), [.. Enumerable.Range(0, _old)], 0);
            }

            int[] counts = IsFree ? [.. GridCounts.Candidates(_part).Order()] : [_count];
            if (new MoveLister(_part, _home, _old).Run(counts, _low, _high) is { } listed)
            {
                return (Plan(listed.GridOf, listed.Count, false), listed.Names, listed.Moved);
            }

            if (Searched(counts, seed, budget, cancellation) is { } searched)
            {
                return (Plan(searched.GridOf, searched.Count, false), searched.Names, null);
            }
        }

        var fresh = PartSolver.Solve(_part, seed, budget, cancellation);
        return (fresh, fresh.GridOf is null ? [] : NameMatching.Of(_part, _home, _old, fresh.GridOf, fresh.Count).Names, null);
    }

    private bool IsKept()
    {
        if (Array.Exists(_home, static grid => grid < 0) || !IsInside(PartMeasure.Sums(_part.Size, _home, _old), PartMeasure.Sums(_part.Other, _home, _old)))
        {
            return false;
        }

        return PartMeasure.IsConnected(_part, _home, _old) && PartMeasure.IsLegal(_part, _home, _old);
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

    // The numbers of grids nearest to the old one, until one moves no more than must.
    private (int[] GridOf, int Count, int[] Names)? Searched(int[] counts, ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        if (Start() is not { } start)
        {
            return null;
        }

        var splits = 0L;
        foreach (var size in PartMeasure.Sums(_part.Size, start, _old))
        {
            splits += _high == long.MaxValue || _high == 0 ? 0 : Math.Max(0, ((size - 1) / _high));
        }

        var bound = Bound();
        (int[] GridOf, int Count, int[] Names, long Moved)? best = null;
        foreach (var count in counts.OrderBy(count => Math.Min(Math.Abs((long)count - _old), Math.Abs(count - _old - splits))).ThenBy(static count => count).Take(MostCounts))
        {
            if (Searched(start, count, seed, budget, cancellation) is not { } gridOf)
            {
                continue;
            }

            var (moved, names) = NameMatching.Of(_part, _home, _old, gridOf, count);
            best = best is { } found && found.Moved <= moved ? best : (gridOf, count, names, moved);
            if (moved <= bound)
            {
                break;
            }
        }

        return best is { } least ? (least.GridOf, least.Count, least.Names) : null;
    }

    private int[]? Searched(int[] old, int count, ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        (long Moved, int[] GridOf)? best = null;
        for (var restart = 0; restart < budget.Restarts * 2; restart++)
        {
            var random = SearchStreams.Of(seed, _part.Code, restart + 1000);
            if (GridAdapter.Adapt(_part, _home, old, _old, count, random) is not var (gridOf, home))
            {
                continue;
            }

            var start = (int[])gridOf.Clone();
            var state = new SearchState(_part, count, gridOf, new SearchGoal(_low, _high, home, Price, 0.01));
            new Annealer(_part, state, random).Run((long)budget.MovesPerUnit * _part.Count, restart % 2 == 0 ? 0.2 : 1, cancellation);
            var moved = Moved(home, gridOf);
            if (IsInside(state.Size, state.Other) && PartMeasure.IsLegal(_part, gridOf, count) && (best is null || moved < best.Value.Moved))
            {
                best = (moved, gridOf);
            }

            // Few units are often enough, and a search for short borders does not look for the very fewest people.
            if ((restart == 0 || count != _old) && !_part.Settings.IsEither && new MoveSearch(_part, home, start, count, _low, _high).Run(best?.Moved ?? long.MaxValue, MoveSteps) is { } fewest)
            {
                best = (Moved(home, fewest), fewest);
            }
        }

        return best?.GridOf;
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

        var heaviest = new int[_old];
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

        var held = new long[_old];
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

    private PartPlan Plan(int[] gridOf, int count, bool isKept)
    {
        var bound = PartBound.Deviation(_part, count);
        var deviation = PartMeasure.Deviations(_part, gridOf, count).Max();
        return new PartPlan
        {
            GridOf = gridOf,
            Count = count,
            Deviation = deviation,
            Bound = Math.Min(bound, deviation),
            IsLegal = PartMeasure.IsLegal(_part, gridOf, count),
            IsOptimal = isKept && deviation <= bound,
        };
    }

    private long Moved(int[] home, int[] gridOf)
    {
        var moved = 0L;
        for (var v = 0; v < gridOf.Length; v++)
        {
            moved += home[v] >= 0 && home[v] != gridOf[v] ? _part.Size[v] : 0;
        }

        return moved;
    }
}
