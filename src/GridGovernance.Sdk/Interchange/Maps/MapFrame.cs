using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Where places lie on the paper: plate carrée with its true parallel in the middle, in tenths of a pixel.</summary>
internal sealed class MapFrame
{
    private readonly GeoBounds _bounds;
    private readonly CoordinateSystem _system;
    private readonly double _scaleX;
    private readonly double _scaleY;

    internal MapFrame(CoordinateSystem system, IReadOnlyList<GridBoundary> boundaries, double mostWidth, double mostHeight)
    {
        _system = system;
        _bounds = boundaries[0].Bounds;
        foreach (var boundary in boundaries)
        {
            var b = boundary.Bounds;
            _bounds = new GeoBounds(Math.Min(_bounds.West, b.West), Math.Min(_bounds.South, b.South), Math.Max(_bounds.East, b.East), Math.Max(_bounds.North, b.North));
        }

        var middle = _bounds.Centre.Y;
        var width = system.DistanceMetres(new GeoPoint(_bounds.West, middle), new GeoPoint(_bounds.East, middle));
        var height = system.DistanceMetres(new GeoPoint(_bounds.West, _bounds.South), new GeoPoint(_bounds.West, _bounds.North));
        PixelsPerMetre = Math.Min(mostWidth / width, mostHeight / height);
        _scaleX = 10 * PixelsPerMetre * width / (_bounds.East - _bounds.West);
        _scaleY = 10 * PixelsPerMetre * height / (_bounds.North - _bounds.South);
        Width = width * PixelsPerMetre;
        Height = height * PixelsPerMetre;
    }

    /// <summary>Gets the scale.</summary>
    internal double PixelsPerMetre { get; }

    /// <summary>Gets the width of the map in pixels.</summary>
    internal double Width { get; }

    /// <summary>Gets the height of the map in pixels.</summary>
    internal double Height { get; }

    /// <summary>Places a point, in tenths of a pixel from the north-west corner.</summary>
    internal (int X, int Y) Place(GeoPoint point) =>
        ((int)Math.Round((point.X - _bounds.West) * _scaleX), (int)Math.Round((_bounds.North - point.Y) * _scaleY));

    /// <summary>Places a point of the quantum, in tenths of a pixel from the north-west corner.</summary>
    internal (int X, int Y) Place(long x, long y) => Place(_system.ToPoint(x, y));
}
