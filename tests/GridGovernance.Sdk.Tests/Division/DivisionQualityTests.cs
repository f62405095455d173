using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class DivisionQualityTests
{
    // Four squares of 10 m in a row, the people in the middles; the grids are ab and cd.
    private static readonly DivisionDefinition Row = new()
    {
        System = CoordinateSystem.Metric,
        Units = [Square("a", 0, 100), Square("b", 1, 300), Square("c", 2, 200), Square("d", 3, 240)],
        Edges = [new("a", "b") { SharedMetres = 10 }, new("b", "c") { SharedMetres = 10 }, new("c", "d") { SharedMetres = 10 }],
        Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = 2, TargetPeople = 500 }],
    };

    [Fact]
    public void Of_APlan_MeasuresEachGrid()
    {
        var quality = DivisionQuality.Of(Divide(Row));

        var first = quality.Grids[0];
        Assert.Equal("001", first.Code);
        Assert.Equal(-20 / 420.0, first.DeviationFromMean, 1e-12);
        Assert.Equal(-0.2, first.DeviationFromNorm!.Value, 1e-12);
        Assert.Equal((200, 60), (first.AreaSquareMetres, first.PerimeterMetres));
        Assert.Equal(4 * Math.PI * 200 / 3600, first.PolsbyPopper!.Value, 1e-12);
        Assert.Equal(200 / (Math.PI * 125), first.Reock!.Value, 1e-9);
        Assert.Equal(200 * 200 / (2 * Math.PI * 200 * 500 / 12.0), first.MomentOfInertia!.Value, 1e-9);
        Assert.Equal(1, first.CutEdges);

        // 100 at 5 and 300 at 15 live around 12.5: 100 are 7.5 m off and 300 are 2.5 m off.
        Assert.Equal(3.75, first.MeanDistanceMetres!.Value, 1e-9);
    }

    [Fact]
    public void Of_APlan_SumsUp()
    {
        var quality = DivisionQuality.Of(Divide(Row));

        Assert.Equal(1, quality.CutEdges);
        Assert.Equal(20 / 420.0, quality.MaxDeviation, 1e-12);
        Assert.Equal(20 / 420.0, quality.MeanDeviation, 1e-12);
        Assert.Equal(1, quality.WithinTolerance);
        Assert.Equal(4 * Math.PI * 200 / 3600, quality.MeanPolsbyPopper!.Value, 1e-12);
        Assert.Equal(200 / (Math.PI * 125), quality.MeanReock!.Value, 1e-9);
        Assert.Equal(200 * 200 / (2 * Math.PI * 200 * 500 / 12.0), quality.MeanMomentOfInertia!.Value, 1e-9);

        // The others: 200 at 25 and 240 at 35 around 30.4545…, 200 × 5.4545… + 240 × 4.5454….
        Assert.Equal(((400 * 3.75) + (2 * 200 * 60 / 11.0)) / 840, quality.MeanDistanceMetres!.Value, 1e-9);
        Assert.Empty(quality.SplitGroups);
        Assert.StartsWith("2 grids, 100.0 % within tolerance, Polsby-Popper 0.698, 1 edges cut", quality.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ToleranceThatIsNarrow_CountsTheGridsInside() =>
        Assert.Equal(0, DivisionQuality.Of(Divide(Row with { Sizing = [Row.Sizing[0] with { Tolerance = 0.04m }] })).WithinTolerance);

    [Fact]
    public void Of_GroupsThatTheProblemDoesNotKnow_AreCountedWhereTheyAreSplit()
    {
        var quality = DivisionQuality.Of(Divide(Row with { Groups = [new("kept", ["c", "d"])] }), null, [new("split", ["b", "c"]), new("whole", ["a", "b"]), new("gone", ["c", "x"])]);

        Assert.Equal(["split"], quality.SplitGroups);
    }

    [Fact]
    public void Of_HouseholdsThatAreCounted_WeighTheDistance()
    {
        var definition = Row with
        {
            Units = EquatableArray.From(Row.Units.Select(static unit => unit with { Households = unit.Id is "b" or "d" ? 50 : 25 })),
            Sizing = [new DivisionSizing { Grids = 2 }],
        };

        // 25 at 5 and 50 at 15 live around 11.66…: 25 × 6.66… + 50 × 3.33….
        Assert.Equal(1000 / 225.0, DivisionQuality.Of(Divide(definition)).Grids[0].MeanDistanceMetres!.Value, 1e-9);
    }

    [Fact]
    public void Of_UnitsWithoutPolygons_HaveTheCompactnessOfTheirSums()
    {
        var definition = Row with { Units = EquatableArray.From(Row.Units.Select(static unit => unit with { Boundary = null, AreaSquareMetres = 100, PerimeterMetres = 40 })) };

        var first = DivisionQuality.Of(Divide(definition)).Grids[0];

        Assert.Equal((200, 60), (first.AreaSquareMetres, first.PerimeterMetres));
        Assert.Equal(4 * Math.PI * 200 / 3600, first.PolsbyPopper!.Value, 1e-12);
        Assert.Null(first.Reock);
        Assert.Null(first.MomentOfInertia);
    }

    [Fact]
    public void Of_UnitsWithoutPlaceOrExtent_LeaveUnknownWhatIsUnknown()
    {
        var quality = DivisionQuality.Of(Divide(Row with { Units = EquatableArray.From(Row.Units.Select(static unit => new DivisionUnit { Id = unit.Id, People = unit.People })) }));

        Assert.Null(quality.MeanDistanceMetres);
        Assert.Null(quality.MeanPolsbyPopper);
        Assert.Null(quality.MeanReock);
        Assert.Null(quality.Grids[0].AreaSquareMetres);
        Assert.Null(quality.Grids[0].PolsbyPopper);
        Assert.Equal(1, quality.Grids[1].CutEdges);
    }

    [Fact]
    public void Of_TheTilingOfAnotherPlan_Throws()
    {
        Assert.Throws<ArgumentException>(() => DivisionQuality.Of(Divide(Row), PlanTiling.Of(Divide(Row))));
        Assert.Throws<ArgumentNullException>(() => DivisionQuality.Of(null!));
    }

    internal static DivisionPlan Divide(DivisionDefinition definition) => Divider.Divide(Maps.Compile(definition), 1).Plan!;

    internal static DivisionUnit Square(string id, int place, int people, string? parent = null) => new()
    {
        Id = id,
        People = people,
        Parent = parent,
        Place = new GeoPoint((place * 10) + 5, 5),
        Boundary = NetworkOverlayProperties.Rectangle(new(place * 10, 0, (place * 10) + 10, 10)),
    };
}
