using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Answers for many places in a row whether a boundary contains them, as <see cref="GridBoundary.Contains(GeoPoint)"/> does, but faster.</summary>
/// <remarks>
/// Four edges are compared at once, in double arithmetic; where that cannot tell on which side of an edge the place lies, the exact way is gone. It is reused from one boundary to the next and by one thread.
/// </remarks>
internal sealed class BoundaryProbe
{
    // Products of two differences below this are at most 2^62, so that a cross product of doubles is wrong by no more than 2^11.
    private const long SafeDifference = 1L << 31;
    private const double Unsure = 1 << 12;
    private const int Bits = RasterEdge.FineBits;
    private const int Lanes = 4;
    private const int Columns = 5;

    private GridBoundary? _boundary;
    // INVARIANT: its first _length numbers are groups of Columns * Lanes.
    private double[] _edges = [];
    private int _length;
    private (double West, double South, double East, double North) _box;
    private GeoPoint _largest;
    private double _scale;
    private bool _isSmall;

    /// <summary>Says whether a place lies inside a boundary.</summary>
    /// <param name="boundary">The boundary; it costs least to ask for one several times in a row.</param>
    /// <param name="point">The place, in the boundary's system.</param>
    /// <returns>True when it lies inside; false too for a place that is not finite or out of range.</returns>
    internal bool Contains(GridBoundary boundary, GeoPoint point)
    {
        if (!ReferenceEquals(boundary, _boundary))
        {
            Take(boundary);
        }

        if (!(Math.Abs(point.X) <= _largest.X && Math.Abs(point.Y) <= _largest.Y))
        {
            return false;
        }

        // Whole numbers below 2^53, so that they stay doubles.
        var (x, y) = (Math.Round(point.X * _scale), Math.Round(point.Y * _scale));
        if (x < _box.West || x >= _box.East || y < _box.South || y >= _box.North)
        {
            return false;
        }

        return _isSmall && TryContains(x, y, out var isInside) ? isInside : boundary.ContainsFine((long)x, (long)y);
    }

    // Counts the upward edges that a ray to the east meets.
    private bool TryContains(double x, double y, out bool isInside)
    {
        var (px, py, sure) = (Vector256.Create(x), Vector256.Create(y), Vector256.Create(Unsure));
        var (meets, unsure) = (0u, 0u);
        ref var first = ref MemoryMarshal.GetArrayDataReference(_edges);
        for (nuint at = 0; at < (nuint)_length; at += Columns * Lanes)
        {
            var south = Vector256.LoadUnsafe(ref first, at);
            var passes = Vector256.GreaterThanOrEqual(py, south) & Vector256.LessThan(py, Vector256.LoadUnsafe(ref first, at + Lanes));
            var side = (Vector256.LoadUnsafe(ref first, at + (2 * Lanes)) * (py - south))
                - (Vector256.LoadUnsafe(ref first, at + (3 * Lanes)) * (px - Vector256.LoadUnsafe(ref first, at + (4 * Lanes))));
            meets += (uint)BitOperations.PopCount((passes & Vector256.GreaterThan(side, sure)).ExtractMostSignificantBits());
            unsure |= (passes & Vector256.LessThanOrEqual(Vector256.Abs(side), sure)).ExtractMostSignificantBits();
        }

        isInside = meets % 2 == 1;
        return unsure == 0;
    }

    private void Take(GridBoundary boundary)
    {
        _boundary = boundary;
        _box = (boundary.West << Bits, boundary.South << Bits, boundary.East << Bits, boundary.North << Bits);
        _largest = new GeoPoint(boundary.System.LargestX, boundary.System.LargestY);
        _scale = boundary.System.QuantaPerUnit * (1L << Bits);
        _isSmall = _box.East - _box.West < SafeDifference && _box.North - _box.South < SafeDifference;
        _length = 0;
        if (!_isSmall)
        {
            return;
        }

        var most = Columns * (boundary.VertexCount + Lanes);
        if (_edges.Length < most)
        {
            _edges = new double[2 * most];
        }

        var count = 0;
        for (var ring = 0; ring < boundary.RingCount; ring++)
        {
            var points = boundary.RingQuanta(ring);
            var (ax, ay) = (points[^2] << Bits, points[^1] << Bits);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i] << Bits, points[i + 1] << Bits);
                if (ay != by)
                {
                    Put(count++, ay < by ? (ax, ay, bx, by) : (bx, by, ax, ay));
                }

                (ax, ay) = (bx, by);
            }
        }

        while (count % Lanes != 0)
        {
            Put(count++, (0, long.MaxValue, 0, long.MaxValue));
        }

        _length = Columns * count;
    }

    // Four edges side by side: their southern ends, northern ends, widths, heights and the longitudes that they begin at.
    private void Put(int position, (long X, long Y, long ToX, long ToY) edge)
    {
        var at = (position / Lanes * Lanes * Columns) + (position % Lanes);
        _edges[at] = edge.Y;
        _edges[at + Lanes] = edge.ToY;
        _edges[at + (2 * Lanes)] = edge.ToX - edge.X;
        _edges[at + (3 * Lanes)] = edge.ToY - edge.Y;
        _edges[at + (4 * Lanes)] = edge.X;
    }
}
