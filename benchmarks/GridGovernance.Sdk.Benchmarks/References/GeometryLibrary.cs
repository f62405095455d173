using GridGovernance.Sdk.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>What a user of NetTopologySuite would write over the same cells.</summary>
internal sealed class GeometryLibrary
{
    private static readonly GeometryFactory Factory = new();
    private readonly STRtree<(IPreparedGeometry Cell, int Index)> _tree = new();
    private readonly Polygon[] _cells;

    internal GeometryLibrary(IReadOnlyList<GridBoundary> cells)
    {
        _cells = [.. cells.Select(ToPolygon)];
        for (var i = 0; i < _cells.Length; i++)
        {
            _tree.Insert(_cells[i].EnvelopeInternal, (PreparedGeometryFactory.Prepare(_cells[i]), i));
        }

        _tree.Build();
    }

    /// <summary>Returns how many holes and further parts the union of all cells has: 0 when they tile one area.</summary>
    internal long UnionDefects()
    {
        var union = OverlayNGRobust.Union(Factory.BuildGeometry(_cells));
        var holes = Enumerable.Range(0, union.NumGeometries).Sum(part => ((Polygon)union.GetGeometryN(part)).NumInteriorRings);
        return holes + union.NumGeometries - 1;
    }

    /// <summary>Returns the position of a cell that covers a point, or −1.</summary>
    internal int Locate(GeoPoint point)
    {
        var place = Factory.CreatePoint(new Coordinate(point.X, point.Y));
        foreach (var (cell, index) in _tree.Query(place.EnvelopeInternal))
        {
            if (cell.Covers(place))
            {
                return index;
            }
        }

        return -1;
    }

    private static Polygon ToPolygon(GridBoundary boundary)
    {
        var rings = Enumerable.Range(0, boundary.RingCount).Select(index => ToRing(boundary.Ring(index))).ToArray();
        return Factory.CreatePolygon(rings[0], rings[1..]);
    }

    private static LinearRing ToRing(BoundaryRing ring)
    {
        var coordinates = new Coordinate[ring.Count + 1];
        for (var i = 0; i < ring.Count; i++)
        {
            coordinates[i] = new Coordinate(ring[i].X, ring[i].Y);
        }

        coordinates[^1] = coordinates[0].Copy();
        return Factory.CreateLinearRing(coordinates);
    }
}
