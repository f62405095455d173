namespace GridGovernance.Sdk.Simulation.Tallies;

/// <summary>Finds how much of a run is warm-up: MSER-5, which cuts off what makes the estimate of the mean most precise.</summary>
/// <remarks>
/// <para>White, "An effective truncation heuristic for bias reduction in simulation output", Simulation 69 (1997); White, Cobb and Spratt, "A comparison of five steady-state truncation heuristics for
/// simulation", Winter Simulation Conference (2000): over means of batches of five, the cut d minimises Σ(y − ȳ)²/(n − d)² over what follows it. A cut in the second half of the run is no cut, but the
/// sign of a run that is too short.</para>
/// </remarks>
public static class WarmUp
{
    /// <summary>The observations of a batch.</summary>
    public const int BatchSize = 5;

    /// <summary>Finds the warm-up of a series.</summary>
    /// <param name="observations">The observations in their order; those after the last full batch are passed over, in the mean as well.</param>
    /// <returns>Where to cut, and what is left; the smallest cut where several are as good.</returns>
    public static WarmUpCut Find(ReadOnlySpan<double> observations)
    {
        var batches = observations.Length / BatchSize;
        var (best, least) = (batches, double.PositiveInfinity);
        var (mean, squares, count) = (0.0, 0.0, 0);
        for (var batch = batches - 1; batch >= 0; batch--)
        {
            var value = MeanOf(observations.Slice(batch * BatchSize, BatchSize));
            var distance = value - mean;
            mean += distance / ++count;
            squares += distance * (value - mean);

            // A few last batches may be alike by chance: a cut leaves at least five.
            var error = squares / ((double)count * count);
            if (count >= 5 && error <= least)
            {
                (best, least) = (batch, error);
            }
        }

        return best <= batches / 2 && batches >= 5
            ? new WarmUpCut(best * BatchSize, MeanOf(observations[(best * BatchSize)..(batches * BatchSize)]))
            : new WarmUpCut(null, null);
    }

    private static double MeanOf(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
