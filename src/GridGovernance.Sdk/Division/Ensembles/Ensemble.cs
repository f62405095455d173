namespace GridGovernance.Sdk.Division;

/// <summary>Plans drawn at random (方案样本), among which one can be placed on any indicator: is today's map unusual among all that keep the same bounds?</summary>
/// <remarks>
/// <para>The plans: each parent keeps the number of grids that the first plan gives it; every grid is connected and keeps the hard bounds, and the
/// tolerance where one is given; settled grids stay. These are the plans that <see cref="ConnectedPlans"/> counts, where the number of grids is fixed and no tolerance is given.</para>
/// <para>The distribution: a plan's probability is proportional to the product, over its grids, of the number of spanning trees of the grid, so that compact
/// grids are likelier; parents are independent. The graph is that of the units: what must stay together is one vertex, and two vertices are joined once,
/// however many edges there are between them.</para>
/// <para>How: a parent with few plans is drawn from the list of them, one draw independent of the other. In any other a Markov chain recombines two neighbouring
/// grids by a uniform spanning tree, after the reversible recombination of Cannon, Duchin, Randall and Rule ("Spanning tree methods for sampling graph
/// partitions", 2022), whose stationary distribution this is. The chain reaches the plans that recombinations of two grids reach from the first: under tight bounds that may not be all.</para>
/// <para>The same plan, seed and options give the same ensemble on any number of threads. Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Ensemble
{
    private readonly PartDraws[] _draws;

    private Ensemble(DivisionPlan start, PartDraws[] draws, int count) => (Start, _draws, Count) = (start, draws, count);

    /// <summary>Gets the plan that it was drawn from.</summary>
    public DivisionPlan Start { get; }

    /// <summary>Gets the number of draws.</summary>
    public int Count { get; }

    /// <summary>Gets whether all parents were drawn from the list of all their plans, so that draws are independent and of the very distribution.</summary>
    public bool IsIndependent => Array.TrueForAll(_draws, static draws => draws.IsListed);

    /// <summary>Gets the share of the chains' steps that changed a plan, 0..1; null where no chain walked. Near 0 more steps are needed between draws.</summary>
    public double? AcceptedShare
    {
        get
        {
            var (accepted, steps) = (0L, 0L);
            foreach (var draws in _draws)
            {
                (accepted, steps) = (accepted + draws.Accepted, steps + draws.Steps);
            }

            return steps == 0 ? null : (double)accepted / steps;
        }
    }

    /// <summary>Draws plans.</summary>
    /// <param name="start">A plan that keeps the bounds, such as the divider's.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The draws.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="start"/> breaks a hard bound, or the tolerance of <paramref name="options"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="options"/> has a number outside its range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static Ensemble Draw(DivisionPlan start, ulong seed, EnsembleOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        options ??= new EnsembleOptions();
        Check(options);
        var parts = start.Problem.Parts;
        var gridOf = Array.ConvertAll(parts, part => VerticesOf(start, part));
        for (var p = 0; p < parts.Length; p++)
        {
            if (!new DrawRules(parts[p], CountOf(gridOf[p]), options.Tolerance).Allow(gridOf[p]))
            {
                throw new ArgumentException($"Expected a plan whose grids are within the bounds, but in the parent \"{parts[p].Code}\" one is not.", nameof(start));
            }
        }

        var draws = new PartDraws[parts.Length];
        Divider.ForEach(
            parts.Length,
            DivisionBudget.Default with { Parallelism = options.Parallelism },
            p => draws[p] = PartDraws.Draw(parts[p], gridOf[p], CountOf(gridOf[p]), seed, options, cancellation),
            cancellation);
        return new Ensemble(start, draws, options.Draws);
    }

    /// <summary>Returns a draw as a plan, with codes, names and measures.</summary>
    /// <param name="draw">The draw, from 0.</param>
    /// <returns>The plan; its bound is not computed, and 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is outside 0..<see cref="Count"/>−1.</exception>
    public DivisionPlan Plan(int draw)
    {
        Check(draw);
        var plans = new PartPlan[_draws.Length];
        for (var p = 0; p < plans.Length; p++)
        {
            var part = Start.Problem.Parts[p];
            var gridOf = _draws[p].At(draw);
            plans[p] = new PartPlan
            {
                GridOf = gridOf,
                Count = _draws[p].Grids,
                Deviation = _draws[p].Grids == 0 ? 0 : PartMeasure.Deviations(part, gridOf, _draws[p].Grids).Max(),
                IsLegal = true,
            };
        }

        return PlanAssembler.Assemble(Start.Problem, plans).Plan;
    }

    /// <summary>Returns a draw as bare numbers: two draws are the same partition exactly where these are equal.</summary>
    /// <param name="draw">The draw, from 0.</param>
    /// <returns>The grid of each unit in the problem's order; grids are numbered from 0 in the order in which the units meet them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is outside 0..<see cref="Count"/>−1.</exception>
    public EquatableArray<int> Assignment(int draw)
    {
        Check(draw);
        var assignment = new int[Start.Problem.Units.Count];
        var first = 0;
        for (var p = 0; p < _draws.Length; p++)
        {
            var part = Start.Problem.Parts[p];
            var gridOf = _draws[p].At(draw);
            for (var v = 0; v < gridOf.Length; v++)
            {
                foreach (var unit in part.UnitsOf(v))
                {
                    assignment[unit] = first + gridOf[v];
                }
            }

            first += _draws[p].Grids;
            foreach (var settled in part.Settled)
            {
                foreach (var unit in settled.Units)
                {
                    assignment[unit] = first;
                }

                first++;
            }
        }

        return EquatableArray.Create<int>(PartDraws.Numbered(assignment, first));
    }

    /// <summary>Places a plan among the draws on an indicator.</summary>
    /// <param name="plan">The plan, such as today's.</param>
    /// <param name="indicator">The indicator, such as <c>plan => plan.CutEdges</c> or <c>plan => DivisionQuality.Of(plan).MeanPolsbyPopper ?? 0</c>.</param>
    /// <returns>Where it stands.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="indicator"/> gave something that is not a finite number.</exception>
    public EnsemblePlacement Place(DivisionPlan plan, Func<DivisionPlan, double> indicator)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(indicator);
        var values = new double[Count + 1];
        for (var draw = 0; draw < values.Length; draw++)
        {
            values[draw] = indicator(draw == Count ? plan : Plan(draw));
            if (!double.IsFinite(values[draw]))
            {
                throw new ArgumentException($"Expected an indicator that is a finite number, but found {values[draw]}.", nameof(indicator));
            }
        }

        return EnsemblePlacement.Of(values[Count], values[..Count]);
    }

    private static int[] VerticesOf(DivisionPlan plan, PartGraph part)
    {
        var local = new Dictionary<int, int>();
        var gridOf = new int[part.Count];
        for (var v = 0; v < gridOf.Length; v++)
        {
            var grid = plan.Assignment[part.UnitsOf(v)[0]];
            if (!local.TryGetValue(grid, out gridOf[v]))
            {
                local.Add(grid, gridOf[v] = local.Count);
            }
        }

        return gridOf;
    }

    // Grids are numbered in the order in which vertices meet them.
    private static int CountOf(int[] gridOf)
    {
        var count = 0;
        foreach (var grid in gridOf)
        {
            count = Math.Max(count, grid + 1);
        }

        return count;
    }

    private static void Check(EnsembleOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.StepsPerDraw, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MostListed, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallelism, 1, nameof(options));
        if (options.Tolerance is { } tolerance && !(tolerance >= 0 && double.IsFinite(tolerance)))
        {
            throw new ArgumentOutOfRangeException(nameof(options), tolerance, "Expected a tolerance from 0.");
        }
    }

    private void Check(int draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(draw, Count);
    }
}
