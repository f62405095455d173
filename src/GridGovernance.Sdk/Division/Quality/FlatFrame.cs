using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>Places in metres east and north of an origin, good enough for shapes and distances within a county.</summary>
internal readonly struct FlatFrame
{
    private const double Step = 0.01;

    private readonly GeoPoint _origin;
    private readonly double _metresEast;
    private readonly double _metresNorth;

    /// <summary>Lays the frame.</summary>
    /// <param name="system">The coordinate system of the places; null for metres.</param>
    /// <param name="origin">The origin.</param>
    internal FlatFrame(CoordinateSystem? system, GeoPoint origin)
    {
        (_origin, _metresEast, _metresNorth) = (origin, 1, 1);
        if (system is { IsGeographic: true })
        {
            _metresEast = system.DistanceMetres(origin, new GeoPoint(origin.X > 0 ? origin.X - Step : origin.X + Step, origin.Y)) / Step;
            _metresNorth = system.DistanceMetres(origin, new GeoPoint(origin.X, origin.Y > 0 ? origin.Y - Step : origin.Y + Step)) / Step;
        }
    }

    /// <summary>Returns the metres east and north of a place.</summary>
    internal (double East, double North) Of(GeoPoint place) => ((place.X - _origin.X) * _metresEast, (place.Y - _origin.Y) * _metresNorth);
}
