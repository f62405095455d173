using FsCheck;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

public class CoverageAuditProperties
{
    [Property(MaxTest = 150)]
    public void Run_AnyExactTiling_RaisesNoAlarm(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var county = new SampleCounty(CoordinateSystem.All[random.Below(5)], random.Next(), 1 + random.Below(30), 1);

        Assert.Empty(CoverageAudit.Run(county.Map()).Findings);
    }

    [Property(MaxTest = 150)]
    public void Run_AnyHole_IsFoundWithItsArea(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var county = new SampleCounty(random.Below(2) == 0 ? CoordinateSystem.Metric : CoordinateSystem.Cgcs2000, random.Next(), 4 + random.Below(30), 1);
        var gone = county.Cells[random.Below(county.Cells.Count)];
        county.Remove(gone);

        var report = CoverageAudit.Run(county.Map());

        Assert.All(report.Findings, static f => Assert.Equal("coverage.gap", f.Code));
        Assert.Equal(gone.Boundary!.AreaSquareMetres, report.GapSquareMetres, 1e-3);
        Assert.Equal((0.0, 0.0), (report.OverlapSquareMetres, report.OutsideSquareMetres));
    }

    // One vertex of one cell moved by any distance on the quantum: found, and gains less losses are the change of the cell's area to the square millimetre.
    [Property(MaxTest = 300)]
    public void Run_AnyMovedVertex_IsFoundWithItsArea(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var county = new SampleCounty(CoordinateSystem.Metric, random.Next(), 4 + random.Below(30), 1);
        var cell = county.Cells[random.Below(county.Cells.Count)];
        var moved = Moved(random, cell.Boundary!);
        county.Reshape(cell, moved);

        var report = CoverageAudit.Run(county.Map());

        Assert.NotEmpty(report.Findings);
        if (BoundaryCheck.Find(moved) is null)
        {
            var change = (double)(moved.HalfSquareMillimetres - cell.Boundary!.HalfSquareMillimetres) / 2e6;
            Assert.Equal(change, Net(report), 1e-2);
            Assert.Contains(report.Findings, f => f.Grids.Contains(cell.Code.ToString()));
        }
    }

    [Property(MaxTest = 150)]
    public void Run_AnyCellThatSwallowsAnother_OverlapsByItsArea(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var county = new SampleCounty(CoordinateSystem.Metric, random.Next(), 4 + random.Below(30), 1);
        var cells = county.Cells;
        var pair = county.Tiling.Adjacency[random.Below(county.Tiling.Adjacency.Count)];
        county.Reshape(cells[pair.First], GridBoundary.Dissolve([cells[pair.First].Boundary!, cells[pair.Second].Boundary!]));

        var report = CoverageAudit.Run(county.Map());

        Assert.Equal(cells[pair.Second].Boundary!.AreaSquareMetres, report.OverlapSquareMetres, 1e-3);
        Assert.Equal((0.0, 0.0), (report.GapSquareMetres, report.OutsideSquareMetres));
        Assert.Equal(new[] { cells[pair.First].Code, cells[pair.Second].Code }.Order().Select(static c => c.ToString()), Assert.Single(report.Findings).Grids);
    }

    private static double Net(CoverageReport report) => report.OverlapSquareMetres + report.OutsideSquareMetres - report.GapSquareMetres;

    private static GridBoundary Moved(TestRandom random, GridBoundary boundary)
    {
        var rings = new List<IReadOnlyList<GeoPoint>>();
        var far = random.Below(3) switch { 0 => 1, 1 => 50, _ => 5000 };
        for (var r = 0; r < boundary.RingCount; r++)
        {
            var ring = boundary.Ring(r);
            var points = Enumerable.Range(0, ring.Count).Select(i => ring[i]).ToArray();
            if (r == 0)
            {
                var at = random.Below(points.Length);
                var (dx, dy) = (1 + random.Below(far), random.Below(far));
                points[at] = new GeoPoint(points[at].X + (dx / 1000.0), points[at].Y - (dy / 1000.0));
            }

            rings.Add(points);
        }

        return GridBoundary.Create(boundary.System, [rings]);
    }
}
