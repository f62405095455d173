namespace GridGovernance.Sdk.Geodesy;

/// <summary>The two shifted systems of Chinese web maps, GCJ-02 (国测局坐标) and BD-09 (百度坐标), forth and back.</summary>
/// <remarks>
/// <para>GCJ-02 has no published text; the formulas are those that public implementations agree on (the Krasovsky ellipsoid and a sum of
/// sines), outside the rectangle 72.004..137.8347° E, 0.8293..55.8271° N the shift is zero. BD-09 adds a turn and a scale to GCJ-02.</para>
/// <para>Both are inverted by iteration, because the closed "inverse" that circulates is off by metres.</para>
/// </remarks>
internal static class ShiftedDatum
{
    private const double SemiMajor = 6378245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduTurns = Math.PI * 3000.0 / 180.0;
    private const int MostSteps = 20;
    private const double StepGoalDegrees = 1e-11;

    /// <summary>Shifts a true point into GCJ-02.</summary>
    /// <param name="point">Longitude and latitude in WGS 84 or CGCS2000.</param>
    /// <returns>The point in GCJ-02.</returns>
    internal static GeoPoint ToGcj02(GeoPoint point)
    {
        if (point.X is < 72.004 or > 137.8347 || point.Y is < 0.8293 or > 55.8271)
        {
            return point;
        }

        var (x, y) = (point.X - 105.0, point.Y - 35.0);
        var shared = 20.0 * (Sin(6.0 * x) + Sin(2.0 * x));
        var root = Math.Sqrt(Math.Abs(x));
        var north = -100.0 + (2.0 * x) + (3.0 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * root)
            + ((shared + (20.0 * Sin(y)) + (40.0 * Sin(y / 3.0)) + (160.0 * Sin(y / 12.0)) + (320.0 * Sin(y / 30.0))) * 2.0 / 3.0);
        var east = 300.0 + x + (2.0 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * root)
            + ((shared + (20.0 * Sin(x)) + (40.0 * Sin(x / 3.0)) + (150.0 * Sin(x / 12.0)) + (300.0 * Sin(x / 30.0))) * 2.0 / 3.0);
        var (sin, cos) = DeterministicMath.SinCos(point.Y * DeterministicMath.RadiansPerDegree);
        var magic = 1 - (EccentricitySquared * sin * sin);
        var meridian = SemiMajor * (1 - EccentricitySquared) / (magic * Math.Sqrt(magic)) * DeterministicMath.RadiansPerDegree;
        var parallel = SemiMajor / Math.Sqrt(magic) * cos * DeterministicMath.RadiansPerDegree;
        return new GeoPoint(point.X + (east / parallel), point.Y + (north / meridian));
    }

    /// <summary>Finds the true point that GCJ-02 shows here.</summary>
    /// <param name="point">Longitude and latitude in GCJ-02.</param>
    /// <returns>The point in WGS 84 or CGCS2000.</returns>
    internal static GeoPoint FromGcj02(GeoPoint point) => Invert(point, ToGcj02);

    /// <summary>Shifts a point of GCJ-02 into BD-09.</summary>
    /// <param name="point">Longitude and latitude in GCJ-02.</param>
    /// <returns>The point in BD-09.</returns>
    internal static GeoPoint ToBd09(GeoPoint point)
    {
        var radius = Math.Sqrt((point.X * point.X) + (point.Y * point.Y));
        var (sin, cos) = DeterministicMath.SinCos(0.000003 * DeterministicMath.Cos(point.X * BaiduTurns));
        var scale = radius == 0 ? 1 : 1 + (0.00002 * DeterministicMath.Sin(point.Y * BaiduTurns) / radius);
        return new GeoPoint((scale * ((point.X * cos) - (point.Y * sin))) + 0.0065, (scale * ((point.Y * cos) + (point.X * sin))) + 0.006);
    }

    /// <summary>Finds the point of GCJ-02 that BD-09 shows here.</summary>
    /// <param name="point">Longitude and latitude in BD-09.</param>
    /// <returns>The point in GCJ-02.</returns>
    internal static GeoPoint FromBd09(GeoPoint point) => Invert(point, ToBd09);

    private static double Sin(double turns) => DeterministicMath.Sin(turns * Math.PI);

    private static GeoPoint Invert(GeoPoint goal, Func<GeoPoint, GeoPoint> shift)
    {
        var guess = goal;
        for (var i = 0; i < MostSteps; i++)
        {
            var there = shift(guess);
            var (dx, dy) = (goal.X - there.X, goal.Y - there.Y);
            guess = new GeoPoint(guess.X + dx, guess.Y + dy);
            if (Math.Abs(dx) < StepGoalDegrees && Math.Abs(dy) < StepGoalDegrees)
            {
                break;
            }
        }

        return guess;
    }
}
