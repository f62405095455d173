namespace GridGovernance.Sdk.Geodesy;

/// <summary>An ellipsoid of revolution: areas and distances on it.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
internal sealed class Ellipsoid
{
    private const double WidestPanelRadians = 0.05;
    private static readonly double GaussNode = Math.Sqrt(0.6);

    private readonly double _semiMajor;
    private readonly double _eccentricitySquared;
    private readonly double _semiMinorSquared;

    private Ellipsoid(double semiMajorMetres, double inverseFlattening)
    {
        var flattening = 1 / inverseFlattening;
        _semiMajor = semiMajorMetres;
        _eccentricitySquared = flattening * (2 - flattening);
        _semiMinorSquared = semiMajorMetres * semiMajorMetres * (1 - _eccentricitySquared);
    }

    /// <summary>Gets the ellipsoid of CGCS2000 (GB 22021-2008): 6,378,137 m, 1/298.257222101.</summary>
    internal static Ellipsoid Cgcs2000 { get; } = new(6378137, 298.257222101);

    /// <summary>Gets the ellipsoid of WGS 84 (NIMA TR8350.2): 6,378,137 m, 1/298.257223563.</summary>
    internal static Ellipsoid Wgs84 { get; } = new(6378137, 298.257223563);

    /// <summary>The signed area, in square metres, between an edge that is straight in longitude and latitude and the equator: positive for an edge that
    /// runs west in the northern hemisphere, so that the sum around a counter-clockwise ring is its area.</summary>
    /// <remarks>
    /// The area from the equator to latitude φ in a strip of one radian is b²·Σ (k+1)/(2k+1)·e²ᵏ·sin²ᵏ⁺¹φ (authalic latitude; Snyder, Map Projections:
    /// A Working Manual, 1987, eq. 3-12, as a series). Along the edge it is averaged by three-point Gauss–Legendre panels of at most 0.05 radians,
    /// exact to rounding.
    /// </remarks>
    /// <param name="longitude1">Start, degrees.</param>
    /// <param name="latitude1">Start, degrees.</param>
    /// <param name="longitude2">End, degrees.</param>
    /// <param name="latitude2">End, degrees.</param>
    /// <returns>Square metres.</returns>
    internal double AreaUnderEdge(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        var width = (longitude2 - longitude1) * DeterministicMath.RadiansPerDegree;
        if (width == 0)
        {
            return 0;
        }

        var (start, height) = (latitude1 * DeterministicMath.RadiansPerDegree, (latitude2 - latitude1) * DeterministicMath.RadiansPerDegree);
        var panels = Math.Max(1, (int)Math.Ceiling(Math.Abs(height) / WidestPanelRadians));
        var half = height / panels / 2;
        var sum = 0.0;
        for (var i = 0; i < panels; i++)
        {
            var middle = start + (((2 * i) + 1) * half);
            sum += (5 * (Strip(middle - (half * GaussNode)) + Strip(middle + (half * GaussNode)))) + (8 * Strip(middle));
        }

        return -width * sum / (18 * panels);
    }

    /// <summary>The length of the geodesic between two points, within 1e-7 of it up to 500 km.</summary>
    /// <remarks>The chord through the ellipsoid, bent back to an arc with Euler's radius of curvature at the middle.</remarks>
    /// <param name="longitude1">Start, degrees.</param>
    /// <param name="latitude1">Start, degrees.</param>
    /// <param name="longitude2">End, degrees.</param>
    /// <param name="latitude2">End, degrees.</param>
    /// <returns>Metres.</returns>
    internal double DistanceMetres(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        var (sin1, cos1) = DeterministicMath.SinCos(latitude1 * DeterministicMath.RadiansPerDegree);
        var (sin2, cos2) = DeterministicMath.SinCos(latitude2 * DeterministicMath.RadiansPerDegree);
        var halfTurn = DeterministicMath.Sin((longitude2 - longitude1) * DeterministicMath.RadiansPerDegree / 2);
        var (normal1, normal2) = (Normal(sin1), Normal(sin2));
        var (radius1, radius2) = (normal1 * cos1, normal2 * cos2);
        var rise = (1 - _eccentricitySquared) * ((normal2 * sin2) - (normal1 * sin1));
        var across = 4 * radius1 * radius2 * halfTurn * halfTurn;
        var chordSquared = ((radius2 - radius1) * (radius2 - radius1)) + across + (rise * rise);
        if (chordSquared == 0)
        {
            return 0;
        }

        var sinMiddle = DeterministicMath.Sin((latitude1 + latitude2) / 2 * DeterministicMath.RadiansPerDegree);
        var normal = Normal(sinMiddle);
        var meridian = normal * (1 - _eccentricitySquared) / (1 - (_eccentricitySquared * sinMiddle * sinMiddle));
        var eastShare = across / chordSquared;
        var curvature = (eastShare / normal) + ((1 - eastShare) / meridian);
        var bend = chordSquared * curvature * curvature;
        return Math.Sqrt(chordSquared) * (1 + (bend / 24) + (3 * bend * bend / 640));
    }

    /// <summary>The length of a degree to the east and to the north, at a latitude.</summary>
    /// <param name="latitude">Degrees.</param>
    /// <returns>Metres.</returns>
    internal (double East, double North) MetresPerDegree(double latitude)
    {
        var (sin, cos) = DeterministicMath.SinCos(latitude * DeterministicMath.RadiansPerDegree);
        var normal = Normal(sin);
        var meridian = normal * (1 - _eccentricitySquared) / (1 - (_eccentricitySquared * sin * sin));
        return (normal * cos * DeterministicMath.RadiansPerDegree, meridian * DeterministicMath.RadiansPerDegree);
    }

    private double Normal(double sin) => _semiMajor / Math.Sqrt(1 - (_eccentricitySquared * sin * sin));

    private double Strip(double latitude)
    {
        var sin = DeterministicMath.Sin(latitude);
        var z = _eccentricitySquared * sin * sin;
        return _semiMinorSquared * sin * (1 + (z * ((2 / 3.0) + (z * ((3 / 5.0) + (z * ((4 / 7.0) + (z * ((5 / 9.0) + (z * 6 / 11.0))))))))));
    }
}
