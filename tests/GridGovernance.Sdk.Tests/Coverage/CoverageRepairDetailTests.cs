using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>What a repair says and keeps, member by member.</summary>
public class CoverageRepairDetailTests
{
    private static readonly CoordinateSystem Metric = CoordinateSystem.Metric;
    private static readonly CoverageCell[] Exact = [new("b", Shapes.Box(Metric, 10, 0, 20, 10)), new("a", Shapes.Box(Metric, 0, 0, 10, 10))];
    private static readonly CoverageCell[] Overlapping = [new("b", Shapes.Box(Metric, 8, 0, 30, 10)), new("a", Shapes.Box(Metric, 0, 0, 10, 10)), new("c", Shapes.Box(Metric, 50, 0, 60, 10))];

    [Fact]
    public void Run_ACodeThatStandsThreeTimes_IsRefusedAsTheAuditFindsIt()
    {
        CoverageCell[] cells = [.. new[] { "a", "b", "a", "a" }.Select(static (code, i) => new CoverageCell(code, Shapes.Box(Metric, 10 * i, 0, (10 * i) + 10, 10)))];

        var result = CoverageRepair.Run(cells);

        Assert.False(result.IsAccepted);
        Assert.Empty(result.Cells);
        Assert.Equal(["coverage.duplicate-code", "coverage.duplicate-code"], result.Report.Select(static finding => finding.Code));
    }

    [Fact]
    public void ARepairOfCells_KeepsTheirOrderTheOthersAndTheOutline()
    {
        var outline = GridBoundary.Create(Metric, new(0, 0), new(8, 0), new(10, 0), new(30, 0), new(30, 10), new(10, 10), new(8, 10), new(0, 10));

        var result = CoverageRepair.Run(Overlapping[..2], outline);

        Assert.Equal(["b", "a"], result.Cells.Select(static c => c.Code));
        Assert.Equal([200.0, 100.0], result.Cells.Select(static c => c.Boundary!.AreaSquareMetres));
        Assert.Equal([new RepairChange("a", 0, 0), new RepairChange("b", 0, 20)], result.Changes.OrderBy(static c => c.Code, StringComparer.Ordinal));
        Assert.Equal(20.0, result.MovedSquareMetres);
        Assert.Same(outline, result.Parent);
        Assert.Null(result.Map);
        Assert.Empty(CoverageAudit.Run(result.Cells, result.Parent).Findings);
    }

    [Fact]
    public void ARepairOfCells_LeavesWhatIsRightAsItIs()
    {
        var result = CoverageRepair.Run(Overlapping);

        Assert.Same(Overlapping[2].Boundary, result.Cells[2].Boundary);
        Assert.Null(result.Parent);
        Assert.DoesNotContain(result.Changes, static c => c.Code == "c");
    }

    [Fact]
    public void ExactCells_ComeBackWithTheirOutline()
    {
        var outline = GridBoundary.Dissolve([Exact[0].Boundary!, Exact[1].Boundary!]);

        foreach (var (result, parent) in new[] { (CoverageRepair.Run(Exact, outline), outline), (CoverageRepair.Run(Exact), null) })
        {
            Assert.True(result.IsAccepted);
            Assert.Equal(Exact, result.Cells);
            Assert.Same(parent, result.Parent);
            Assert.Empty(result.Changes);
            Assert.Equal(0, result.MovedSquareMetres);
        }
    }

    // A level without an error may still lack a point: the repaired map has it on both sides.
    [Fact]
    public void CellsThatLackAPoint_GetIt()
    {
        CoverageCell[] cells = [new("a", Shapes.Box(Metric, 0, 0, 10, 10)), new("b", Shapes.Box(Metric, 10, 0, 20, 4)), new("c", Shapes.Box(Metric, 10, 4, 20, 10))];

        var result = CoverageRepair.Run(cells);

        Assert.Equal(5, result.Cells[0].Boundary!.VertexCount);
        Assert.Equal([new RepairChange("a", 0, 0)], result.Changes);
        Assert.Empty(CoverageAudit.Run(result.Cells).Findings);
    }

