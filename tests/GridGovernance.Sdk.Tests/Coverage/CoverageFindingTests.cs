using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>What a finding says, member by member.</summary>
public class CoverageFindingTests
{
    private static readonly CoordinateSystem Metric = CoordinateSystem.Metric;
    private static readonly CoverageCell West = new("a", Shapes.Box(Metric, 0, 0, 10, 10));

    [Fact]
    public void AGap_SaysWhereHowMuchAndBesideWhom()
    {
        var report = CoverageAudit.Run([West, new("b", Shapes.Box(Metric, 12, 0, 20, 10))], Outline(10, 12, 20));

        var gap = Assert.Single(report.Findings);
        Assert.True(gap.At is { X: > 10 and < 12, Y: > 0 and < 10 });
        Assert.Equal($"The parts of \"the outline\" must cover it, but 20 m² at {gap.At} lie in none of them, beside a, b.", gap.Finding.Message.En());
        Assert.Equal($"“外轮廓”的下级单元应覆盖全域，但 {gap.At} 处有 20 平方米不属于任何单元，邻近 a, b。", gap.Finding.Message.Zh());
        Assert.Equal((FindingSeverity.Error, "a", 20m, "m²", 20.0), (gap.Finding.Severity, gap.Finding.Place.Subject, gap.Finding.Measure, gap.Finding.MeasureUnit, gap.SquareMetres));
        Assert.Equal(("cell", 1, 20.0, 10.0), (gap.Level!.Code, gap.Level.Depth, gap.Geometry!.AreaSquareMetres, gap.Geometry.Bounds.West));
        Assert.Equal(["a", "b"], gap.Grids);
        Assert.Equal(new LevelCoverage(gap.Level, 2, 20, 0, 0, false), Assert.Single(report.Levels));
        Assert.Equal((20.0, 0.0, 0.0), (report.GapSquareMetres, report.OverlapSquareMetres, report.OutsideSquareMetres));
        Assert.Equal(gap.Finding.ToString(), gap.ToString());
        Assert.Equal(gap.Finding, Assert.Single(report.ToFindingReport()));
    }

    [Fact]
    public void AnOverlap_SaysWhereHowMuchAndBetweenWhom()
    {
        var report = CoverageAudit.Run([West, new("b", Shapes.Box(Metric, 8, 0, 20, 10))], Outline(8, 10, 20));

        var overlap = Assert.Single(report.Findings, static f => f.Finding.Severity == FindingSeverity.Error);
        Assert.True(overlap.At is { X: > 8 and < 10, Y: > 0 and < 10 });
        Assert.Equal($"The units a, b must not overlap, but share 20 m² at {overlap.At}.", overlap.Finding.Message.En());
        Assert.Equal($"单元 a, b 不得重叠，但在 {overlap.At} 处重叠 20 平方米。", overlap.Finding.Message.Zh());
        Assert.Equal(("coverage.overlap", "a", 20m, 20.0, 20.0), (overlap.Code, overlap.Finding.Place.Subject, overlap.Finding.Measure, overlap.SquareMetres, overlap.Geometry!.AreaSquareMetres));
        Assert.Equal((0.0, 20.0, 0.0, false), (report.Levels[0].GapSquareMetres, report.Levels[0].OverlapSquareMetres, report.Levels[0].OutsideSquareMetres, report.Levels[0].IsExact));
    }

    [Fact]
    public void APartOutside_SaysWhereHowMuchAndWhose()
    {
        var report = CoverageAudit.Run([West, new("b", Shapes.Box(Metric, 10, 0, 20, 10)), new("c", Shapes.Box(Metric, 30, 0, 33, 1))], Outline(10, 20, 20));

        var outside = Assert.Single(report.Findings);
        Assert.True(outside.At is { X: > 30 and < 33, Y: > 0 and < 1 });
        Assert.Equal($"The units c must lie inside \"the outline\", but 3 m² at {outside.At} lie outside.", outside.Finding.Message.En());
        Assert.Equal($"单元 c 应位于“外轮廓”之内，但在 {outside.At} 处有 3 平方米越界。", outside.Finding.Message.Zh());
        Assert.Equal(("coverage.outside", FindingSeverity.Error, "c", 3m, 3.0), (outside.Code, outside.Finding.Severity, outside.Finding.Place.Subject, outside.Finding.Measure, outside.SquareMetres));
        Assert.Equal(new LevelCoverage(outside.Level!, 3, 0, 0, 3, false), Assert.Single(report.Levels));
    }

    [Fact]
    public void AnOverlapOfThree_CountsTwice()
    {
        CoverageCell[] cells = [West, new("b", Shapes.Box(Metric, 0, 0, 10, 10)), new("c", Shapes.Box(Metric, 0, 0, 10, 10)), new("d", Shapes.Box(Metric, 50, 0, 60, 10))];

        var triple = Assert.Single(CoverageAudit.Run(cells).Findings);

        Assert.Equal(("coverage.duplicate-geometry", 200.0, 100.0), (triple.Code, triple.SquareMetres, triple.Geometry!.AreaSquareMetres));
        Assert.Equal(["a", "b", "c"], triple.Grids);
        Assert.Equal($"The units a, b, c must differ, but have the same boundary: 200 m² too much at {triple.At}.", triple.Finding.Message.En());
        Assert.Equal($"单元 a, b, c 的边界应各不相同，但在 {triple.At} 处完全相同，多出 200 平方米。", triple.Finding.Message.Zh());
    }

