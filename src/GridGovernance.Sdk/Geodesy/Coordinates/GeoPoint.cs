using System.Globalization;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>A place: longitude and latitude in degrees, or metres east and north in a metric system.</summary>
/// <remarks>
/// <para>It does not know its coordinate system; whoever takes it says which one is meant, and maps hold it on their system's quantum.</para>
/// <para>Equality is exact over both numbers. The default value is the origin. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="X">Longitude in degrees, or metres east.</param>
/// <param name="Y">Latitude in degrees, or metres north.</param>
public readonly record struct GeoPoint(double X, double Y)
{
    /// <summary>Gets a value indicating whether both numbers are finite.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y);

    /// <summary>Returns the two numbers in brackets, such as <c>[107.25, 31.9]</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{X}, {Y}]");
}
