namespace GridGovernance.Sdk.Geodesy;

/// <summary>Sine and cosine from IEEE additions and multiplications alone, so that a boundary converts to the same bits on every machine.</summary>
/// <remarks>
/// <para>The platform's own functions may differ in the last bit between C libraries. Kernels and constants are those of fdlibm
/// (Sun Microsystems, 1993, <c>k_sin.c</c>, <c>k_cos.c</c>); the argument is reduced by Cody and Waite's method, exact to one unit in the last
/// place for |x| below about 10⁵.</para>
/// </remarks>
internal static class DeterministicMath
{
    private const double TwoOverPi = 6.36619772367581382433e-01;
    private const double HalfPiHigh = 1.57079632673412561417e+00;
    private const double HalfPiMiddle = 6.07710050630396597660e-11;
    private const double HalfPiLow = 2.02226624879595063154e-21;

    /// <summary>Degrees to radians.</summary>
    internal const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Computes both functions at once.</summary>
    /// <param name="radians">The angle.</param>
    /// <returns>Sine and cosine.</returns>
    internal static (double Sin, double Cos) SinCos(double radians)
    {
        var turns = Math.Round(radians * TwoOverPi, MidpointRounding.ToEven);
        var rest = radians - (turns * HalfPiHigh) - (turns * HalfPiMiddle) - (turns * HalfPiLow);
        var (sin, cos) = (SinKernel(rest), CosKernel(rest));
        return ((long)turns & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>Computes the sine.</summary>
    /// <param name="radians">The angle.</param>
    /// <returns>The sine.</returns>
    internal static double Sin(double radians) => SinCos(radians).Sin;

    /// <summary>Computes the cosine.</summary>
    /// <param name="radians">The angle.</param>
    /// <returns>The cosine.</returns>
    internal static double Cos(double radians) => SinCos(radians).Cos;

    private static double SinKernel(double x)
    {
        var z = x * x;
        var r = 8.33333333332248946124e-03 + (z * (-1.98412698298579493134e-04 + (z * (2.75573137070700676789e-06
            + (z * (-2.50507602534068634195e-08 + (z * 1.58969099521155010221e-10)))))));
        return x + (z * x * (-1.66666666666666324348e-01 + (z * r)));
    }

    private static double CosKernel(double x)
    {
        var z = x * x;
        var r = z * (4.16666666666666019037e-02 + (z * (-1.38888888888741095749e-03 + (z * (2.48015872894767294178e-05
            + (z * (-2.75573143513906633035e-07 + (z * (2.08757232129817482790e-09 + (z * -1.13596475577881948265e-11))))))))));
        var half = 0.5 * z;
        var head = 1.0 - half;
        return head + ((1.0 - head - half) + (z * r));
    }
}
