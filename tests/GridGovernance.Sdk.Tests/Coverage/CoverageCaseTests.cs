using System.Diagnostics;
using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Maps;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>The cases that audits of real maps are known to get wrong, one by one.</summary>
public class CoverageCaseTests
{
    private static readonly CoordinateSystem Metric = CoordinateSystem.Metric;

    [Fact]
    public void AHoleThatTouchesTheBoundary_IsAGapOfItsArea()
    {
        // A triangle is missing from the left cell; its tip lies on the outline.
        var left = GridBoundary.Create(Metric, P(0, 0), P(10, 0), P(10, 10), P(0, 10), P(0, 5), P(4, 6), P(4, 4), P(0, 5));
        CoverageCell[] cells = [new("left", left), new("right", Shapes.Box(Metric, 10, 0, 20, 10))];
        CoverageCell[] valid =
        [
            new("left", GridBoundary.Create(Metric, [[[P(0, 0), P(10, 0), P(10, 10), P(0, 10), P(0, 5)], [P(0, 5), P(4, 6), P(4, 4)]]])), cells[1],
        ];
        var parent = Shapes.Box(Metric, 0, 0, 20, 10);

        foreach (var (report, count) in new[] { (CoverageAudit.Run(valid, parent), 1), (CoverageAudit.Run(valid), 1), (CoverageAudit.Run(cells, parent), 2) })
        {
            Assert.Equal(4.0, report.GapSquareMetres);
            Assert.Equal(count, report.Findings.Count(static f => f.Finding.Severity > FindingSeverity.Info));
            Assert.Equal(["left"], report.Findings.Single(static f => f.Code == "coverage.gap").Grids);
        }
    }

    [Theory]
    [InlineData(0, FindingSeverity.Error)]
    [InlineData(0.9, FindingSeverity.Error)]
    [InlineData(1.1, FindingSeverity.Warning)]
    [InlineData(500, FindingSeverity.Warning)]
    public void AGap_IsNeverMissedHoweverLargeTheTolerance(double tolerance, FindingSeverity severity)
    {
        CoverageCell[] cells = [new("a", Shapes.Box(Metric, 0, 0, 10, 100)), new("b", Shapes.Box(Metric, 11, 0, 20, 100))];

        var report = CoverageAudit.Run(cells, Shapes.Box(Metric, 0, 0, 20, 100), settings: new CoverageSettings { ToleranceMetres = tolerance });

        var gap = Assert.Single(report.Findings, static f => f.Finding.Severity > FindingSeverity.Info);
        Assert.Equal(("coverage.gap", severity, 100.0, 100.0), (gap.Code, gap.Finding.Severity, gap.SquareMetres, report.GapSquareMetres));
        Assert.Equal(severity == FindingSeverity.Warning, report.IsComplete);
    }

