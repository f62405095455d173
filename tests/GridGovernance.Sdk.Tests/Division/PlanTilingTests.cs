using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class PlanTilingTests
{
    private static readonly DivisionDefinition Row = new()
    {
        System = CoordinateSystem.Metric,
        Units = [Square("a", 0, 100), Square("b", 1, 100), Square("c", 2, 100), Square("d", 3, 100)],
        Edges = [new("a", "b"), new("b", "c"), new("c", "d")],
        Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = 2 }],
    };

    [Fact]
    public void Of_UnitsWithPolygons_AreTheirUnions()
    {
        var tiling = PlanTiling.Of(Divide(Row));

        Assert.True(tiling.IsExact);
        Assert.Empty(tiling.Report);
        Assert.All(tiling.Boundaries, static boundary => Assert.Equal(200, boundary!.AreaSquareMetres));
        Assert.Equal((0, 20), (tiling.Boundaries[0]!.Bounds.West, tiling.Boundaries[0]!.Bounds.East));
        Assert.Equal(400, tiling.Outlines[0]!.AreaSquareMetres);
    }

    [Fact]
    public void Of_AnOutlineThatTheUnitsTile_KeepsTheirUnions()
    {
        // The outline's long sides lack the corners that the units have on them.
        var tiling = PlanTiling.Of(Divide(In("p", NetworkOverlayProperties.Rectangle(new(0, 0, 40, 10)))));

        Assert.True(tiling.IsExact);
        Assert.Empty(tiling.Report);
        Assert.Equal(10, tiling.Outlines[0]!.VertexCount);
    }

    [Fact]
    public void Of_UnitsThatLeaveLandEmpty_GiveItToTheNearest()
    {
        var tiling = PlanTiling.Of(Divide(In("p", NetworkOverlayProperties.Rectangle(new(0, -10, 40, 20)))));

        Assert.True(tiling.IsExact);
        Assert.Equal([600, 600], tiling.Boundaries.Select(static boundary => boundary!.AreaSquareMetres));
    }

    [Fact]
    public void Of_PlacesWithoutPolygons_PartTheOutlineByTheNearest()
    {
        var definition = In("p", NetworkOverlayProperties.Rectangle(new(0, 0, 40, 30)));
        var tiling = PlanTiling.Of(Divide(definition with { Units = EquatableArray.From(definition.Units.Select(static unit => unit with { Boundary = null })) }));

        Assert.True(tiling.IsExact);
        Assert.Equal([600, 600], tiling.Boundaries.Select(static boundary => boundary!.AreaSquareMetres));
    }

    [Fact]
    public void Of_AGridWithoutAPlaceInside_IsReported()
    {
        var definition = In("p", NetworkOverlayProperties.Rectangle(new(0, 0, 20, 30)));
        var tiling = PlanTiling.Of(Divide(definition with { Units = EquatableArray.From(definition.Units.Select(static unit => unit with { Boundary = null })) }));

        Assert.False(tiling.IsExact);
        Assert.Equal([600, null], tiling.Boundaries.Select(static boundary => boundary?.AreaSquareMetres));
        Assert.Equal("division.no-land", Assert.Single(tiling.Report).Code);
    }

    [Fact]
    public void Of_UnitsThatOverlap_AreReportedWithTheArea()
    {
        var tiling = PlanTiling.Of(Divide(Row with
        {
            Units = EquatableArray.From(Row.Units.Select(static unit => unit.Id == "c" ? unit with { Boundary = NetworkOverlayProperties.Rectangle(new(18, 0, 30, 10)) } : unit)),
        }));

        Assert.False(tiling.IsExact);
        var finding = Assert.Single(tiling.Report);
        Assert.Equal(("division.not-tiled", 20m), (finding.Code, finding.Measure));
        Assert.Null(tiling.Outlines[0]);
    }

    [Fact]
    public void Of_NothingKnown_HasNoPolygonsAndNothingToSay()
    {
        var tiling = PlanTiling.Of(Divide(Row with { Units = EquatableArray.From(Row.Units.Select(static unit => unit with { Boundary = null })) }));

        Assert.False(tiling.IsExact);
        Assert.Empty(tiling.Report);
        Assert.All(tiling.Boundaries, static boundary => Assert.Null(boundary));
        Assert.Throws<ArgumentNullException>(() => PlanTiling.Of(null!));
    }

    [Property(MaxTest = 40)]
    public void Of_AnySites_TileTheirParentsExactly(int seed)
    {
        var random = new Random(seed);
        var outlines = new[] { NetworkOverlayProperties.Rectangle(new(0, 0, 300, 200)), NetworkOverlayProperties.Rectangle(new(300, 0, 500, 200)) };
        var units = new List<DivisionUnit>();
        var edges = new List<DivisionEdge>();
        for (var parent = 0; parent < 2; parent++)
        {
            var box = outlines[parent].Bounds;
            var sites = Enumerable.Range(0, random.Next(3, 25)).Select(_ => new GeoPoint(box.West + 1 + (random.NextDouble() * (box.East - box.West - 2)), 1 + (random.NextDouble() * 198))).ToArray();
            units.AddRange(sites.Select((site, i) => new DivisionUnit { Id = $"{parent}-{i}", Parent = $"p{parent}", People = random.Next(1, 50), Place = site }));
            edges.AddRange(VoronoiTiling.Create(outlines[parent], sites).Adjacency.Select(pair => new DivisionEdge($"{parent}-{pair.First}", $"{parent}-{pair.Second}")));
        }

        var plan = Divide(new DivisionDefinition
        {
            System = CoordinateSystem.Metric,
            Units = EquatableArray.From(units),
            Edges = EquatableArray.From(edges),
            Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = 3 }],
            Parents = [new DivisionParent("p0") { Outline = outlines[0] }, new DivisionParent("p1") { Outline = outlines[1] }],
        });
        var tiling = PlanTiling.Of(plan);

        Assert.True(tiling.IsExact);
        for (var parent = 0; parent < 2; parent++)
        {
            var own = Enumerable.Range(0, plan.Grids.Count).Where(grid => plan.Grids[grid].Parent == $"p{parent}").Select(grid => tiling.Boundaries[grid]!).ToArray();
            Assert.Equal(outlines[parent].AreaSquareMetres, tiling.Outlines[parent]!.AreaSquareMetres, 0.5);
            Assert.Equal(tiling.Outlines[parent]!.AreaSquareMetres, own.Sum(static boundary => boundary.AreaSquareMetres), 1e-6);
            Assert.Equal(tiling.Outlines[parent]!.VertexCount, GridBoundary.Dissolve(own).VertexCount);
        }
    }

    private static DivisionDefinition In(string parent, GridBoundary outline) => Row with
    {
        Units = EquatableArray.From(Row.Units.Select(unit => unit with { Parent = parent })),
        Parents = [new DivisionParent(parent) { Outline = outline }],
    };

    private static DivisionPlan Divide(DivisionDefinition definition) => DivisionQualityTests.Divide(definition);

    private static DivisionUnit Square(string id, int place, int people) => DivisionQualityTests.Square(id, place, people);
}