    [Fact]
    public void TheBound_IsInclusiveAndItsRefusalSaysBothAreas()
    {
        Assert.True(CoverageRepair.Run(Overlapping, settings: new() { MostMovedSquareMetres = 20 }).IsAccepted);
        Assert.True(CoverageRepair.Run(Exact, settings: new() { MostMovedSquareMetres = 0 }).IsAccepted);

        var refused = CoverageRepair.Run(Overlapping, settings: new() { MostMovedSquareMetres = 19.99995 });

        var finding = Assert.Single(refused.Report);
        Assert.Equal("The repair must move at most 20 m², but needs 20 m².", CoverageRepair.Run(Overlapping, settings: new() { MostMovedSquareMetres = 19.99999 }).Report[0].Message.En());
        Assert.Equal("The repair must move at most 19.9999 m², but needs 20 m².", CoverageRepair.Run(Overlapping, settings: new() { MostMovedSquareMetres = 19.9999 }).Report[0].Message.En());
        Assert.Equal("修复最多可移动7平方米，但需要20平方米。", CoverageRepair.Run(Overlapping, settings: new() { MostMovedSquareMetres = 7 }).Report[0].Message.Zh());
        Assert.Equal((FindingSeverity.Error, 20m, "m²"), (finding.Severity, finding.Measure, finding.MeasureUnit));
        Assert.Equal((false, 20.0), (refused.IsAccepted, refused.MovedSquareMetres));
        Assert.Empty(refused.Cells);
        Assert.Null(refused.Parent);
        Assert.NotEmpty(refused.Changes);
    }

    [Fact]
    public void OnlyTheLowestLevel_CountsAsMoved()
    {
        // The village sticks out of the county by 10 m², its one cell does not.
        var map = County([("10", 0, GridKind.Division, 20), ("1001", 1, GridKind.Village, 21), ("10010001", 2, GridKind.Cell, 20)]);

        var result = CoverageRepair.Run(map, new() { MostMovedSquareMetres = 0 });

        Assert.True(result.IsAccepted, result.Report.ToString());
        Assert.Equal(0, result.MovedSquareMetres);
        Assert.Equal([new RepairChange("1001", 0, 10)], result.Changes);
        Assert.Empty(CoverageAudit.Run(result.Map!).Findings);
        Assert.Equal(["10010001"], result.Cells.Select(static c => c.Code));
        Assert.Null(result.Parent);
        Assert.Equal(map.Units.Select(static u => (u.Name, u.Kind, u.Settlement)), result.Map!.Units.Select(static u => (u.Name, u.Kind, u.Settlement)));
    }

    [Fact]
    public void AnAreaWithoutAPart_IsRefusedByName()
    {
        var map = County([("10", 0, GridKind.Division, 20), ("1001", 1, GridKind.Village, 10), ("1002", 1, GridKind.Village, -10), ("10010001", 2, GridKind.Cell, 9)]);

        var finding = Assert.Single(CoverageRepair.Run(map).Report);

        Assert.Equal(("coverage.repair-without-parts", "1002"), (finding.Code, finding.Place.Subject));
        Assert.Equal("The area \"1002\" must have a part that can fill it, but has none: establish one first.", finding.Message.En());
        Assert.Equal("“1002”应有可填充其范围的下级单元，但没有：请先设立。", finding.Message.Zh());
        Assert.Equal("The area \"the outline\" must have a part that can fill it, but has none: establish one first.", Assert.Single(CoverageRepair.Run([], Exact[0].Boundary).Report).Message.En());
        Assert.True(CoverageRepair.Run(County([("10", 0, GridKind.Division, 20), ("1001", 1, GridKind.Village, 10)])).IsAccepted);
        Assert.True(CoverageRepair.Run([]).IsAccepted);
    }

    [Fact]
    public void AUnitWithoutABoundary_IsRefusedByNameUnlessItIsOffTheTerritory()
    {
        var county = new SampleCounty(Metric, 43, 12, 2);
        county.Reshape(county.Cells[3], null);
        var bare = CoverageRepair.Run(county.Map());

        Assert.Equal(($"coverage.no-geometry", county.Cells.Single(static c => c.Boundary is null).Code.ToString()), (bare.Report[0].Code, bare.Report[0].Place.Subject));
        Assert.Single(bare.Report);
        Assert.Null(bare.Map);

        var away = new SampleCounty(Metric, 43, 12, 2);
        away.Add(away.Unit(GridCode.Parse("10999999"), GridCode.Parse("10"), 2, GridKind.OffTerritory, null));
        var gone = away.Cells[1];
        away.Reshape(gone, Shapes.Box(Metric, gone.Boundary!.LabelPoint.X, gone.Boundary.LabelPoint.Y, gone.Boundary.LabelPoint.X + 1, gone.Boundary.LabelPoint.Y + 1));
        var repaired = CoverageRepair.Run(away.Map());

        Assert.True(repaired.IsAccepted, repaired.Report.ToString());
        Assert.Null(repaired.Map!.Unit(GridCode.Parse("10999999")).Boundary);
        Assert.Empty(CoverageAudit.Run(repaired.Map).Findings);
    }

