namespace GridGovernance.Sdk.Statistics;

/// <summary>Roots, logarithms and powers in decimals: the same digits on every machine, which the framework's floating functions do not promise.</summary>
/// <remarks>Results are right to at least 20 significant digits; callers round to 15 decimals.</remarks>
internal static class DecimalMath
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary>Returns the square root.</summary>
    /// <param name="value">A value of 0 or more.</param>
    /// <returns>The root.</returns>
    internal static decimal Sqrt(decimal value)
    {
        if (value == 0)
        {
            return 0;
        }

        // Newton's steps fall towards the root from above; the first step that does not fall has reached it.
        var root = Math.Max(value, 1);
        while (true)
        {
            var next = (root + (value / root)) / 2;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>Returns the natural logarithm.</summary>
    /// <param name="value">A value above 0.</param>
    /// <returns>The logarithm.</returns>
    internal static decimal Ln(decimal value)
    {
        var twos = 0;
        while (value > 1.4m)
        {
            value /= 2;
            twos++;
        }

        while (value < 0.7m)
        {
            value *= 2;
            twos--;
        }

        // ln m = 2 artanh((m − 1)/(m + 1)), whose terms shrink by a factor of at least 30 here.
        var ratio = (value - 1) / (value + 1);
        var square = ratio * ratio;
        var (power, sum) = (ratio, ratio);
        for (var odd = 3; power != 0; odd += 2)
        {
            power *= square;
            sum += power / odd;
        }

        return (2 * sum) + (twos * Ln2);
    }

    /// <summary>Returns the exponential.</summary>
    /// <param name="value">A value of at most 60; far below −60 the result is 0.</param>
    /// <returns>The exponential.</returns>
    internal static decimal Exp(decimal value)
    {
        var halvings = 0;
        while (Math.Abs(value) > 0.5m)
        {
            value /= 2;
            halvings++;
        }

        decimal term = 1, sum = 1;
        for (var n = 1; term != 0; n++)
        {
            term = term * value / n;
            sum += term;
        }

        for (; halvings > 0; halvings--)
        {
            sum *= sum;
        }

        return sum;
    }
}
