using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Searches an <see cref="AreaRaster"/> for the border that lies nearest to a point outside of all areas.</summary>
/// <remarks>
/// Raster cells are visited in squares around the point, until nothing further out can be nearer. What cannot be nearer is told in a flat frame that never overstates a distance; what may be
/// is measured on the ellipsoid. One search serves one thread.
/// </remarks>
internal sealed class NearestArea
{
    // The shifted systems stretch the ground by up to half a percent, and the meridian's curvature changes by one from the equator to the pole.
    private const double Understated = 0.98;

    private readonly AreaRaster _raster;
    private readonly CoordinateSystem _system;
    private readonly GeoPoint _point;
    private readonly double _west;
    private readonly double _south;
    private readonly double _x;
    private readonly double _y;
    private readonly double _eastMetres;
    private readonly double _northMetres;
    private readonly double _leastEastMetres;
    private readonly double _leastNorthMetres;

    /// <summary>Prepares a search.</summary>
    /// <param name="raster">The areas.</param>
    /// <param name="system">Their system.</param>
    /// <param name="point">The point, accepted by the system.</param>
    /// <param name="withinMetres">The largest distance, inclusive.</param>
    internal NearestArea(AreaRaster raster, CoordinateSystem system, GeoPoint point, double withinMetres)
    {
        (_raster, _system, _point, Metres) = (raster, system, point, withinMetres);
        (_west, _south) = (raster.Frame.West >> RasterEdge.FineBits, raster.Frame.South >> RasterEdge.FineBits);
        (_x, _y) = ((point.X * system.QuantaPerUnit) - _west, (point.Y * system.QuantaPerUnit) - _south);
        (_eastMetres, _northMetres) = system.MetresPerQuantum(point.Y);
        var furthest = Math.Abs(point.Y) + (withinMetres / (_northMetres * Understated * system.QuantaPerUnit));
        _leastEastMetres = Understated * system.MetresPerQuantum(Math.Min(furthest, system.LargestY)).East;
        _leastNorthMetres = Understated * _northMetres;
    }

    /// <summary>Gets the position of the nearest area, the first among equals; −1 while there is none.</summary>
    internal int Area { get; private set; } = -1;

    /// <summary>Gets the nearest place on its border.</summary>
    internal GeoPoint At { get; private set; }

    /// <summary>Gets its distance.</summary>
    internal double Metres { get; private set; }

    /// <summary>Searches.</summary>
    internal void Run()
    {
        var frame = _raster.Frame;
        var (width, height) = (Math.ScaleB(1, frame.ShiftX - RasterEdge.FineBits), Math.ScaleB(1, frame.ShiftY - RasterEdge.FineBits));
        var (middleX, middleY) = ((int)Math.Clamp(_x / width, 0, frame.Columns - 1), (int)Math.Clamp(_y / height, 0, frame.Rows - 1));
        for (var ring = 0; ring <= Math.Max(frame.Columns, frame.Rows); ring++)
        {
            var (west, east, south, north) = (middleX - ring, middleX + ring, middleY - ring, middleY + ring);
            for (var row = Math.Max(south, 0); row <= Math.Min(north, frame.Rows - 1); row++)
            {
                var step = row == south || row == north || ring == 0 ? 1 : 2 * ring;
                for (var column = west; column <= east; column += step)
                {
                    if (column >= 0 && column < frame.Columns)
                    {
                        Visit(_raster.Numbers[(row * frame.Columns) + column], column * width, row * height, frame.ShiftX, frame.ShiftY);
                    }
                }
            }

            // What is left lies west, east, south or north of the square.
            var (right, top) = (frame.Columns * width, frame.Rows * height);
            var isLeft = (west > 0 && CanReach(0, 0, west * width, top))
                || (east < frame.Columns - 1 && CanReach((east + 1) * width, 0, right, top))
                || (south > 0 && CanReach(0, 0, right, south * height))
                || (north < frame.Rows - 1 && CanReach(0, (north + 1) * height, right, top));
            if (!isLeft)
            {
                return;
            }
        }
    }

