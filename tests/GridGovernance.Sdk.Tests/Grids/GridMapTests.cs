using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Coverage;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridMapTests
{
    [Fact]
    public void Create_ACounty_KnowsWhoIsPartOfWhat()
    {
        var map = new SampleCounty(CoordinateSystem.Metric, 1, 30, 3).Map();
        var cell = GridCode.Parse("10020004");

        Assert.Equal((1, 3, 30), (map.UnitsAt("county").Count, map.UnitsAt("village").Count, map.UnitsAt("cell").Count));
        Assert.Equal("1002", map.ParentOf(cell)!.Code.ToString());
        Assert.Equal("10", map.AncestorAt(cell, "county")!.Code.ToString());
        Assert.Same(map.Unit(cell), map.AncestorAt(cell, "cell"));
        Assert.Null(map.AncestorAt(GridCode.Parse("10"), "cell"));
        Assert.Null(map.ParentOf(GridCode.Parse("10")));
        Assert.Equal(Enumerable.Range(1, 10).Select(static i => $"1002{i:D4}"), map.ChildrenOf(GridCode.Parse("1002")).Select(static u => u.Code.ToString()));
        Assert.True(map.IsWithin(cell, GridCode.Parse("10")));
        Assert.True(map.IsWithin(cell, cell));
        Assert.False(map.IsWithin(cell, GridCode.Parse("1001")));
        Assert.False(map.IsWithin(GridCode.Parse("10"), cell));
        Assert.False(map.TryFind(GridCode.Parse("99"), out _));
        Assert.Throws<ArgumentException>(() => map.ParentOf(GridCode.Parse("99")));
    }

    [Fact]
    public void Create_EveryFault_IsReportedAtOnce()
    {
        var scheme = GridScheme.Compile(GridSchemeTests.Five(), out _)!;
        GridUnit Unit(string code, int depth, string? parent, CoordinateSystem? system = null) => new()
        {
            Code = GridCode.Parse(code),
            Name = code,
            Level = scheme.Levels[depth],
            Kind = GridKind.Division,
            Parent = parent is null ? null : GridCode.Parse(parent),
            Boundary = system is null ? null : Shapes.Box(system, 0, 0, 1, 1),
        };

        var map = GridMap.Create(
            scheme,
            [
                Unit("511921", 0, null, CoordinateSystem.Metric), Unit("511921", 0, null), Unit("511922", 0, "511921"), Unit("511921100", 1, null), Unit("511921101", 1, "511999"),
                Unit("511921101001", 2, "511921"), Unit("5119", 1, "511921"), Unit("511921102", 1, "511921", CoordinateSystem.Wgs84),
            ],
            out var report);

        Assert.Null(map);
        Assert.Equal(
            ["grids.duplicate-code", "grids.parent-of-top", "grids.no-parent", "grids.unknown-parent", "grids.parent-level", "grids.code-length", "grids.code-outside-parent", "grids.mixed-systems"],
            report.Select(static f => f.Code));
        Assert.All(report, static f => Assert.NotNull(f.Place.Subject));
    }
}
