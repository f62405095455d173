namespace GridGovernance.Sdk.Assessment;

/// <summary>Logarithm and exponential by series of + − × ÷: the same digits on every machine, which the framework's functions do not promise.</summary>
internal static class FloatSeries
{
    private const double Ln2 = 0.69314718055994530942;
    private const int Terms = 30;

    /// <summary>Returns the natural logarithm of a positive number.</summary>
    internal static double Ln(double value)
    {
        var twos = 0;
        for (; value > 1.5; twos++)
        {
            value /= 2;
        }

        for (; value < 0.75; twos--)
        {
            value *= 2;
        }

        var ratio = (value - 1) / (value + 1);
        var (square, power, sum) = (ratio * ratio, ratio, ratio);
        for (var odd = 3; odd < Terms; odd += 2)
        {
            power *= square;
            sum += power / odd;
        }

        return (2 * sum) + (twos * Ln2);
    }

    /// <summary>Returns the exponential of a number of at most 0.</summary>
    internal static double Exp(double value)
    {
        var halvings = 0;
        for (; value < -0.5 && halvings < 64; halvings++)
        {
            value /= 2;
        }

        double term = 1, sum = 1;
        for (var n = 1; n < Terms; n++)
        {
            term *= value / n;
            sum += term;
        }

        for (; halvings > 0; halvings--)
        {
            sum *= sum;
        }

        return sum;
    }
}
