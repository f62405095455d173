using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

public class CoverageAuditTests
{
    [Theory]
    [InlineData("metric", 1)]
    [InlineData("cgcs2000", 2)]
    [InlineData("bd09", 3)]
    public void Run_AnExactTiling_IsCleanAtEveryLevel(string system, ulong seed)
    {
        Assert.True(CoordinateSystem.TryFromCode(system, out var known));

        var report = CoverageAudit.Run(new SampleCounty(known, seed, 60, 5).Map());

        Assert.Empty(report.Findings);
        Assert.True(report.IsComplete);
        Assert.Equal(["village", "cell"], report.Levels.Select(static l => l.Level.Code));
        Assert.All(report.Levels, static l => Assert.True(l.IsExact));
    }

    [Theory]
    [InlineData("metric", 11)]
    [InlineData("cgcs2000", 12)]
    public void Run_ACellTakenAway_IsAGapOfItsArea(string system, ulong seed)
    {
        Assert.True(CoordinateSystem.TryFromCode(system, out var known));
        var county = new SampleCounty(known, seed, 60, 5);
        var gone = county.Cells[7];
        county.Remove(gone);

        var report = CoverageAudit.Run(county.Map());

        var gap = Assert.Single(Of(report, "coverage.gap"));
        Assert.Single(report.Findings);
        Assert.Equal(gone.Boundary!.AreaSquareMetres, gap.SquareMetres, 1e-3);
        Assert.Equal(gap.SquareMetres, report.GapSquareMetres);
        Assert.True(gone.Boundary.Contains(gap.At!.Value));
        Assert.Equal(NaiveGeometry.Chain([gone.Boundary]), NaiveGeometry.Chain([gap.Geometry!]));
        Assert.DoesNotContain(gone.Code.ToString(), gap.Grids);
        Assert.False(report.IsComplete);
    }

