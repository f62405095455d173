using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

public class HostileBoundaryTests
{
    // Ten million points where GG_PBT_RUNS asks for long runs, a few of them otherwise.
    private static readonly int Points = int.TryParse(Environment.GetEnvironmentVariable("GG_PBT_RUNS"), out var runs) && runs >= 10_000 ? 10_000_000 : 20_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_TwoCellsOfMillionsOfPoints_AreAudited(bool isComb)
    {
        // Two halves of a square with a jagged or comb-like border between them.
        var count = Points / 2;
        static GeoPoint At(double x, double y) => new(x / 1000, y / 1000);
        var far = isComb ? 50_000_000 : 3;
        var border = Enumerable.Range(0, count).Select(i => At(100_000_000 + (i % 2 * far), 10 * (i + 1))).ToArray();
        double top = 10 * (count + 1);
        GeoPoint[] west = [At(0, 0), At(100_000_000, 0), .. border, At(100_000_000, top), At(0, top)];
        GeoPoint[] east = [At(100_000_000, 0), At(200_000_000, 0), At(200_000_000, top), At(100_000_000, top), .. border.Reverse()];
        var county = new SampleCounty(CoordinateSystem.Metric, 1, 5, 1);
        county.Clear();
        GridUnit Unit(string code, string? parent, int depth, params GeoPoint[] ring) =>
            county.Unit(GridCode.Parse(code), parent is null ? null : GridCode.Parse(parent), depth, GridKind.Village, GridBoundary.Create(CoordinateSystem.Metric, ring));
        county.Add(Unit("10", null, 0, At(0, 0), At(100_000_000, 0), At(200_000_000, 0), At(200_000_000, top), At(100_000_000, top), At(0, top)));
        county.Add(Unit("1001", "10", 1, west));
        county.Add(Unit("1002", "10", 1, east));
        var map = county.Map();

        var report = CoverageAudit.Run(map);

        Assert.Empty(report.Findings);
        Assert.True(Assert.Single(report.Levels).IsExact);
        var locator = GridLocator.Create(map, "village");
        Assert.Equal("1001", locator.Locate(At(99_999_999, top / 2))!.Code.ToString());
        Assert.Equal("1002", locator.Locate(At(199_999_999, top / 2))!.Code.ToString());
    }

    [Fact]
    public void Run_CellsWithManyPointsAlongAStraightOutline_AreAuditedWithoutAParent()
    {
        // A square of two halves, its outline full of points: there is no parent whose edges would cancel them.
        var count = Points;
        IEnumerable<GeoPoint> Line(double x, double y, double dx, double dy) => Enumerable.Range(0, count / 6).Select(i => new GeoPoint(x + (i * dx), y + (i * dy)));
        double side = count / 6;
        GridBoundary Half(double x) => GridBoundary.Create(
            CoordinateSystem.Metric, [.. Line(x, 0, 1, 0), .. Line(x + side, 0, 0, 1), .. Line(x + side, side, -1, 0), .. Line(x, side, 0, -1)]);

        var report = CoverageAudit.Run([new("west", Half(0)), new("east", Half(side))]);

        Assert.Empty(report.Findings);
        Assert.Equal(0, report.GapSquareMetres);
    }

    [Fact]
    public void Create_CoordinatesSwapped_NamesThePoint()
    {
        var problem = Assert.Throws<ArgumentException>(() => Shapes.Box(CoordinateSystem.Cgcs2000, 32, 107, 32.1, 107.1));

        Assert.Contains("[32, 107]", problem.Message, StringComparison.Ordinal);
        Assert.Contains("±180, ±90", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dissolve_BoundariesOfDifferentSystems_IsRefused()
    {
        var problem = Assert.Throws<ArgumentException>(() =>
            GridBoundary.Dissolve([Shapes.Box(CoordinateSystem.Cgcs2000, 107, 32, 108, 33), Shapes.Box(CoordinateSystem.Gcj02, 108, 32, 109, 33)]));

        Assert.Contains("\"cgcs2000\"", problem.Message, StringComparison.Ordinal);
        Assert.Contains("\"gcj02\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ARingThatBoundsNothing_SaysWhy()
    {
        static string Refusal(params GeoPoint[] ring) => Assert.Throws<ArgumentException>(() => GridBoundary.Create(CoordinateSystem.Metric, ring)).Message;

        Assert.Contains("but found no area: Crossing at [5, 5]", Refusal(new(0, 0), new(10, 10), new(10, 0), new(0, 10)), StringComparison.Ordinal);
        Assert.Contains("but found 2 different points", Refusal(new(0, 0), new(1, 1), new(0, 0)), StringComparison.Ordinal);
        Assert.Contains("but found 1 different points", Refusal(new(3, 3), new(3, 3), new(3, 3)), StringComparison.Ordinal);
        Assert.Contains("but found no area: Overlap", Refusal(new(0, 0), new(1, 1), new(2, 2)), StringComparison.Ordinal);
        Assert.Contains("[NaN, 0]", Refusal(new(0, 0), new(double.NaN, 0), new(2, 2)), StringComparison.Ordinal);
        Assert.Contains("[1E+308, 0]", Refusal(new(0, 0), new(1e308, 0), new(2, 2)), StringComparison.Ordinal);
    }
}