    [Fact]
    public void AnEmptiedUnit_IsNamedInBothLanguages()
    {
        var finding = Assert.Single(CoverageRepair.Run([new("a", Exact[0].Boundary), new("b", Exact[0].Boundary)]).Report);

        Assert.Equal(("The unit \"b\" must keep some area, but others own all of its place: take one of them out first.", "b"), (finding.Message.En(), finding.Place.Subject));
        Assert.Equal("单元“b”应保留面积，但其范围已全部归属其他单元：请先删除其一。", finding.Message.Zh());
    }

    [Theory]
    [InlineData(-0.001, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, -0.001)]
    [InlineData(0, double.NaN)]
    public void ASettingBelowZeroOrNotANumber_IsTheCallersMistake(double snap, double most) =>
        Assert.Equal("settings", Assert.Throws<ArgumentOutOfRangeException>(() => CoverageRepair.Run(Exact, settings: new() { SnapMetres = snap, MostMovedSquareMetres = most })).ParamName);

    [Fact]
    public void Null_IsTheCallersMistake()
    {
        Assert.Equal("map", Assert.Throws<ArgumentNullException>(() => CoverageRepair.Run((GridMap)null!)).ParamName);
        Assert.Equal("cells", Assert.Throws<ArgumentNullException>(() => CoverageRepair.Run((IReadOnlyList<CoverageCell>)null!)).ParamName);
    }

    // A gap that touches no cell of its own parent goes to the nearest one.
    [Fact]
    public void AGapApartFromAllParts_GoesToTheNearest()
    {
        var outline = GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 20, 10)], [Shapes.BoxRing(100, 0, 101, 1)]]);

        var result = CoverageRepair.Run([.. Exact], outline);

        Assert.Equal([2, 1], result.Cells.Select(static c => c.Boundary!.PolygonCount));
        Assert.Equal(101.0, result.Cells[0].Boundary!.AreaSquareMetres);
    }

    [Fact]
    public void AnOverlapThatBothClaimEqually_GoesToTheFirstByCode()
    {
        foreach (var owner in Enum.GetValues<OverlapOwner>())
        {
            var result = CoverageRepair.Run([new("b", Shapes.Box(Metric, 8, 0, 20, 10)), new("a", Shapes.Box(Metric, 0, 0, 12, 10))], settings: new() { Owner = owner });

            Assert.Equal([80.0, 120.0], result.Cells.Select(static c => c.Boundary!.AreaSquareMetres));
        }
    }

    [Fact]
    public void Snapping_ReachesAsFarAsItIsTold()
    {
        // 5 cm apart, along a side of 10 m.
        CoverageCell[] cells = [new("a", Shapes.Box(Metric, 0, 0, 10, 10)), new("b", Shapes.Box(Metric, 10.05, 0, 20, 10))];

        Assert.Empty(GridAdjacency.Of(CoverageRepair.Run(cells, settings: new() { SnapMetres = 0.049 }).Cells).Rook);
        Assert.Single(GridAdjacency.Of(CoverageRepair.Run(cells, settings: new() { SnapMetres = 0.051 }).Cells).Rook);
        Assert.Equal(100.0, CoverageRepair.Run(cells, settings: new() { SnapMetres = 0.051 }).Cells[0].Boundary!.AreaSquareMetres);
    }

    // Boxes 10 m high, each from x = 0 to its width; a negative width is to the east of x = 10.
    private static GridMap County((string Code, int Depth, GridKind Kind, double East)[] units)
    {
        var county = new SampleCounty(Metric, 1, 5, 1);
        county.Clear();
        foreach (var (code, depth, kind, east) in units)
        {
            var boundary = Shapes.Box(Metric, east < 0 ? 10 : 0, 0, east < 0 ? 10 - east : east, 10);
            county.Add(county.Unit(GridCode.Parse(code), depth == 0 ? null : GridCode.Parse(code[..(depth * 2)]), depth, kind, boundary));
        }

        return county.Map();
    }
}