    // Two equal ones under a third that is larger are no duplicates of it.
    [Fact]
    public void AnOverlapOfTwoEqualOnesAndALargerOne_IsNoDuplicate()
    {
        CoverageCell[] cells = [West, new("b", West.Boundary), new("c", Shapes.Box(Metric, -1, -1, 11, 11))];

        var report = CoverageAudit.Run(cells);

        Assert.Equal("coverage.overlap", Assert.Single(report.Findings).Code);
        Assert.Equal(200.0, report.OverlapSquareMetres);
    }

    // Two shells of one cell over each other, or one inside the other.
    [Theory]
    [InlineData(5, 0, 20, 10, 50)]
    [InlineData(2, 2, 4, 4, 4)]
    public void ACellThatOverlapsItself_IsNamed(double west, double south, double east, double north, double area)
    {
        var twice = GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 10, 10)], [Shapes.BoxRing(west, south, east, north)]]);
        var scheme = GridScheme.Compile(
            new GridSchemeDefinition
            {
                Code = "kinds",
                Levels = [new() { Code = "village", Name = new("village", "村"), Digits = 2 }, new() { Code = "grid", Name = new("grid", "网格"), Digits = 1 }],
                Overlaps = [new() { Kind = GridKind.Dedicated, With = GridKind.Comprehensive }],
            },
            out _)!;
        var map = GridMap.Create(scheme, [GridUnit.Create(scheme, GridCode.Parse("10"), "村", GridKind.Village), GridUnit.Create(scheme, GridCode.Parse("101"), "格", GridKind.Comprehensive, twice)], out _)!;

        foreach (var (report, name) in new[] { (CoverageAudit.Run([new("two", twice), new("far", Shapes.Box(Metric, 50, 0, 60, 10))]), "two"), (CoverageAudit.Run(map), "101") })
        {
            var overlap = Assert.Single(report.Findings, static f => f.Code == "coverage.overlap");
            Assert.Equal((area, name), (overlap.SquareMetres, overlap.Finding.Place.Subject));
            Assert.Equal([name], overlap.Grids);
            Assert.Contains(report.Findings, static f => f.Code == "coverage.invalid-geometry");
        }
    }

    [Theory]
    [InlineData("0 0,10 10,10 0,0 9", "lines cross", "边线相交")]
    [InlineData("0 0,10 0,10 10,10 5,10 20,0 20", "a line runs along another or back on itself", "边线重叠或折返")]
    [InlineData("0 0,10 0,10 10,5 0,0 10", "a closed line touches itself", "环自接触")]
    [InlineData("0 0,10 0,10 10,0 10;20 0,21 0,21 1", "a hole lies outside", "洞位于外环之外")]
    [InlineData("0 0,10 0,10 10,0 10;1 1,9 1,9 9,1 9;2 2,3 2,3 3", "a hole or polygon lies inside another", "洞或多边形相互嵌套")]
    [InlineData("0 0,10 0,10 10,0 10;0 5,5 4,10 5,5 6", "holes cut the inside apart", "洞将内部割裂")]
    public void AnInvalidBoundary_SaysWhatIsWrongAndWhere(string rings, string english, string chinese)
    {
        var boundary = GridBoundary.Create(Metric, [[.. rings.Split(';').Select(static ring => ring.Split(',').Select(Point).ToArray())]]);

        var report = CoverageAudit.Run([new("x", boundary)]);

        var finding = report.Findings[0];
        Assert.Equal(("coverage.invalid-geometry", FindingSeverity.Error, "x", "cell"), (finding.Code, finding.Finding.Severity, finding.Finding.Place.Subject, finding.Level!.Code));
        Assert.Equal($"The boundary of \"x\" must be valid, but {english} at {finding.At}.", finding.Finding.Message.En());
        Assert.Equal($"“x”的边界应有效，但在 {finding.At} 处{chinese}。", finding.Finding.Message.Zh());
        Assert.Equal(["x"], finding.Grids);
        Assert.Null(finding.Geometry);
        Assert.False(report.Levels[0].IsExact);
    }

    [Fact]
    public void AnInvalidOutline_IsCalledTheOutlineAndNoCell()
    {
        var outline = GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 10, 10), [new(20, 0), new(21, 0), new(21, 1)]]]);

        var finding = CoverageAudit.Run([West], outline).Findings[0];

        Assert.Equal("coverage.invalid-geometry", finding.Code);
        Assert.StartsWith("The boundary of \"the outline\" must be valid", finding.Finding.Message.En(), StringComparison.Ordinal);
        Assert.Empty(finding.Grids);
        Assert.Equal(0, finding.Level!.Depth);
    }

    [Fact]
    public void ACellWithoutABoundary_IsNamedAndKeepsTheProofOpen()
    {
        var report = CoverageAudit.Run([West, new("bare", null)], West.Boundary);

        var finding = Assert.Single(report.Findings);
        Assert.Equal("The unit \"bare\" needs a boundary, but has none.", finding.Finding.Message.En());
        Assert.Equal("单元“bare”需要边界，但没有边界。", finding.Finding.Message.Zh());
        Assert.Equal((FindingSeverity.Error, "bare", "cell", 0.0), (finding.Finding.Severity, finding.Finding.Place.Subject, finding.Level!.Code, finding.SquareMetres));
        Assert.Equal((2, false), (report.Levels[0].Units, report.Levels[0].IsExact));
        Assert.Null(finding.At);
    }

    [Fact]
    public void CodesThatStandTwice_AreNamedOnceForEachRepeat()
    {
        CoverageCell[] cells = [new("b", Shapes.Box(Metric, 10, 0, 20, 10)), West, new("b", Shapes.Box(Metric, 20, 0, 30, 10)), new("b", Shapes.Box(Metric, 30, 0, 40, 10))];

        var report = CoverageAudit.Run(cells);

        Assert.Equal(["coverage.duplicate-code b", "coverage.duplicate-code b"], report.Findings.Select(static f => $"{f.Code} {f.Grids[0]}"));
        Assert.All(report.Findings, static f => Assert.Equal((FindingSeverity.Error, "b", null), (f.Finding.Severity, f.Finding.Place.Subject, f.Level)));
        Assert.False(report.IsComplete);
        Assert.True(report.Levels[0].IsExact);
    }

    [Fact]
    public void AMap_IsSpokenOfByCode()
    {
        var county = new SampleCounty(Metric, 11, 60, 1);
        var gone = county.Cells[7];
        county.Remove(gone);
        county.Add(county.Unit(GridCode.Parse("10019999"), GridCode.Parse("1001"), 2, GridKind.Cell, Shapes.Box(Metric, 2000, 2000, 2010, 2005)));

        var report = CoverageAudit.Run(county.Map());

        Assert.Equal(["coverage.gap", "coverage.outside"], report.Findings.Select(static f => f.Code));
        Assert.StartsWith("The units 10019999 must lie inside \"1001\", but 50 m² at ", report.Findings[1].Finding.Message.En(), StringComparison.Ordinal);
        Assert.StartsWith($"The parts of \"{gone.Parent}\" must cover it, but ", report.Findings[0].Finding.Message.En(), StringComparison.Ordinal);
        Assert.Equal(report.Findings[0].Grids[0], report.Findings[0].Finding.Place.Subject);
        Assert.Equal([true, false], report.Levels.Select(static l => l.IsExact));
        Assert.Equal([1, 60], report.Levels.Select(static l => l.Units));
    }

    [Fact]
    public void APlaceWithoutAnyPart_IsAGapThatNobodyStandsBeside()
    {
        var outline = Shapes.Box(Metric, 0, 0, 10, 10);
        var county = new SampleCounty(Metric, 1, 5, 1);
        county.Clear();
        county.Add(county.Unit(GridCode.Parse("10"), null, 0, GridKind.Division, GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 10, 10)], [Shapes.BoxRing(20, 0, 30, 10)]])));
        county.Add(county.Unit(GridCode.Parse("1001"), GridCode.Parse("10"), 1, GridKind.Village, outline));
        county.Add(county.Unit(GridCode.Parse("1002"), GridCode.Parse("10"), 1, GridKind.Village, Shapes.Box(Metric, 20, 0, 30, 10)));
        county.Add(county.Unit(GridCode.Parse("10010001"), GridCode.Parse("1001"), 2, GridKind.Cell, outline));

        var gap = Assert.Single(CoverageAudit.Run(county.Map()).Findings);

        Assert.Equal(("coverage.gap", "1002", 100.0), (gap.Code, gap.Finding.Place.Subject, gap.SquareMetres));
        Assert.Empty(gap.Grids);
        Assert.EndsWith("lie in none of them, beside no other part.", gap.Finding.Message.En(), StringComparison.Ordinal);
        Assert.EndsWith("不属于任何单元，邻近 无其他单元。", gap.Finding.Message.Zh(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnOutlineWithoutACell_IsAGapAllOver()
    {
        var report = CoverageAudit.Run([], Shapes.Box(Metric, 0, 0, 10, 10));

        Assert.Equal("coverage.gap", Assert.Single(report.Findings).Code);
        Assert.Equal((100.0, 0, false), (report.GapSquareMetres, Assert.Single(report.Levels).Units, report.IsComplete));
        Assert.Empty(CoverageAudit.Run([]).Findings);
        Assert.Empty(CoverageAudit.Run([]).Levels);
    }

    private static GeoPoint Point(string text) => new(double.Parse(text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));

    // A box of 10 m height to x = east, with points at two other places of its long sides.
    private static GridBoundary Outline(double first, double second, double east)
    {
        double[] along = [.. new[] { 0, first, second, east }.Distinct()];
        return GridBoundary.Create(Metric, [.. along.Select(static x => new GeoPoint(x, 0)), .. along.Reverse().Select(static x => new GeoPoint(x, 10))]);
    }
}
