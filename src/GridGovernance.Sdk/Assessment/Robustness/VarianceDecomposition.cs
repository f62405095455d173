namespace GridGovernance.Sdk.Assessment;

/// <summary>Splits the variance of a result among its inputs (方差分解, Sobol's indices).</summary>
/// <remarks>
/// The sampling of Saltelli et al., "Variance based sensitivity analysis of model output" (2010): two independent samples A and B, and A with one column
/// of B; first-order indices by their estimator, total indices by Jansen's. With n samples an index is right to about 1.5 ÷ √n.
/// </remarks>
public static class VarianceDecomposition
{
    /// <summary>The most evaluations of a function that one estimate makes.</summary>
    public const long MaximumEvaluations = 100_000_000;

    /// <summary>Estimates the indices of each input.</summary>
    /// <param name="function">The result.</param>
    /// <param name="inputCount">How many inputs it has, at least 1.</param>
    /// <param name="samples">How many samples are drawn, at least 2; the function is evaluated <paramref name="samples"/> × (<paramref name="inputCount"/> + 2)
    /// times.</param>
    /// <param name="seed">Where the random numbers start.</param>
    /// <returns>The indices, in the order of the inputs; all 0 when the result never changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the evaluations exceed <see cref="MaximumEvaluations"/>.</exception>
    public static EquatableArray<SensitivityIndex> Estimate(SensitivityFunction function, int inputCount, int samples, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples * ((long)inputCount + 2), MaximumEvaluations, nameof(samples));
        var draws = SeededRandom.FromSeed(seed);
        var (a, b) = (new double[inputCount], new double[inputCount]);
        var (atA, atB) = (new double[samples], new double[samples]);
        var mixed = new double[inputCount][];
        for (var input = 0; input < inputCount; input++)
        {
            mixed[input] = new double[samples];
        }

        for (var sample = 0; sample < samples; sample++)
        {
            for (var input = 0; input < inputCount; input++)
            {
                (a[input], b[input]) = (draws.NextDouble(), draws.NextDouble());
            }

            (atA[sample], atB[sample]) = (function(a), function(b));
            for (var input = 0; input < inputCount; input++)
            {
                var own = a[input];
                a[input] = b[input];
                mixed[input][sample] = function(a);
                a[input] = own;
            }
        }

        var mean = (atA.Sum() + atB.Sum()) / (2.0 * samples);
        var variance = (atA.Sum(value => Square(value - mean)) + atB.Sum(value => Square(value - mean))) / ((2.0 * samples) - 1);
        return EquatableArray.From(mixed.Select(values => variance > 0 ? Index(atA, atB, values, mean, variance) : new SensitivityIndex(0, 0)));
    }

    // Without the mean the products are small, and the estimate of the first order is steadier.
    private static SensitivityIndex Index(double[] atA, double[] atB, double[] mixed, double mean, double variance)
    {
        double first = 0, total = 0;
        for (var i = 0; i < mixed.Length; i++)
        {
            first += (atB[i] - mean) * (mixed[i] - atA[i]);
            total += Square(atA[i] - mixed[i]);
        }

        return new SensitivityIndex(first / mixed.Length / variance, total / (2.0 * mixed.Length) / variance);
    }

    private static double Square(double distance) => distance * distance;
}
