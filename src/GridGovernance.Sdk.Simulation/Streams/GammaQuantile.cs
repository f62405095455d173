namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>The quantile of the gamma distribution with scale 1: Newton's method on the regularised incomplete gamma function, kept between a bound below and one above.</summary>
/// <remarks>It begins where Wilson and Hilferty's cube (1931) says, or for a small share of a small shape with the first term of the series (DLMF 8.7.1). About twelve digits.</remarks>
internal static class GammaQuantile
{
    private const int MostSteps = 100;
    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>Computes the value below which a share of the distribution lies.</summary>
    /// <param name="share">The share, inside 0..1.</param>
    /// <param name="shape">The shape, above 0.</param>
    /// <returns>The quantile; 0 where it is too small for a double.</returns>
    internal static double Of(double share, double shape)
    {
        var logGamma = GammaFunctions.LogGamma(shape);
        var x = Start(share, shape, logGamma);
        var (low, high) = (0.0, double.PositiveInfinity);
        for (var step = 0; step < MostSteps && x >= SmallestNormal; step++)
        {
            // The smaller of both tails, which has the digits.
            var (below, above) = GammaFunctions.RegularisedGamma(shape, x, logGamma);
            var excess = share < 0.5 ? below - share : 1 - share - above;
            (low, high) = excess > 0 ? (low, x) : (x, high);
            var density = PortableMath.Exp(((shape - 1) * PortableMath.Log(x)) - x - logGamma);
            var next = x - (excess / density);
            if (!(next > low && next < high))
            {
                next = double.IsFinite(high) ? (low + high) / 2 : 2 * x;
            }

            if (Math.Abs(next - x) <= 1e-14 * x)
            {
                return next;
            }

            x = next;
        }

        return x < SmallestNormal ? 0 : x;
    }

    private static double Start(double share, double shape, double logGamma)
    {
        var root = 1 - (1 / (9 * shape)) + (NormalQuantile.Of(share) / (3 * Math.Sqrt(shape)));
        return shape >= 1 && root > 0.2
            ? shape * root * root * root
            : PortableMath.Exp((PortableMath.Log(share) + logGamma + PortableMath.Log(shape)) / shape);
    }
}