    [Fact]
    public void Run_ACellThatSwallowsItsNeighbour_IsAnOverlapOfTheNeighboursArea()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 21, 60, 1);
        var (taker, taken) = Neighbours(county);
        county.Reshape(taker, GridBoundary.Dissolve([taker.Boundary!, taken.Boundary!]));

        var report = CoverageAudit.Run(county.Map());

        var overlap = Assert.Single(report.Findings);
        Assert.Equal("coverage.overlap", overlap.Code);
        Assert.Equal(taken.Boundary!.AreaSquareMetres, overlap.SquareMetres, 1e-3);
        Assert.Equal(new[] { taker.Code, taken.Code }.Order().Select(static c => c.ToString()), overlap.Grids);
        Assert.Equal((0, 0), (report.GapSquareMetres, report.OutsideSquareMetres));
    }

    [Fact]
    public void Run_TheSameCellTwice_IsADuplicate()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 22, 60, 1);
        var cell = county.Cells[30];
        county.Add(county.Unit(GridCode.Parse("10019999"), cell.Parent, 2, GridKind.Cell, cell.Boundary));

        var report = CoverageAudit.Run(county.Map());

        var finding = Assert.Single(report.Findings);
        Assert.Equal("coverage.duplicate-geometry", finding.Code);
        Assert.Equal(cell.Boundary!.AreaSquareMetres, report.OverlapSquareMetres, 1e-3);
    }

    [Fact]
    public void Run_ACellBeyondTheOutline_IsOutside()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 23, 30, 1);
        county.Add(county.Unit(GridCode.Parse("10019999"), GridCode.Parse("1001"), 2, GridKind.Cell, Shapes.Box(CoordinateSystem.Metric, 2000, 2000, 2010, 2005)));

        var report = CoverageAudit.Run(county.Map());

        var finding = Assert.Single(report.Findings);
        Assert.Equal("coverage.outside", finding.Code);
        Assert.Equal(50, report.OutsideSquareMetres, 1e-6);
        Assert.Equal(["10019999"], finding.Grids);
    }

    [Fact]
    public void Run_AVertexMovedByOneQuantum_IsFound()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 24, 60, 5);
        var cell = county.Cells[12];
        county.Reshape(cell, Moved(cell.Boundary!, 3, 0.001, 0));

        var report = CoverageAudit.Run(county.Map());

        Assert.NotEmpty(report.Findings);
        var moved = county.Cells.Single(c => c.Code == cell.Code).Boundary!;
        var difference = (double)(moved.HalfSquareMillimetres - cell.Boundary!.HalfSquareMillimetres) / 2e6;
        Assert.Equal(difference, report.OverlapSquareMetres + report.OutsideSquareMetres - report.GapSquareMetres, 1e-6);
    }

    [Fact]
    public void Run_AWholeCellMoved_LosesAndGainsWhatTheOverlaySays()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 25, 60, 1);
        var cell = county.Cells[12];
        var shifted = GridBoundary.Create(CoordinateSystem.Metric, [.. Points(cell.Boundary!).Select(static p => new GeoPoint(p.X + 7.25, p.Y - 3.5))]);
        county.Reshape(cell, shifted);

        var report = CoverageAudit.Run(county.Map());

        var (before, after) = (ToNts(cell.Boundary!), ToNts(shifted));
        var outline = ToNts(county.Tiling.Outline);
        Assert.Equal(before.Difference(after).Area, report.GapSquareMetres, 0.02);
        Assert.Equal(after.Difference(before).Intersection(outline).Area, report.OverlapSquareMetres, 0.02);
        Assert.Equal(after.Difference(outline).Area, report.OutsideSquareMetres, 0.02);
        Assert.All(Of(report, "coverage.overlap"), f => Assert.Contains(cell.Code.ToString(), f.Grids));
        Assert.All(Of(report, "coverage.overlap"), static f => Assert.Equal(2, f.Grids.Count));
    }

    [Fact]
    public void Run_APointThatOneSideLacks_IsUnmatched()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 26, 20, 1);
        county.Clear();
        var metric = CoordinateSystem.Metric;
        county.Add(county.Unit(GridCode.Parse("10"), null, 0, GridKind.Division, Shapes.Box(metric, 0, 0, 10, 10)));
        county.Add(county.Unit(GridCode.Parse("1001"), GridCode.Parse("10"), 1, GridKind.Village, Shapes.Box(metric, 0, 0, 10, 5)));
        county.Add(county.Unit(GridCode.Parse("1002"), GridCode.Parse("10"), 1, GridKind.Village, Shapes.Box(metric, 0, 5, 10, 10)));

        var report = CoverageAudit.Run(county.Map());

        Assert.Equal([new GeoPoint(0, 5), new GeoPoint(10, 5)], report.Findings.Select(static f => f.At!.Value));
        Assert.All(report.Findings, static f => Assert.Equal(("coverage.unmatched-edges", FindingSeverity.Info), (f.Code, f.Finding.Severity)));
        Assert.All(report.Findings, static f => Assert.Equal(["1001", "1002"], f.Grids));
        Assert.True(report.IsComplete);
        Assert.False(Assert.Single(report.Levels).IsExact);
    }

    [Fact]
    public void Run_APointThatANeighbourLacks_IsAWarning()
    {
        var metric = CoordinateSystem.Metric;
        CoverageCell[] cells = [new("a", Shapes.Box(metric, 0, 0, 10, 10)), new("b", Shapes.Box(metric, 10, 0, 20, 4)), new("c", Shapes.Box(metric, 10, 4, 20, 10))];

        var finding = Assert.Single(CoverageAudit.Run(cells).Findings);

        Assert.Equal(("coverage.unmatched-edges", FindingSeverity.Warning, new GeoPoint(10, 4)), (finding.Code, finding.Finding.Severity, finding.At));
        Assert.Equal(["a", "b", "c"], finding.Grids);
    }

    // On the way from (0, 0) to (30000, 10000) quanta the point beside the line is a third of a quantum off.
    [Fact]
    public void Run_APointBesideTheLine_IsASliverOfItsArea()
    {
        var metric = CoordinateSystem.Metric;
        CoverageCell[] cells =
        [
            new("a", GridBoundary.Create(metric, new GeoPoint(0, 0), new GeoPoint(30, 10), new GeoPoint(0, 10))),
            new("b", GridBoundary.Create(metric, new GeoPoint(0, 0), new GeoPoint(30, 0), new GeoPoint(30, 10), new GeoPoint(10, 3.333))),
            new("c", GridBoundary.Create(metric, new GeoPoint(30, 0), new GeoPoint(31, 0), new GeoPoint(30, 10))),
        ];

        var finding = Assert.Single(CoverageAudit.Run(cells).Findings);

        Assert.Equal("coverage.gap", finding.Code);
        Assert.Equal(0.005, finding.SquareMetres, 1e-12);
        Assert.Equal(["a", "b"], finding.Grids);
    }

    [Fact]
    public void Run_ABowTieAndAMissingBoundary_AreNamed()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 27, 30, 1);
        var (tied, bare) = (county.Cells[3], county.Cells[9]);
        var bowTie = GridBoundary.Create(CoordinateSystem.Metric, new GeoPoint(0, 0), new GeoPoint(10, 10), new GeoPoint(10, 0), new GeoPoint(0, 9));
        county.Reshape(tied, bowTie);
        county.Reshape(bare, null);

        var report = CoverageAudit.Run(county.Map());

        Assert.Equal([tied.Code.ToString()], Assert.Single(Of(report, "coverage.invalid-geometry")).Grids);
        Assert.Equal([bare.Code.ToString()], Assert.Single(Of(report, "coverage.no-geometry")).Grids);
    }

    [Fact]
    public void Run_Households_AreFoundWhereTheyAreAmiss()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 28, 60, 1);
        var (taker, taken) = Neighbours(county);
        var cells = county.Cells;
        var gone = cells.First(c => c != taker && c != taken);
        county.Remove(gone);
        county.Reshape(taker, GridBoundary.Dissolve([taker.Boundary!, taken.Boundary!]));
        var other = cells.Last(c => c != taker && c != taken && c != gone);
        var builder = new HouseholdRegisterBuilder(CoordinateSystem.Metric);
        builder.AddHousehold("good", Inside(other), other.Code);
        builder.AddHousehold("in the gap", Inside(gone), gone.Code);
        builder.AddHousehold("in two", Inside(taken), taken.Code);
        builder.AddHousehold("elsewhere", Inside(other), taken.Code);
        builder.AddHousehold("nowhere", Inside(other), null);
        builder.AddHousehold("good", Inside(other), other.Code);
        builder.AddPerson("a", 0);
        builder.AddPerson("b", 0);
        builder.AddPerson("b", 3);
        builder.AddPerson("c", null);

        var report = CoverageAudit.Run(county.Map(), builder.Build());

        Assert.Equal(
            new HouseholdCounts { Households = 5, Uncovered = 1, DoublyCovered = 1, Misregistered = 3, Repeated = 1, People = 3, UnassignedPeople = 1, DoublyAssignedPeople = 1 },
            report.Counts);
        Assert.Equal(
            ["in the gap", "in the gap", "in two", "elsewhere", "nowhere", "good", "b", "c"],
            report.Findings.Where(static f => f.Level is null).Select(static f => f.Finding.Place.Subject));
    }

    [Fact]
    public void Run_HouseholdsInAnotherSystem_AreRefused()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 29, 5, 1);

        Assert.Throws<ArgumentException>(() => CoverageAudit.Run(county.Map(), new HouseholdRegisterBuilder(CoordinateSystem.Wgs84).Build()));
    }

    private static IEnumerable<CoverageFinding> Of(CoverageReport report, string code) =>
        report.Findings.Where(f => string.Equals(f.Code, code, StringComparison.Ordinal));

    private static (GridUnit Taker, GridUnit Taken) Neighbours(SampleCounty county)
    {
        var pair = county.Tiling.Adjacency.First(static a => a.SharedMetres > 20);
        var cells = county.Cells;
        return (cells[pair.First], cells[pair.Second]);
    }

    private static GeoPoint Inside(GridUnit unit)
    {
        var random = new TestRandom(5);
        var bounds = unit.Boundary!.Bounds;
        GeoPoint point;
        do
        {
            point = new GeoPoint(random.Between(bounds.West, bounds.East), random.Between(bounds.South, bounds.North));
        }
        while (!unit.Boundary.Contains(point));

        return point;
    }

    private static GeoPoint[] Points(GridBoundary boundary)
    {
        var ring = boundary.Ring(0);
        return [.. Enumerable.Range(0, ring.Count).Select(i => ring[i])];
    }

    private static GridBoundary Moved(GridBoundary boundary, int index, double dx, double dy)
    {
        var points = Points(boundary);
        points[index] = new GeoPoint(points[index].X + dx, points[index].Y + dy);
        return GridBoundary.Create(boundary.System, points);
    }

    internal static NetTopologySuite.Geometries.Geometry ToNts(GridBoundary boundary)
    {
        var factory = NetTopologySuite.Geometries.GeometryFactory.Floating;
        var rings = new List<NetTopologySuite.Geometries.LinearRing>();
        for (var i = 0; i < boundary.RingCount; i++)
        {
            var ring = boundary.Ring(i);
            var points = Enumerable.Range(0, ring.Count + 1).Select(k => new NetTopologySuite.Geometries.Coordinate(ring[k % ring.Count].X, ring[k % ring.Count].Y));
            rings.Add(factory.CreateLinearRing([.. points]));
        }

        return factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }
}