    [Fact]
    public void AWideHoleWithALongThinTail_StaysAnErrorUnderATolerance()
    {
        // 3 by 3 m, and a tail of 1 cm by 1 km: thin on average, but not everywhere.
        var hole = new[] { P(10, 10), P(13, 10), P(13, 13), P(11.51, 13), P(11.51, 1013), P(11.5, 1013), P(11.5, 13), P(10, 13) };
        var cell = GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 100, 1100), hole]]);

        foreach (var parent in new[] { null, Shapes.Box(Metric, 0, 0, 100, 1100) })
        {
            var report = CoverageAudit.Run([new CoverageCell("a", cell)], parent, settings: new CoverageSettings { ToleranceMetres = 0.5 });

            var gap = Assert.Single(report.Findings);
            Assert.Equal((FindingSeverity.Error, 19.0), (gap.Finding.Severity, gap.SquareMetres));
        }
    }

    [Fact]
    public void TwoShellsThatShareAVertex_AreClean()
    {
        var cell = GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 10, 10)], [Shapes.BoxRing(10, 10, 20, 20)]]);
        CoverageCell[] cells = [new("two", cell), new("ne", Shapes.Box(Metric, 0, 10, 10, 20)), new("sw", Shapes.Box(Metric, 10, 0, 20, 10))];
        var parent = GridBoundary.Create(Metric, P(0, 0), P(10, 0), P(20, 0), P(20, 10), P(20, 20), P(10, 20), P(0, 20), P(0, 10));

        Assert.Empty(CoverageAudit.Run(cells, parent).Findings);
        Assert.Empty(CoverageAudit.Run(cells).Findings);
        Assert.Equal(100.0, CoverageAudit.Run(cells[..2], parent).GapSquareMetres);
    }

    [Fact]
    public void AMultipolygon_CoversWithAllItsParts()
    {
        var parts = GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 10, 10)], [Shapes.BoxRing(20, 0, 30, 10)]]);
        CoverageCell[] cells = [new("parts", parts), new("between", Shapes.Box(Metric, 10, 0, 20, 10))];
        var parent = GridBoundary.Create(Metric, P(0, 0), P(10, 0), P(20, 0), P(30, 0), P(30, 10), P(20, 10), P(10, 10), P(0, 10));

        Assert.Empty(CoverageAudit.Run(cells, parent).Findings);
        var overlap = CoverageAudit.Run([.. cells, new CoverageCell("over", Shapes.Box(Metric, 25, 0, 30, 10))], parent).Findings.Single(static f => f.Code == "coverage.overlap");
        Assert.Equal((50.0, "over, parts"), (overlap.SquareMetres, string.Join(", ", overlap.Grids)));
    }

    [Fact]
    public void AnExclaveInAnotherTownship_IsCleanWhereBothSayItAndOutsideWhereNot()
    {
        var (exclave, south) = (Shapes.BoxRing(2, 12, 4, 14), Shapes.BoxRing(0, 0, 10, 10));
        var whole = GridBoundary.Create(Metric, P(0, 0), P(10, 0), P(10, 10), P(10, 20), P(0, 20), P(0, 10));
        var clean = County(whole, GridBoundary.Create(Metric, [[south], [exclave]]), GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 10, 10, 20), exclave]]), [[south], [exclave]], [[Shapes.BoxRing(0, 10, 10, 20), exclave]]);
        var amiss = County(whole, GridBoundary.Create(Metric, [[south]]), GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 10, 10, 20)]]), [[south], [exclave]], [[Shapes.BoxRing(0, 10, 10, 20), exclave]]);

        Assert.Empty(CoverageAudit.Run(clean).Findings);
        var report = CoverageAudit.Run(amiss);
        Assert.Equal(["coverage.outside", "coverage.gap"], report.Findings.Select(static f => f.Code));
        Assert.Equal((4.0, 4.0), (report.OutsideSquareMetres, report.GapSquareMetres));
        Assert.Equal(["10010001"], report.Findings[0].Grids);
    }

    [Fact]
    public void SwappedCoordinatesAndNaN_AreRefusedWithTheirPlace()
    {
        var swapped = Read("[[31.9,107.2],[31.9,107.3],[32,107.3],[31.9,107.2]]");
        var nan = Read("[[NaN,31.9],[107.2,31.9],[107.3,32],[NaN,31.9]]");

        Assert.Equal(("interchange.position-swapped", 1), (swapped.Report[0].Code, swapped.Report[0].Place.Line));
        Assert.Equal("interchange.syntax", nan.Report[0].Code);
        Assert.Throws<ArgumentException>(() => GridBoundary.Create(CoordinateSystem.Cgcs2000, P(double.NaN, 31), P(107, 31), P(107, 32)));
        Assert.Throws<ArgumentException>(() => GridBoundary.Create(CoordinateSystem.Cgcs2000, P(31, 107), P(32, 107), P(32, 108)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoverageAudit.Run([], settings: new CoverageSettings { ToleranceMetres = double.NaN }));
    }

    // The limit of the time is generous: without the limit of the vertices the file takes far longer.
    [Fact]
    public void TooManyVertices_AreRefusedAtOnceAndAuditedUnderAHigherLimit()
    {
        var watch = Stopwatch.StartNew();
        var refused = Read(Round(120_000));

        Assert.Equal("interchange.too-many-points-in-geometry", refused.Report[0].Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
        Assert.Equal(refused.Report[0].Code, Read(Round(3_000), new ImportLimits { MaxPointsPerGeometry = 3_000 }).Report[0].Code);
        var read = Read(Round(3_000), new ImportLimits { MaxPointsPerGeometry = 3_001 });
        Assert.Empty(CoverageAudit.Run([new CoverageCell("round", read.Value![0].Boundary)], read.Value[0].Boundary).Findings);
    }

    private static string Round(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / count);
            text.Append(CultureInfo.InvariantCulture, $"[{107 + (0.5 * cos):F7},{32 + (0.5 * sin):F7}],");
        }

        return "[" + text + "[107.5000000,32.0000000]]";
    }

    private static ReadResult<IReadOnlyList<GeoFeature>> Read(string ring, ImportLimits? limits = null) =>
        GeoJson.Read(Encoding.UTF8.GetBytes("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}"), "cells.geojson", CoordinateSystem.Cgcs2000, limits: limits);

    private static GridMap County(
        GridBoundary whole, GridBoundary one, GridBoundary two, IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoPoint>>> oneCell, IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoPoint>>> twoCell)
    {
        var county = new SampleCounty(Metric, 1, 5, 1);
        county.Clear();
        var (top, first, second) = (GridCode.Parse("10"), GridCode.Parse("1001"), GridCode.Parse("1002"));
        county.Add(county.Unit(top, null, 0, GridKind.Division, whole));
        county.Add(county.Unit(first, top, 1, GridKind.Village, one));
        county.Add(county.Unit(second, top, 1, GridKind.Village, two));
        county.Add(county.Unit(GridCode.Parse("10010001"), first, 2, GridKind.Cell, GridBoundary.Create(Metric, oneCell)));
        county.Add(county.Unit(GridCode.Parse("10020001"), second, 2, GridKind.Cell, GridBoundary.Create(Metric, twoCell)));
        return county.Map();
    }

    private static GeoPoint P(double x, double y) => new(x, y);
}
