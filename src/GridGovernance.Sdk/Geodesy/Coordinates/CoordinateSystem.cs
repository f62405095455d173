using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>A coordinate system (坐标系) that a map declares: it is never guessed, and layers of different systems are never mixed.</summary>
/// <remarks>
/// <para>CGCS2000 and WGS 84 agree within centimetres and convert into each other unchanged. GCJ-02 and BD-09 are shifted by some 500 m and
/// convert both ways with a round trip below a millimetre, but for a rim of some kilometre along the rectangle 72.004..137.8347° E, 0.8293..55.8271° N, outside
/// which there is no shift: none of it lies in China. A metric system stands alone: its origin is the caller's business.</para>
/// <para>Coordinates are kept on the system's quantum: 1e-7 degree (about a centimetre) or one millimetre.</para>
/// <para>Equality is by reference: the five instances are the only ones. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CoordinateSystem
{
    private readonly double _finePerUnit;
    private readonly Ellipsoid? _ellipsoid;
    private readonly Func<GeoPoint, GeoPoint>? _toTrue;
    private readonly Func<GeoPoint, GeoPoint>? _fromTrue;

    private CoordinateSystem(string code, Ellipsoid? ellipsoid, Func<GeoPoint, GeoPoint>? toTrue = null, Func<GeoPoint, GeoPoint>? fromTrue = null)
    {
        Code = code;
        _ellipsoid = ellipsoid;
        _toTrue = toTrue;
        _fromTrue = fromTrue;
        QuantaPerUnit = IsGeographic ? 10_000_000 : 1_000;
        _finePerUnit = QuantaPerUnit * (1L << RasterEdge.FineBits);
        (LargestX, LargestY) = IsGeographic ? (180, 90) : (100_000_000, 100_000_000);
    }

    /// <summary>Gets China Geodetic Coordinate System 2000 (国家大地坐标系): longitude and latitude in degrees.</summary>
    public static CoordinateSystem Cgcs2000 { get; } = new("cgcs2000", Ellipsoid.Cgcs2000);

    /// <summary>Gets WGS 84, as satellite receivers give it: longitude and latitude in degrees.</summary>
    public static CoordinateSystem Wgs84 { get; } = new("wgs84", Ellipsoid.Wgs84);

    /// <summary>Gets GCJ-02 (国测局坐标, 火星坐标), the shifted system of public web maps: longitude and latitude in degrees.</summary>
    public static CoordinateSystem Gcj02 { get; } = new("gcj02", Ellipsoid.Cgcs2000, ShiftedDatum.FromGcj02, ShiftedDatum.ToGcj02);

    /// <summary>Gets BD-09 (百度坐标), GCJ-02 shifted again: longitude and latitude in degrees.</summary>
    public static CoordinateSystem Bd09 { get; } = new(
        "bd09",
        Ellipsoid.Cgcs2000,
        static p => ShiftedDatum.FromGcj02(ShiftedDatum.FromBd09(p)),
        static p => ShiftedDatum.ToBd09(ShiftedDatum.ToGcj02(p)));

    /// <summary>Gets a flat system in metres, X east and Y north.</summary>
    public static CoordinateSystem Metric { get; } = new("metric", null);

    /// <summary>Gets all systems, in the order of their declaration.</summary>
    public static IReadOnlyList<CoordinateSystem> All { get; } = Array.AsReadOnly([Cgcs2000, Wgs84, Gcj02, Bd09, Metric]);

    /// <summary>Gets the code: <c>cgcs2000</c>, <c>wgs84</c>, <c>gcj02</c>, <c>bd09</c> or <c>metric</c>.</summary>
    public string Code { get; }

    /// <summary>Gets a value indicating whether coordinates are longitude and latitude in degrees.</summary>
    public bool IsGeographic => _ellipsoid is not null;

    /// <summary>Gets how many quanta make one degree or one metre.</summary>
    public long QuantaPerUnit { get; }

    /// <summary>Gets the largest |X| that is accepted: 180 degrees or 100,000 km.</summary>
    public double LargestX { get; }

    /// <summary>Gets the largest |Y| that is accepted: 90 degrees or 100,000 km.</summary>
    public double LargestY { get; }

    /// <summary>Gets a value indicating whether coordinates are shifted and become true only by conversion.</summary>
    public bool IsShifted => _toTrue is not null;

    /// <summary>Finds a system by its code.</summary>
    /// <param name="code">The code, in any case.</param>
    /// <param name="system">The system, or null.</param>
    /// <returns>True when there is one.</returns>
    public static bool TryFromCode([NotNullWhen(true)] string? code, [NotNullWhen(true)] out CoordinateSystem? system)
    {
        system = null;
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.Code, code, StringComparison.OrdinalIgnoreCase))
            {
                system = candidate;
            }
        }

        return system is not null;
    }

    /// <summary>Says whether a point is finite and within the system's range.</summary>
    /// <param name="point">The point.</param>
    /// <returns>True when it is.</returns>
    public bool Accepts(GeoPoint point) => Math.Abs(point.X) <= LargestX && Math.Abs(point.Y) <= LargestY;

    /// <summary>Says whether points convert from this system into another.</summary>
    /// <param name="target">The other system.</param>
    /// <returns>True for the same system and between geographic ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool ConvertsTo(CoordinateSystem target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return ReferenceEquals(this, target) || (IsGeographic && target.IsGeographic);
    }

    /// <summary>Converts a point of this system into another.</summary>
    /// <param name="point">The point.</param>
    /// <param name="target">The other system.</param>
    /// <returns>The point there, not rounded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">One system is metric and the other is not.</exception>
    public GeoPoint Convert(GeoPoint point, CoordinateSystem target)
    {
        if (!ConvertsTo(target))
        {
            throw new ArgumentException($"Expected a system that \"{Code}\" converts to, but found \"{target.Code}\".", nameof(target));
        }

        if (ReferenceEquals(this, target))
        {
            return point;
        }

        var real = _toTrue is null ? point : _toTrue(point);
        return target._fromTrue is null ? real : target._fromTrue(real);
    }

    /// <summary>Rounds a point to the quantum.</summary>
    /// <param name="point">The point.</param>
    /// <returns>The nearest point on the quantum.</returns>
    /// <exception cref="ArgumentException">The point is not finite or out of range.</exception>
    public GeoPoint Round(GeoPoint point)
    {
        var (x, y) = ToQuanta(point);
        return ToPoint(x, y);
    }

    /// <summary>Computes the length of the shortest line between two points: on the ellipsoid, or flat in a metric system.</summary>
    /// <param name="from">One point.</param>
    /// <param name="to">The other.</param>
    /// <returns>Metres, within 1e-7 of the true length up to 500 km.</returns>
    public double DistanceMetres(GeoPoint from, GeoPoint to)
    {
        if (_ellipsoid is null)
        {
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            return Math.Sqrt((dx * dx) + (dy * dy));
        }

        var (a, b) = _toTrue is null ? (from, to) : (_toTrue(from), _toTrue(to));
        return _ellipsoid.DistanceMetres(a.X, a.Y, b.X, b.Y);
    }

    /// <summary>Returns the code.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Code;

    internal GeoPoint ToPoint(long x, long y) => new(x / (double)QuantaPerUnit, y / (double)QuantaPerUnit);

    internal (long X, long Y) ToQuanta(GeoPoint point) => Accepts(point)
        ? ((long)Math.Round(point.X * QuantaPerUnit), (long)Math.Round(point.Y * QuantaPerUnit))
        : throw new ArgumentException($"Expected a point within ±{LargestX}, ±{LargestY} for \"{Code}\", but found {point}.", nameof(point));

    /// <summary>The length of one quantum to the east and to the north, at a latitude.</summary>
    internal (double East, double North) MetresPerQuantum(double latitude)
    {
        var (east, north) = _ellipsoid?.MetresPerDegree(latitude) ?? (1, 1);
        return (east / QuantaPerUnit, north / QuantaPerUnit);
    }

    /// <summary>Rounds an accepted point to 1/4096 of the quantum (<see cref="RasterEdge.FineBits"/>); a point on the quantum stays there.</summary>
    internal (long X, long Y) ToFine(GeoPoint point) => unchecked((
        (long)Math.Round(point.X * _finePerUnit),
        (long)Math.Round(point.Y * _finePerUnit)));

    /// <summary>The signed area under an edge in units of half a square millimetre: opposite edges give exactly opposite numbers.</summary>
    internal Int128 HalfSquareMillimetresUnder(long x1, long y1, long x2, long y2)
    {
        if (_ellipsoid is null)
        {
            return ((Int128)x1 - x2) * (y1 + y2);
        }

        // One canonical direction, so that the two cells beside an edge round it alike.
        var swap = x1 > x2 || (x1 == x2 && y1 > y2);
        var area = Math.Round(2e6 * (swap ? AreaUnder(x2, y2, x1, y1) : AreaUnder(x1, y1, x2, y2)));
        var exact = Math.Abs(area) < 9e18 ? (long)area : (Int128)area;
        return swap ? -exact : exact;
    }

    /// <summary>The signed area under an edge between any two places given in quanta, in square metres.</summary>
    internal double AreaUnder(double x1, double y1, double x2, double y2)
    {
        var (from, to) = (new GeoPoint(x1 / QuantaPerUnit, y1 / QuantaPerUnit), new GeoPoint(x2 / QuantaPerUnit, y2 / QuantaPerUnit));
        if (_ellipsoid is null)
        {
            return (from.X - to.X) * (from.Y + to.Y) / 2;
        }

        (from, to) = _toTrue is null ? (from, to) : (_toTrue(from), _toTrue(to));
        return _ellipsoid.AreaUnderEdge(from.X, from.Y, to.X, to.Y);
    }
}
