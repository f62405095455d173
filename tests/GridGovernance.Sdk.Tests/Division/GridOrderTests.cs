using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class GridOrderTests
{
    [Fact]
    public void Of_FourGridsInASquare_GoesWestToEastAndThenSouth()
    {
        var definition = Maps.Parse("a:1 b:1 c:1 d:1 | a-b b-c c-d d-a", grids: 4);
        definition = definition with
        {
            // a is in the south-west, b in the north-west, c in the north-east, d in the south-east.
            Units = EquatableArray.From(definition.Units.Select(static unit => unit with
            {
                Place = unit.Id switch { "a" => new(0, 0), "b" => new(1, 10), "c" => new(11, 11), _ => new(10, 1) },
            })),
        };

        var plan = Divider.Divide(Maps.Compile(definition), 1).Plan!;

        Assert.Equal(["003", "001", "002", "004"], Enumerable.Range(0, 4).Select(unit => plan.GridOf(unit).Code));
    }

    [Fact]
    public void Of_UnitsWithoutPlaces_GoesByTheFirstId()
    {
        var plan = Divider.Divide(Maps.Compile(Maps.Parse("d:1 c:1 b:1 a:1 | a-b b-c c-d d-a", grids: 4)), 1).Plan!;

        Assert.Equal(["004", "003", "002", "001"], Enumerable.Range(0, 4).Select(unit => plan.GridOf(unit).Code));
    }

    [Fact]
    public void Names_TakeTheParentsName_AndItsCodeWhereThereIsNone()
    {
        var definition = Maps.Parse("a:1 b:1 c:1 d:1 | a-b c-d", grids: 1);
        definition = definition with
        {
            Units = EquatableArray.From(definition.Units.Select(static unit => unit with { Parent = unit.Id is "a" or "b" ? "511921201" : "511921202" })),
            Parents = [new DivisionParent("511921201") { Name = "杨柏村" }],
        };

        var plan = Divider.Divide(Maps.Compile(definition), 1).Plan!;

        Assert.Equal(["511921201001", "511921202001"], plan.Grids.Select(static grid => grid.Code));
        Assert.Equal(["Grid 1 of 杨柏村", "Grid 1 of 511921202"], plan.Grids.Select(static grid => grid.Name.En));
        Assert.Equal(["杨柏村第1网格", "511921202第1网格"], plan.Grids.Select(static grid => grid.Name.Zh));
        Assert.StartsWith("2 grids, 0 edges cut, deviation at most 0.0000", plan.ToString(), StringComparison.Ordinal);
    }
}
