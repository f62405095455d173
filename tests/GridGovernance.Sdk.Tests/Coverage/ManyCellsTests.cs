using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>So many edges that they are added up in shares.</summary>
public class ManyCellsTests
{
    private const int Side = 90;

    [Fact]
    public void Run_ThousandsOfCells_FindsTheOneHoleTheOneOverlapAndTheOneShift()
    {
        var cells = Enumerable.Range(0, Side * Side).Select(static i => new CoverageCell($"c{i:0000}", Square(i % Side, i / Side))).ToList();
        var parent = GridBoundary.Dissolve([.. cells.Select(static c => c.Boundary!)]);
        Assert.Empty(CoverageAudit.Run(cells, parent).Findings);

        cells[1234] = new CoverageCell("c1234", null);
        cells.Add(new CoverageCell("twin", cells[4321].Boundary));
        cells[7000] = new CoverageCell("c7000", GridBoundary.Create(CoordinateSystem.Metric, [.. Corners(7000 % Side, 7000 / Side).Select(static (p, i) => i == 2 ? new GeoPoint(p.X + 0.001, p.Y) : p)]));
        var report = CoverageAudit.Run(cells, parent);

        Assert.Equal(1, report.Findings.Count(static f => f.Code == "coverage.gap" && f.SquareMetres is > 99.99 and < 100.01));
        Assert.Equal(["c4321", "twin"], Assert.Single(report.Findings, static f => f.Code == "coverage.duplicate-geometry").Grids);
        var shift = Assert.Single(report.Findings, static f => f.Code == "coverage.overlap");
        Assert.Equal((0.005, "c7000"), (shift.SquareMetres, shift.Grids[0]), Near);
        Assert.Equal(100.005, report.GapSquareMetres + (report.OverlapSquareMetres - 100), 0.01);
    }

    private static bool Near((double Area, string Grid) a, (double Area, string Grid) b) => Math.Abs(a.Area - b.Area) < 1e-6 && a.Grid == b.Grid;

    private static GeoPoint[] Corners(int x, int y) => Shapes.BoxRing(10 * x, 10 * y, (10 * x) + 10, (10 * y) + 10);

    private static GridBoundary Square(int x, int y) => GridBoundary.Create(CoordinateSystem.Metric, Corners(x, y));
}
