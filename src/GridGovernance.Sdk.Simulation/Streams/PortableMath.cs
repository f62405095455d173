namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>
/// Logarithm, exponential, sine and cosine from IEEE + − × ÷ alone: the runtime's own may differ in the last bit between machines,
/// and one bit is enough to send two runs of one seed apart.
/// </summary>
/// <remarks>Good to a few units in the last place, which is far more than a distribution needs.</remarks>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln2 = 6.93147180559945286227e-01;
    private const double Sqrt2 = 1.41421356237309504880;

    /// <summary>Computes the natural logarithm by 2·artanh((m − 1)/(m + 1)) over the mantissa m in [√½, √2).</summary>
    /// <param name="x">A positive normal number.</param>
    /// <returns>Its logarithm.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not a positive normal number.</exception>
    internal static double Log(double x)
    {
        if (!(x > 0) || !double.IsNormal(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "Expected a positive normal number.");
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa >= Sqrt2)
        {
            mantissa /= 2;
            exponent++;
        }

        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;

        // |s| ≤ 0.1716, so the term of degree 25 is below 2⁻⁶⁵ of the first.
        var series = (((((((((((((((((((((1.0 / 23) * square) + (1.0 / 21)) * square) + (1.0 / 19)) * square) + (1.0 / 17)) * square)
            + (1.0 / 15)) * square) + (1.0 / 13)) * square) + (1.0 / 11)) * square) + (1.0 / 9)) * square) + (1.0 / 7)) * square) + (1.0 / 5)) * square)
            + (1.0 / 3)) * square;
        return (exponent * Ln2High) + ((2 * s) + ((2 * s * series) + (exponent * Ln2Low)));
    }

    /// <summary>Computes ln(1 − x), with all digits for small x too (Kahan's correction of what 1 − x lost).</summary>
    /// <param name="x">A number above 0 and below 1.</param>
    /// <returns>The logarithm.</returns>
    internal static double Log1Minus(double x)
    {
        var rest = 1 - x;
        return rest == 1 ? -x : Log(rest) * (-x / (rest - 1));
    }

    /// <summary>Computes e to a power: the argument is reduced by multiples of ln 2, the rest is fdlibm's kernel (Sun Microsystems, 1993, <c>e_exp.c</c>).</summary>
    /// <param name="x">The power; not NaN.</param>
    /// <returns>The exponential; 0 or infinity where it leaves the range of a double.</returns>
    internal static double Exp(double x)
    {
        if (x is > 710 or < -746)
        {
            return x > 0 ? double.PositiveInfinity : 0;
        }

        var halvings = Math.Floor((x / Ln2) + 0.5);
        var high = x - (halvings * Ln2High);
        var low = halvings * Ln2Low;
        var rest = high - low;
        var square = rest * rest;
        var c = rest - (square * (1.66666666666666019037e-01 + (square * (-2.77777777770155933842e-03 + (square * (6.61375632143793436117e-05
            + (square * (-1.65339022054652515390e-06 + (square * 4.13813679705723846039e-08)))))))));
        return Math.ScaleB(1 - (low - (rest * c / (2 - c)) - high), (int)halvings);
    }

    /// <summary>Computes a power as the exponential of a logarithm.</summary>
    /// <param name="x">A positive normal number.</param>
    /// <param name="power">The power.</param>
    /// <returns><paramref name="x"/> to the power.</returns>
    internal static double Pow(double x, double power) => Exp(power * Log(x));

    /// <summary>Computes the sine of an angle given as a share of a full turn, so that no π has to be reduced.</summary>
    /// <param name="turns">The angle in full turns, between −1000 and 1000.</param>
    /// <returns>Its sine.</returns>
    internal static double SineOfTurns(double turns)
    {
        var fraction = turns - Math.Floor(turns);
        if (fraction >= 0.75)
        {
            fraction -= 1;
        }
        else if (fraction > 0.25)
        {
            fraction = 0.5 - fraction;
        }

        var angle = fraction * (2 * Math.PI);
        var square = angle * angle;

        // |angle| ≤ π/2: the term of degree 23 is below 2⁻⁵⁹.
        var series = 1.0;
        for (var degree = 20; degree >= 2; degree -= 2)
        {
            series = 1 - (series * square / (degree * (degree + 1.0)));
        }

        return angle * series;
    }

    /// <summary>Computes the cosine of an angle given as a share of a full turn.</summary>
    /// <param name="turns">The angle in full turns, between −1000 and 1000.</param>
    /// <returns>Its cosine.</returns>
    internal static double CosineOfTurns(double turns) => SineOfTurns(turns + 0.25);
}
