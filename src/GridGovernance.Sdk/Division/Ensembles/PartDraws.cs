namespace GridGovernance.Sdk.Division;

/// <summary>The draws of one parent.</summary>
internal sealed class PartDraws
{
    private const int BurnIn = 20;
    private const int ListSteps = 400_000;
    private const int MostListedVertices = 30;

    private readonly int[][] _draws;

    private PartDraws(int[][] draws, int grids, bool isListed) => (_draws, Grids, IsListed) = (draws, grids, isListed);

    /// <summary>Gets the number of grids, settled ones not counted.</summary>
    internal int Grids { get; }

    /// <summary>Gets whether they were drawn from a list.</summary>
    internal bool IsListed { get; }

    /// <summary>Gets how many steps of a chain changed the plan.</summary>
    internal long Accepted { get; private init; }

    /// <summary>Gets how many steps a chain made.</summary>
    internal long Steps { get; private init; }

    /// <summary>Returns the grid of each vertex in a draw.</summary>
    internal int[] At(int draw) => _draws[draw];

    /// <summary>Draws.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="gridOf">The grid of each vertex in a first plan that is allowed.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="seed">The caller's seed.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal static PartDraws Draw(PartGraph part, int[] gridOf, int count, ulong seed, EnsembleOptions options, CancellationToken cancellation)
    {
        var draws = new int[options.Draws][];
        var random = SearchStreams.Of(seed, part.Code, -1);
        if (count <= 1)
        {
            Array.Fill(draws, gridOf);
            return new PartDraws(draws, count, true);
        }

        if (Listed(part, count, options) is { } listed)
        {
            for (var draw = 0; draw < draws.Length; draw++)
            {
                draws[draw] = listed.Next(random);
            }

            return new PartDraws(draws, count, true);
        }

        var chain = new RecombinationChain(part, count, gridOf, new DrawRules(part, count, options.Tolerance), random);
        chain.Walk((long)options.StepsPerDraw * BurnIn, cancellation);
        for (var draw = 0; draw < draws.Length; draw++)
        {
            chain.Walk(options.StepsPerDraw, cancellation);
            draws[draw] = Numbered(gridOf, count);
        }

        return new PartDraws(draws, count, false) { Accepted = chain.Accepted, Steps = chain.Steps };
    }

    /// <summary>Numbers the grids in the order in which the vertices meet them.</summary>
    internal static int[] Numbered(int[] gridOf, int count)
    {
        var number = new int[count];
        Array.Fill(number, -1);
        var numbered = new int[gridOf.Length];
        var next = 0;
        for (var v = 0; v < gridOf.Length; v++)
        {
            ref var own = ref number[gridOf[v]];
            own = own < 0 ? next++ : own;
            numbered[v] = own;
        }

        return numbered;
    }

    private static WeightedPlans? Listed(PartGraph part, int count, EnsembleOptions options)
    {
        if (options.MostListed == 0 || part.Count > MostListedVertices)
        {
            return null;
        }

        var graph = new ExactGraph(part);
        var window = new SizeWindow(graph, count, options.Tolerance ?? double.PositiveInfinity, false);
        var counter = new PlanCounter(graph, window, ListSteps);
        var plans = counter.Run(count);
        return counter.IsExhausted || plans > (UInt128)options.MostListed ? null : new WeightedPlans(part, new PlanLister(graph, window).Run(count).Select(sets => Numbered(graph.GridOf(sets), count)), count);
    }
}
