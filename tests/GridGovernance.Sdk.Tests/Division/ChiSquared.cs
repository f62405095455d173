namespace GridGovernance.Sdk.Tests.Division;

/// <summary>Pearson's test that counts come from a stated distribution.</summary>
internal static class ChiSquared
{
    /// <summary>Returns the chance that counts are as far off as these or farther, those expected below 5 times pooled.</summary>
    internal static double PValue(IReadOnlyDictionary<string, double> weights, IReadOnlyDictionary<string, int> counts)
    {
        var (draws, sum) = (counts.Values.Sum(), weights.Values.Sum());
        var (statistic, cells, poolExpected, poolCount) = (0.0, 0, 0.0, 0);
        foreach (var (plan, weight) in weights)
        {
            var (expected, count) = (draws * weight / sum, counts.GetValueOrDefault(plan));
            if (expected < 5)
            {
                (poolExpected, poolCount) = (poolExpected + expected, poolCount + count);
                continue;
            }

            statistic += (count - expected) * (count - expected) / expected;
            cells++;
        }

        if (poolExpected >= 5)
        {
            statistic += (poolCount - poolExpected) * (poolCount - poolExpected) / poolExpected;
            cells++;
        }

        return Upper((cells - 1) / 2.0, statistic / 2);
    }

    /// <summary>The upper incomplete gamma function over the complete one (Numerical Recipes, 6.2): a series below, a continued fraction above.</summary>
    internal static double Upper(double a, double x)
    {
        var scale = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        if (x < a + 1)
        {
            var (term, sum) = (1 / a, 1 / a);
            for (var n = a + 1; term > sum * 1e-15; n++)
            {
                term *= x / n;
                sum += term;
            }

            return 1 - (scale * sum);
        }

        var b = x + 1 - a;
        var (c, d) = (1e300, 1 / b);
        var h = d;
        for (var i = 1; i < 1000; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = 1 / ((an * d) + b);
            c = b + (an / c);
            h *= d * c;
        }

        return scale * h;
    }

    private static double LogGamma(double x)
    {
        // Lanczos, g = 5.
        double[] c = [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];
        var sum = 1.000000000190015 + c.Select((one, i) => one / (x + i + 1)).Sum();
        return ((x + 0.5) * Math.Log(x + 5.5)) - (x + 5.5) + Math.Log(2.5066282746310005 * sum / x);
    }
}
