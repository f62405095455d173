namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>The gamma function and its incomplete relatives, from + − × ÷ √ alone.</summary>
internal static class GammaFunctions
{
    private const int MostTerms = 10_000;
    private const double Tiny = 1e-300;
    private const double Precision = 1e-16;
    private const double HalfLogOfTwoPi = 0.91893853320467274178;

    // DLMF 5.11.1: B(2k)/(2k (2k − 1)), highest power of 1/x² first.
    private static readonly double[] Stirling = [1.0 / 156, -691.0 / 360_360, 1.0 / 1_188, -1.0 / 1_680, 1.0 / 1_260, -1.0 / 360, 1.0 / 12];

    /// <summary>Computes ln Γ(x) by Stirling's series (DLMF 5.11.1) at x + n ≥ 15 and the recurrence Γ(x + 1) = x Γ(x).</summary>
    /// <param name="x">A positive number.</param>
    /// <returns>The logarithm, to about 15 digits.</returns>
    internal static double LogGamma(double x)
    {
        var product = 1.0;
        for (; x < 15; x++)
        {
            product *= x;
        }

        var square = 1 / (x * x);
        var series = 0.0;
        foreach (var coefficient in Stirling)
        {
            series = (series * square) + coefficient;
        }

        return ((x - 0.5) * PortableMath.Log(x)) - x + HalfLogOfTwoPi + (series / x) - PortableMath.Log(product);
    }

    /// <summary>Computes the regularised incomplete beta function I(x; a, b) by its continued fraction (DLMF 8.17.22), with Lentz's method.</summary>
    /// <param name="x">The argument, 0..1.</param>
    /// <param name="complement">1 − <paramref name="x"/>, given separately because the subtraction would lose digits.</param>
    /// <param name="a">The first parameter, above 0.</param>
    /// <param name="b">The second parameter, above 0.</param>
    /// <returns>The value, 0..1.</returns>
    internal static double RegularisedBeta(double x, double complement, double a, double b)
    {
        if (x <= 0 || complement <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges fast below the mean; above it the other side is computed.
        if (x > (a + 1) / (a + b + 2))
        {
            return 1 - RegularisedBeta(complement, x, b, a);
        }

        var front = PortableMath.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * PortableMath.Log(x)) + (b * PortableMath.Log(complement))) / a;
        var (c, d) = (1.0, 1 / NotZero(1 - ((a + b) * x / (a + 1))));
        var fraction = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) <= Precision)
            {
                break;
            }
        }

        return front * fraction;
    }

    /// <summary>Computes both regularised incomplete gamma functions, P(a, x) and Q(a, x): by the series below a + 1 (DLMF 8.7.1), by the continued fraction above (DLMF 8.9.2).</summary>
    /// <param name="a">The parameter, above 0.</param>
    /// <param name="x">The argument, a positive normal number.</param>
    /// <param name="logGamma">ln Γ(<paramref name="a"/>).</param>
    /// <returns>The share below and the share above, each with its own digits where it is the smaller one.</returns>
    internal static (double Below, double Above) RegularisedGamma(double a, double x, double logGamma)
    {
        var front = PortableMath.Exp((a * PortableMath.Log(x)) - x - logGamma);
        if (x < a + 1)
        {
            var term = 1 / a;
            var sum = term;
            for (var n = 1; n <= MostTerms && term > Precision * sum; n++)
            {
                term *= x / (a + n);
                sum += term;
            }

            return (front * sum, 1 - (front * sum));
        }

        var b = x + 1 - a;
        var (c, d) = (1 / Tiny, 1 / b);
        var fraction = d;
        for (var n = 1; n <= MostTerms; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = 1 / NotZero((numerator * d) + b);
            c = NotZero(b + (numerator / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) <= Precision)
            {
                break;
            }
        }

        return (1 - (front * fraction), front * fraction);
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