    private void Visit(int block, double west, double south, int shiftX, int shiftY)
    {
        var (width, height) = (Math.ScaleB(1, shiftX - RasterEdge.FineBits), Math.ScaleB(1, shiftY - RasterEdge.FineBits));
        if (block < 0 || !CanReach(west, south, west + width, south + height))
        {
            return;
        }

        var numbers = _raster.Numbers[block..];
        switch (numbers[0])
        {
            case AreaRaster.FinerRaster:
                var (columns, rows) = (1 << (shiftX - numbers[1]), 1 << (shiftY - numbers[2]));
                for (var cell = 0; cell < columns * rows; cell++)
                {
                    Visit(numbers[3 + cell], west + (cell % columns * (width / columns)), south + (cell / columns * (height / rows)), numbers[1], numbers[2]);
                }

                break;

            case AreaRaster.AskAreas:
                foreach (var area in numbers.Slice(2, numbers[1]))
                {
                    VisitArea(area);
                }

                break;

            default:
                VisitLeaf(numbers);
                break;
        }
    }

    private void VisitLeaf(ReadOnlySpan<int> leaf)
    {
        var count = leaf[0] & ((1 << AreaRaster.EdgeCountBits) - 1);
        var edges = MemoryMarshal.Cast<int, RasterEdge>(leaf.Slice(1, 4 * count));
        var areas = leaf.Slice(1 + (4 * count), 2 * (leaf[0] >> AreaRaster.EdgeCountBits));
        for (var i = 0; i < edges.Length; i++)
        {
            var owner = -1;
            for (var k = 0; k < areas.Length && owner < 0; k += 2)
            {
                owner = ((areas[k + 1] >> i) & 1) != 0 ? areas[k] >> 1 : -1;
            }

            if (owner >= 0)
            {
                Compare(owner, edges[i].FromX, edges[i].FromY, edges[i].ToX, edges[i].ToY);
            }
        }
    }

    private void VisitArea(int position)
    {
        var area = _raster.Area(position);
        if (!CanReach(area.West - _west, area.South - _south, area.East - _west, area.North - _south))
        {
            return;
        }

        for (var ring = 0; ring < area.RingCount; ring++)
        {
            var points = area.RingQuanta(ring);
            var (ax, ay) = (points[^2] - _west, points[^1] - _south);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i] - _west, points[i + 1] - _south);

                // In one direction for both neighbours, so that both are equally far.
                var forward = ax < bx || (ax == bx && ay < by);
                Compare(position, forward ? ax : bx, forward ? ay : by, forward ? bx : ax, forward ? by : ay);
                (ax, ay) = (bx, by);
            }
        }
    }

    private bool CanReach(double west, double south, double east, double north)
    {
        var (dx, dy) = (Math.Max(0, Math.Max(west - _x, _x - east)) * _leastEastMetres, Math.Max(0, Math.Max(south - _y, _y - north)) * _leastNorthMetres);
        return (dx * dx) + (dy * dy) <= Metres * Metres;
    }

    private void Compare(int area, double ax, double ay, double bx, double by)
    {
        var (lowX, lowY) = Closest(ax, ay, bx, by, _leastEastMetres, _leastNorthMetres);
        if (!CanReach(lowX, lowY, lowX, lowY))
        {
            return;
        }

        var (x, y) = Closest(ax, ay, bx, by, _eastMetres, _northMetres);
        var at = new GeoPoint((x + _west) / _system.QuantaPerUnit, (y + _south) / _system.QuantaPerUnit);
        var metres = _system.DistanceMetres(_point, at);
        if (metres < Metres || (metres == Metres && (Area < 0 || area < Area)))
        {
            (Area, At, Metres) = (area, at, metres);
        }
    }

    private (double X, double Y) Closest(double ax, double ay, double bx, double by, double east, double north)
    {
        var (dx, dy) = ((bx - ax) * east, (by - ay) * north);
        var share = (((_x - ax) * east * dx) + ((_y - ay) * north * dy)) / ((dx * dx) + (dy * dy));
        return share <= 0 ? (ax, ay) : share >= 1 ? (bx, by) : (ax + (share * (bx - ax)), ay + (share * (by - ay)));
    }
}
