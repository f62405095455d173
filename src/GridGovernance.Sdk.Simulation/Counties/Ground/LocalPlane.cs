using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>A flat picture of a county around an origin: degrees to metres and back, good to a few parts in a thousand.</summary>
/// <remarks>It decides where made-up things lie. Areas that are reported come from the ellipsoid, not from here.</remarks>
internal readonly record struct LocalPlane
{
    private const double MetresPerDegree = 111_195;

    private readonly double _longitude;
    private readonly double _latitude;
    private readonly double _metresPerDegreeEast;

    /// <summary>Creates the picture.</summary>
    /// <param name="longitude">The origin's longitude in degrees.</param>
    /// <param name="latitude">The origin's latitude in degrees, between −80 and 80.</param>
    internal LocalPlane(double longitude, double latitude)
    {
        _longitude = longitude;
        _latitude = latitude;
        _metresPerDegreeEast = MetresPerDegree * PortableMath.CosineOfTurns(latitude / 360);
    }

    /// <summary>Converts degrees to metres.</summary>
    /// <param name="longitude">The longitude in degrees.</param>
    /// <param name="latitude">The latitude in degrees.</param>
    /// <returns>The place.</returns>
    internal PlanePoint ToPlane(double longitude, double latitude) =>
        new((longitude - _longitude) * _metresPerDegreeEast, (latitude - _latitude) * MetresPerDegree);

    /// <summary>Converts metres to degrees.</summary>
    /// <param name="place">The place.</param>
    /// <returns>Longitude and latitude in degrees.</returns>
    internal (double Longitude, double Latitude) ToDegrees(PlanePoint place) =>
        (_longitude + (place.East / _metresPerDegreeEast), _latitude + (place.North / MetresPerDegree));
}
