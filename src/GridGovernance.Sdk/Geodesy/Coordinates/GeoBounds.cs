using System.Globalization;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>The smallest upright rectangle around something.</summary>
/// <remarks>Equality is exact over the four numbers. The default value is the origin alone. This type is immutable and safe to share between threads.</remarks>
/// <param name="West">The smallest X.</param>
/// <param name="South">The smallest Y.</param>
/// <param name="East">The largest X.</param>
/// <param name="North">The largest Y.</param>
public readonly record struct GeoBounds(double West, double South, double East, double North)
{
    /// <summary>Gets the point in the middle.</summary>
    public GeoPoint Centre => new((West + East) / 2, (South + North) / 2);

    /// <summary>Says whether a point lies inside or on the edge.</summary>
    /// <param name="point">The point.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(GeoPoint point) => point.X >= West && point.X <= East && point.Y >= South && point.Y <= North;

    /// <summary>Returns <c>[west, south, east, north]</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{West}, {South}, {East}, {North}]");
}
