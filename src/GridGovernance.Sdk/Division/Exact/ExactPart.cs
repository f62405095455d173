namespace GridGovernance.Sdk.Division;

/// <summary>Solves a small parent to a proof: the smallest largest deviation, and among those plans the fewest cut edges.</summary>
internal sealed class ExactPart
{
    private readonly PartGraph _part;
    private readonly ExactGraph _graph;
    private long _steps;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent, of at most <see cref="ExactGraph.MostVertices"/>.</param>
    /// <param name="steps">How many steps it may take.</param>
    internal ExactPart(PartGraph part, long steps) => (_part, _graph, _steps) = (part, new ExactGraph(part), steps);

    /// <summary>Gets whether the steps were used up: what was not found is then not proven.</summary>
    internal bool IsExhausted => _steps <= 0;

    /// <summary>Solves for a number of grids.</summary>
    /// <param name="count">The number.</param>
    /// <param name="hint">A plan to start from; null for none.</param>
    /// <returns>The best plan that was found, with what is proven of it; null where there is none, which is proven unless <see cref="IsExhausted"/>.</returns>
    internal PartPlan? Solve(int count, PartPlan? hint)
    {
        var bound = PartBound.Deviation(_part, count);
        var best = hint is { IsLegal: true } && hint.Count == count ? hint.GridOf : Find(count, double.PositiveInfinity, false, []);
        if (best is null)
        {
            return null;
        }

        var deviation = Measure(best, count);
        var isProven = false;

        // Halve what lies between bound and plan while that is much; a window that fails raises the bound.
        while (!IsExhausted && deviation > bound && deviation - bound > Math.Max(0.1 * deviation, 1e-6))
        {
            var middle = (bound + deviation) / 2;
            if (Find(count, middle, false, []) is { } better)
            {
                (best, deviation) = (better, Measure(better, count));
            }
            else if (!IsExhausted)
            {
                bound = middle;
            }
        }

        var failed = new HashSet<(ulong Set, int Count)>();
        while (!IsExhausted && !isProven)
        {
            if (deviation > bound && Find(count, deviation, true, failed) is { } better)
            {
                (best, deviation) = (better, Measure(better, count));
            }
            else
            {
                isProven = !IsExhausted;
            }
        }

        var isOptimal = false;
        if (isProven)
        {
            bound = deviation;
            var minimizer = new CutMinimizer(_graph, new SizeWindow(_graph, count, deviation, false), _steps);
            if (minimizer.Run(count) is { } sets)
            {
                (best, isOptimal) = (_graph.GridOf(sets), true);
            }

            _steps -= minimizer.Steps;
        }

        return new PartPlan
        {
            GridOf = best,
            Count = count,
            Deviation = deviation,
            Bound = Math.Min(bound, deviation),
            IsLegal = true,
            IsOptimal = isOptimal,
        };
    }

    private double Measure(int[] gridOf, int count) => PartMeasure.Deviations(_part, gridOf, count).Max();

    private int[]? Find(int count, double deviation, bool isStrict, HashSet<(ulong Set, int Count)> failed)
    {
        var finder = new PlanFinder(_graph, new SizeWindow(_graph, count, deviation, isStrict), _steps, failed);
        var sets = finder.Run(count);
        _steps -= finder.Steps;
        return sets is null ? null : _graph.GridOf(sets);
    }
}
