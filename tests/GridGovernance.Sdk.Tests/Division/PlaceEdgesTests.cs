using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class PlaceEdgesTests
{
    [Fact]
    public void Find_TwoParents_JoinsEachByItself()
    {
        // A lattice of 2 × 2 in either parent, the second 5 m beside the first.
        var units = Lattice("p", 0).Concat(Lattice("q", 15)).Reverse().ToArray();

        var edges = PlaceEdges.Find(units, null, out var report);

        Assert.Empty(report);
        Assert.Equal(["q0-q1 q0-q2 q1-q3 q2-q3", "p0-p1 p0-p2 p1-p3 p2-p3"], edges.GroupBy(static edge => edge.From[0], Text).Select(static group => string.Join(' ', group)));
        Assert.All(edges, static edge => Assert.Null(edge.SharedMetres));
    }

    [Fact]
    public void Find_UnitsAtOnePlace_AreNeighboursByIdAndSaidOncePerParent()
    {
        DivisionUnit[] units = [At("c", 0, 0), At("b", 0.0004, 0), At("a", 0, 0), At("d", 8, 0), At("e", 8, 0), At("z", 0, 0) with { Place = null }];

        var edges = PlaceEdges.Find(units, CoordinateSystem.Metric, out var report);

        Assert.Equal("a-b a-d a-e b-c b-d c-d d-e", string.Join(' ', edges.Select(Text)));
        var finding = Assert.Single(report);
        Assert.Equal(("division.same-place", 5m, FindingSeverity.Info), (finding.Code, finding.Measure, finding.Severity));
        Assert.Equal("5 units of the parent \"\" share their place with another, such as \"a\" and \"b\"; they count as neighbours.", finding.Message.ToString(null));
    }

    [Property(MaxTest = 40)]
    public void Find_AnyPlaces_CanBeDividedAndTileTheirOutline(int seed)
    {
        var random = new Random(seed);
        var units = Enumerable.Range(0, random.Next(4, 40)).Select(i => At(FormattableString.Invariant($"u{i:D2}"), random.Next(1, 300), random.Next(1, 200)) with { Parent = "p" }).ToArray();
        var definition = new DivisionDefinition
        {
            System = CoordinateSystem.Metric,
            Units = EquatableArray.Create<DivisionUnit>(units),
            Edges = PlaceEdges.Find(units, CoordinateSystem.Metric, out _),
            Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = 3 }],
            Parents = [new DivisionParent("p") { Outline = NetworkOverlayProperties.Rectangle(new(0, 0, 301, 201)) }],
        };

        var plan = Divider.Divide(Maps.Compile(definition), 1, new DivisionBudget { ExactUnits = 0, MovesPerUnit = 20, Restarts = 1 }).Plan!;
        var tiling = PlanTiling.Of(plan);

        Assert.Equal(3, plan.Grids.Count);
        Assert.True(tiling.IsExact || units.DistinctBy(static unit => unit.Place).Count() < units.Length);
        Assert.Equal(301 * 201.0, tiling.Boundaries.Sum(static boundary => boundary?.AreaSquareMetres ?? 0), 0.5);
    }

    [Fact]
    public void Gaps_BetweenUnitsOfOneParent_AreSaidWithTheirWidth()
    {
        DivisionUnit[] units = [Box("c", "p", 20.25, 30), Box("b", "p", 10.001, 20), Box("a", "p", 0, 10), Box("d", "q", 30.5, 40), Box("e", "p", 31.5, 40), At("f", 1, 1)];

        var report = UnitGaps.Find(units);

        Assert.Equal([("a", 0.001m), ("b", 0.25m)], report.Select(static finding => (finding.Place.Subject!, finding.Measure!.Value)));
        Assert.Equal("\"b\" and \"c\" come within 0.25 m of each other but share no border, so they count as apart; \"gridgov grids repair\" closes such gaps.", report[1].Message.ToString(null));
        Assert.Equal(3, UnitGaps.Find(units, 1.5).Count);
        Assert.Empty(UnitGaps.Find(units, 0));
    }

    private static string Text(DivisionEdge edge) => $"{edge.From}-{edge.To}";

    private static DivisionUnit[] Lattice(string parent, double east) =>
        [.. Enumerable.Range(0, 4).Select(i => At(FormattableString.Invariant($"{parent}{i}"), east + (i % 2 * 10), i / 2 * 10) with { Parent = parent })];

    private static DivisionUnit At(string id, double x, double y) => new() { Id = id, People = 10, Place = new GeoPoint(x, y) };

    private static DivisionUnit Box(string id, string parent, double west, double east) =>
        new() { Id = id, Parent = parent, People = 10, Boundary = GridBoundary.Create(CoordinateSystem.Metric, new GeoPoint(west, 0), new GeoPoint(east, 0), new GeoPoint(east, 10), new GeoPoint(west, 10)) };
}
