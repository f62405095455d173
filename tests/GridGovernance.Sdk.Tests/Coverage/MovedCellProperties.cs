using FsCheck;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Tests.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>Cells that are shifted, and points that go astray: against sums of rectangles, and against the overlays of NetTopologySuite.</summary>
public class MovedCellProperties
{
    private const double Quantum = 0.001;

    // On a straight board everything meets on the quantum, so that the areas are exact.
    [Property(MaxTest = 150)]
    public void Run_AnyShiftOnAStraightBoard_IsFoundWithItsExactAreas(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var board = new RasterTiling(CoordinateSystem.Metric, random, isStraight: true);
        if (board.Cells() is not { Count: > 0 } cells)
        {
            return;
        }

        var at = random.Below(cells.Count);
        var (dx, dy) = Shift(random);
        var old = Enumerable.Range(0, board.FieldCount).Where(f => board.Claims(f).Contains(NumberOf(cells[at]))).ToArray();
        var shifted = old.Select(f => board.Corners(f)).Select(c => (West: c[0].X + dx, South: c[0].Y + dy, East: c[2].X + dx, North: c[2].Y + dy)).ToArray();
        double Shared(Func<int, bool> takes) => Enumerable.Range(0, board.FieldCount).Where(takes).Sum(f => shifted.Sum(s => Common(board.Corners(f), s)));
        cells[at] = Moved(cells[at], _ => (dx, dy));

        var report = CoverageAudit.Run(cells, board.Parent());

        var area = old.Sum(board.Area);
        Assert.Equal(area - Shared(old.Contains), report.GapSquareMetres, 1e-5);
        Assert.Equal(Shared(f => board.IsInside(f) && !old.Contains(f)), report.OverlapSquareMetres, 1e-5);
        Assert.Equal(area - Shared(board.IsInside), report.OutsideSquareMetres, 1e-5);
        Assert.NotEmpty(report.Findings);
    }

    [Property(MaxTest = 100)]
    public void Run_AnyShiftOfACrookedCell_IsWhatTheOverlaySays(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var (dx, dy) = Shift(random);
        AssertLikeTheOverlay(random, _ => (dx, dy));
    }

    // Points of one cell go astray by one quantum up to metres: slivers on both sides of its border.
    [Property(MaxTest = 100)]
    public void Run_AnyPointsThatGoAstray_AreWhatTheOverlaySays(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var far = Math.Pow(10, random.Below(4));
        var share = 1 + random.Below(4);
        AssertLikeTheOverlay(random, _ => random.Below(share) == 0 ? (random.Below((int)far + 1) * Quantum, (1 + random.Below((int)far)) * Quantum) : (0, 0));
    }

    private static void AssertLikeTheOverlay(TestRandom random, Func<GeoPoint, (double X, double Y)> move)
    {
        var board = new RasterTiling(CoordinateSystem.Metric, random);
        if (board.Cells() is not { Count: > 0 } cells)
        {
            return;
        }

        var at = random.Below(cells.Count);
        var before = cells[at].Boundary!;
        cells[at] = Moved(cells[at], move);
        var (parent, after) = (board.Parent()!, cells[at].Boundary!);
        if (BoundaryCheck.Find(after) is not null)
        {
            return;
        }

        var report = CoverageAudit.Run(cells, parent);

        var (old, made, whole) = (ToGeometry(before), ToGeometry(after), ToGeometry(parent));
        var margin = (old.Length + made.Length) * Quantum;
        var isMoved = !NaiveGeometry.Chain([before]).OrderBy(static e => e.Key).SequenceEqual(NaiveGeometry.Chain([after]).OrderBy(static e => e.Key));
        Assert.Equal(isMoved, report.Findings.Count > 0);
        Assert.Equal(Area(SpatialFunction.Difference, old, made), report.GapSquareMetres, margin);
        Assert.Equal(Area(SpatialFunction.Difference, made, whole), report.OutsideSquareMetres, margin);
        Assert.Equal(Area(SpatialFunction.Difference, made, old) - Area(SpatialFunction.Difference, made, whole), report.OverlapSquareMetres, margin);
        Assert.Equal(after.AreaSquareMetres - before.AreaSquareMetres, report.OverlapSquareMetres + report.OutsideSquareMetres - report.GapSquareMetres, 1e-4);
    }

    private static (double X, double Y) Shift(TestRandom random)
    {
        var far = (int)Math.Pow(10, 1 + random.Below(5));
        return (random.Below(far) * Quantum, (1 + random.Below(far)) * Quantum * (random.Below(2) == 0 ? 1 : -1));
    }

    private static int NumberOf(CoverageCell cell) => int.Parse(cell.Code.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture);

    private static double Common(GeoPoint[] field, (double West, double South, double East, double North) other) =>
        Math.Max(0, Math.Min(field[2].X, other.East) - Math.Max(field[0].X, other.West)) * Math.Max(0, Math.Min(field[2].Y, other.North) - Math.Max(field[0].Y, other.South));

    private static double Area(SpatialFunction function, Geometry a, Geometry b) => OverlayNGRobust.Overlay(a, b, function).Area;

    private static CoverageCell Moved(CoverageCell cell, Func<GeoPoint, (double X, double Y)> move)
    {
        var polygons = new List<List<IReadOnlyList<GeoPoint>>>();
        for (var r = 0; r < cell.Boundary!.RingCount; r++)
        {
            var ring = cell.Boundary.Ring(r);
            if (!ring.IsHole)
            {
                polygons.Add([]);
            }

            polygons[^1].Add([.. Enumerable.Range(0, ring.Count).Select(i => ring[i]).Select(p => move(p) is var (dx, dy) ? new GeoPoint(p.X + dx, p.Y + dy) : p)]);
        }

        return cell with { Boundary = GridBoundary.Create(cell.Boundary.System, polygons) };
    }

    private static Geometry ToGeometry(GridBoundary boundary)
    {
        var factory = GeometryFactory.Floating;
        var polygons = new List<List<LinearRing>>();
        for (var r = 0; r < boundary.RingCount; r++)
        {
            var ring = boundary.Ring(r);
            if (!ring.IsHole)
            {
                polygons.Add([]);
            }

            polygons[^1].Add(factory.CreateLinearRing([.. Enumerable.Range(0, ring.Count + 1).Select(i => ring[i % ring.Count]).Select(static p => new Coordinate(p.X, p.Y))]));
        }

        return factory.CreateMultiPolygon([.. polygons.Select(p => factory.CreatePolygon(p[0], [.. p.Skip(1)]))]);
    }
}
