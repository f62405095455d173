using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridKindTests
{
    private static readonly LevelKinds Levels = new();

    [Fact]
    public void Presets_OfThreeToSixLevels_CompileAndSayWhoManages()
    {
        var managing = GridSchemePresets.All.Select(static definition =>
        {
            var scheme = GridScheme.Compile(definition, out var report);
            Assert.Empty(report);
            Assert.NotNull(definition.Source);
            return (scheme!.Levels.Count, scheme.Levels.Count(static l => l.IsManaging), scheme.Leaf.CodeLength);
        });

        Assert.Equal([(3, 3, 12), (4, 4, 15), (5, 4, 18), (6, 6, 15)], managing);
    }

    [Fact]
    public void Compile_ARuleThatAKindOverlapsItself_IsRefused()
    {
        var definition = GridSchemePresets.FourLevel with
        {
            Overlaps = [Rule(GridKind.Cell, GridKind.Cell), Rule(GridKind.Dedicated, GridKind.Comprehensive), Rule(GridKind.Comprehensive, GridKind.Dedicated)],
        };

        Assert.Null(GridScheme.Compile(definition, out var report));
        Assert.Equal(["grids.overlap-itself /overlaps/0/with", "grids.duplicate-overlap /overlaps/2/with"], report.Select(static f => $"{f.Code} {f.Place.Path}"));
    }

    [Theory]
    [InlineData(false, "coverage.overlap")]
    [InlineData(true)]
    public void Audit_ADedicatedGridOverComprehensiveOnes_IsAsTheRuleSays(bool rule, params string[] expected)
    {
        var map = Levels.Map(rule, ("A", GridKind.Comprehensive, 0, 0, 50, 100), ("B", GridKind.Comprehensive, 50, 0, 100, 100), ("P", GridKind.Dedicated, 10, 10, 40, 40));

        Assert.Equal(expected, CoverageAudit.Run(map).Findings.Select(static f => f.Code));
        Assert.True(map.Scheme.MayOverlap(GridKind.Comprehensive, GridKind.Dedicated) == rule);
        Assert.False(map.Scheme.MayOverlap(GridKind.Comprehensive, GridKind.Comprehensive));
    }

    [Fact]
    public void Audit_TwoDedicatedGridsOverOneComprehensive_OverlapEachOtherAlone()
    {
        var map = Levels.Map(true, ("A", GridKind.Comprehensive, 0, 0, 100, 100), ("P", GridKind.Dedicated, 10, 10, 40, 40), ("Q", GridKind.Dedicated, 30, 10, 60, 40));

        var finding = Assert.Single(CoverageAudit.Run(map).Findings);
        Assert.Equal(("coverage.overlap", 300.0), (finding.Code, finding.SquareMetres));
        Assert.Equal(["10P", "10Q"], finding.Grids.Select(static g => g.ToString()));
    }

    [Fact]
    public void Audit_AGapUnderADedicatedGrid_IsNotAGapButOneBesideItIs()
    {
        var map = Levels.Map(true, ("A", GridKind.Comprehensive, 0, 0, 50, 100), ("P", GridKind.Dedicated, 40, 0, 90, 100));

        var finding = Assert.Single(CoverageAudit.Run(map).Findings);
        Assert.Equal(("coverage.gap", 1000.0), (finding.Code, finding.SquareMetres));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Audit_AHouseholdInAPark_IsDoublyCoveredOnlyWithoutTheRule(bool rule, int doubly)
    {
        var map = Levels.Map(rule, ("A", GridKind.Comprehensive, 0, 0, 100, 100), ("P", GridKind.Dedicated, 10, 10, 40, 40));
        var builder = new HouseholdRegisterBuilder(CoordinateSystem.Metric);
        builder.AddHousehold("h", new GeoPoint(20, 20), GridCode.Parse("10A"));

        Assert.Equal(doubly, CoverageAudit.Run(map, builder.Build()).DoublyCoveredHouseholds);
    }

    [Fact]
    public void AnOffTerritoryGrid_IsAttachedToItsHomeCountyWithoutGeography()
    {
        var scheme = GridScheme.Compile(GridSchemePresets.FiveLevel, out _)!;
        var county = GridUnit.Create(scheme, GridCode.Parse("431128"), "X县", GridKind.Division, Shapes.Box(CoordinateSystem.Metric, 0, 0, 100, 100));
        var town = GridUnit.Create(scheme, GridCode.Parse("431128100"), "镇", GridKind.Division, county.Boundary);
        var grid = GridUnit.CreateOffTerritory(scheme, GridCode.Parse("431128000000001"), "广东流动人口网格", county.Code);

        var map = GridMap.Create(scheme, [county, town, grid], out var report)!;

        Assert.Empty(report);
        Assert.Empty(CoverageAudit.Run(map).Findings);
        Assert.Equal([town.Code, grid.Code], map.ChildrenOf(county.Code).Select(static u => u.Code));
        Assert.Null(map.AncestorAt(grid.Code, "township"));
        Assert.True(map.IsWithin(grid.Code, county.Code));
    }

    [Fact]
    public void AnOffTerritoryGrid_WithGeographyOrBelowItsHome_IsRefused()
    {
        var scheme = GridScheme.Compile(GridSchemePresets.ThreeLevel, out _)!;
        var county = GridUnit.Create(scheme, GridCode.Parse("431128"), "X县", GridKind.Division);
        var drawn = GridUnit.Create(scheme, GridCode.Parse("431128001"), "a", GridKind.OffTerritory, Shapes.Box(CoordinateSystem.Metric, 0, 0, 1, 1));
        var sideways = GridUnit.CreateOffTerritory(scheme, GridCode.Parse("431128002"), "b", drawn.Code);

        Assert.Null(GridMap.Create(scheme, [county, drawn, sideways], out var report));
        Assert.Equal(["grids.off-territory-boundary", "grids.parent-level"], report.Select(static f => f.Code));
    }

    [Fact]
    public void Circles_LieOverGridsOfTheirDay()
    {
        var map = Levels.Map(false, ("A", GridKind.Comprehensive, 0, 0, 50, 100), ("B", GridKind.Comprehensive, 50, 0, 100, 100));
        var (a, b) = (GridCode.Parse("10A"), GridCode.Parse("10B"));
        OverlayCircle[] circles =
        [
            new("c1", "邻里圈", OverlayCircleKind.Neighbourhood, [a, b], ["h1"]),
            new("c2", "单位圈", OverlayCircleKind.WorkUnit, [b], ["h1", "o1"], new(2026, 1, 1), new(2026, 1, 31)),
            new("c3", "旧圈", OverlayCircleKind.WorkUnit, [GridCode.Parse("10Z")], [], null, new(2025, 12, 31)),
        ];

        var overlay = OverlayCircles.Create(map, circles, new(2026, 1, 31), out var report)!;
        Assert.Empty(report);
        Assert.Equal(["c1", "c2"], overlay.Over(b).Select(static c => c.Code));
        Assert.Equal(["c1"], overlay.Over(a).Select(static c => c.Code));
        Assert.Equal(["c1", "c2"], overlay.Of("h1").Select(static c => c.Code));
        Assert.Empty(overlay.Of("nobody"));

        // A circle that changes stands once on each day, and is over each of its grids once.
        var changed = OverlayCircles.Create(map, [circles[1] with { Grids = [a, a], Members = ["h1", "h1"] }, circles[1] with { ValidFrom = new(2026, 2, 1), ValidTo = null }], new(2026, 1, 31), out report)!;
        Assert.Empty(report);
        Assert.Equal((1, 0, 1), (changed.Over(a).Count, changed.Over(b).Count, changed.Of("h1").Count));

        Assert.Null(OverlayCircles.Create(map, [.. circles, circles[0] with { Grids = [], ValidFrom = new(2026, 1, 2), ValidTo = new(2026, 1, 1) }, circles[1] with { Code = "c5", Grids = [] }], new(2025, 12, 31), out report));
        Assert.Equal(["grids.circle-unknown-grid", "grids.duplicate-circle", "grids.validity-order"], report.Select(static f => f.Code));
        Assert.Null(OverlayCircles.Create(map, [circles[0] with { Grids = [] }], new(2025, 12, 31), out report));
        Assert.Equal("grids.circle-without-grid", Assert.Single(report).Code);
    }

    private static GridKindOverlapDefinition Rule(GridKind kind, GridKind with) => new() { Kind = kind, With = with };

    private sealed class LevelKinds
    {
        internal GridMap Map(bool rule, params (string Code, GridKind Kind, double West, double South, double East, double North)[] grids)
        {
            var definition = new GridSchemeDefinition
            {
                Code = "kinds",
                Levels = [new() { Code = "village", Name = new("village", "村"), Digits = 2 }, new() { Code = "grid", Name = new("grid", "网格"), Digits = 1 }],
                Overlaps = rule ? [Rule(GridKind.Dedicated, GridKind.Comprehensive)] : [],
            };
            var scheme = GridScheme.Compile(definition, out _)!;
            var whole = Shapes.Box(CoordinateSystem.Metric, 0, 0, 100, 100);
            GridBoundary[] boxes = [whole, .. grids.Select(g => Shapes.Box(CoordinateSystem.Metric, g.West, g.South, g.East, g.North))];
            var village = GridUnit.Create(scheme, GridCode.Parse("10"), "村", GridKind.Village, BoundaryAlgebra.WithCornersOf(whole, boxes));
            var units = grids.Select((g, i) => GridUnit.Create(scheme, GridCode.Parse("10" + g.Code), g.Code, g.Kind, BoundaryAlgebra.WithCornersOf(boxes[i + 1], boxes)));
            var map = GridMap.Create(scheme, [village, .. units], out var report);
            Assert.Empty(report);
            return map!;
        }
    }
}
