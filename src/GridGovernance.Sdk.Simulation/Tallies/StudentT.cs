using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tallies;

/// <summary>Student's t distribution, from + − × ÷ √ alone: the same bits on every machine.</summary>
/// <remarks>
/// <para>The tail is the regularised incomplete beta function, I(ν/(ν + t²); ν/2, ½) (Abramowitz and Stegun 26.5.27 and 26.7.1), by its continued fraction;
/// the quantile is found from it by Newton's method, which begins at the normal quantile and so comes from below. About ten digits, up to a million degrees of freedom and down to tails of 10⁻¹⁰⁰.</para>
/// </remarks>
public static class StudentT
{
    private const int MostSteps = 2_000;

    /// <summary>Computes the value that is exceeded with a given chance: that of <c>share</c> = 0.975 makes a two-sided interval of 95 %.</summary>
    /// <param name="share">The share of the distribution below the value, between 0 and 1.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom, from 1; not necessarily whole.</param>
    /// <returns>The quantile.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Quantile(double share, double degreesOfFreedom)
    {
        if (share is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share between 0 and 1.");
        }

        Check(degreesOfFreedom);
        return share < 0.5 ? -UpperQuantile(share, degreesOfFreedom) : UpperQuantile(1 - share, degreesOfFreedom);
    }

    /// <summary>Computes the chance of a value as far from 0 as a given one, on either side.</summary>
    /// <param name="t">The value.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom, from 1; not necessarily whole.</param>
    /// <returns>The chance, 0..1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is not a number, or <paramref name="degreesOfFreedom"/> is outside its range.</exception>
    public static double TwoSidedTail(double t, double degreesOfFreedom)
    {
        if (double.IsNaN(t))
        {
            throw new ArgumentOutOfRangeException(nameof(t), t, "Expected a number.");
        }

        Check(degreesOfFreedom);
        var square = t * t;
        return double.IsInfinity(square)
            ? 0
            : GammaFunctions.RegularisedBeta(degreesOfFreedom / (degreesOfFreedom + square), square / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5);
    }

    private static double UpperQuantile(double tail, double freedom)
    {
        if (tail == 0.5)
        {
            return 0;
        }

        // Tails of t are heavier than the normal ones, and convex: each step stays below the quantile and comes nearer.
        var t = -NormalQuantile.Of(tail);
        var logOfPeak = GammaFunctions.LogGamma((freedom + 1) / 2) - GammaFunctions.LogGamma(freedom / 2);
        var peak = PortableMath.Exp(logOfPeak) / Math.Sqrt(freedom * Math.PI);
        for (var step = 0; step < MostSteps; step++)
        {
            var excess = (TwoSidedTail(t, freedom) / 2) - tail;
            var density = peak * PortableMath.Exp(-(freedom + 1) / 2 * PortableMath.Log(1 + (t * t / freedom)));
            var next = t + (excess / density);
            if (!(Math.Abs(next - t) > 1e-13 * Math.Abs(t)))
            {
                return next;
            }

            t = next;
        }

        return t;
    }

    private static void Check(double degreesOfFreedom)
    {
        if (!double.IsFinite(degreesOfFreedom) || degreesOfFreedom < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Expected a finite number from 1.");
        }
    }
}
