using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridSizingTests
{
    [Theory]
    [InlineData(299, -1)]
    [InlineData(300, 0)]
    [InlineData(500, 0)]
    [InlineData(501, 1)]
    [InlineData(0, -300)]
    public void Evaluate_ARangeOfHouseholds_GivesTheDistanceToItsEnd(int households, int amount) =>
        Assert.Equal(new SizingDeviation(amount, SizingBasis.Households), GridSizing.Evaluate(GridSizingPresets.National300To500, households, 0));

    [Theory]
    [InlineData(300, 9999, 0, SizingBasis.Households)]
    [InlineData(10, 1000, 0, SizingBasis.Population)]
    [InlineData(239, 100, -1, SizingBasis.Households)]
    [InlineData(10, 1201, 1, SizingBasis.Population)]
    public void Evaluate_HouseholdsOrPeople_AsksForOneOfThem(int households, int people, int amount, SizingBasis basis) =>
        Assert.Equal(new SizingDeviation(amount, basis), GridSizing.Evaluate(GridSizingPresets.XCountyUrban, households, people));

    [Fact]
    public void Audit_AMap_FindsTheUnitsOutsideThePolicyOfTheirSettlement()
    {
        var definition = GridSchemeTests.Five() with
        {
            Sizing =
            [
                new() { Level = "cell", Settlement = SettlementKind.Rural, MinHouseholds = 2, MaxHouseholds = 3, Source = "test" },
                new() { Level = "grid", NominalPopulation = 10, Tolerance = 0.1m, Basis = SizingBasis.Population, Source = "test" },
            ],
        };
        var scheme = GridScheme.Compile(definition, out _)!;
        var map = GridMap.Create(
            scheme,
            [
                Unit(scheme, "511921", 0), Unit(scheme, "511921100", 1), Unit(scheme, "511921100201", 2), Unit(scheme, "511921100201001", 3),
                Unit(scheme, "511921100201001001", 4, SettlementKind.Rural), Unit(scheme, "511921100201001002", 4, SettlementKind.Rural), Unit(scheme, "511921100201001003", 4, SettlementKind.Urban),
            ],
            out _)!;
        var builder = new HouseholdRegisterBuilder(CoordinateSystem.Metric);
        for (var i = 0; i < 9; i++)
        {
            var household = builder.AddHousehold($"h{i}", default, GridCode.Parse(i < 1 ? "511921100201001001" : i < 5 ? "511921100201001002" : "511921100201001003"));
            builder.AddPerson($"a{i}", household);
            builder.AddPerson($"b{i}", household);
        }

        var report = GridSizing.Audit(map, builder.Build());

        Assert.Equal(
            [("grids.undersized", "511921100201001001", -1m), ("grids.oversized", "511921100201001002", 1m), ("grids.oversized", "511921100201001", 7m)],
            report.Select(static f => (f.Code, f.Place.Subject!, f.Measure!.Value)));
        Assert.False(report.HasErrors);
    }

    [Fact]
    public void Audit_GridsOfAnInstitutionOrOffTheTerritory_AreNotSized()
    {
        var scheme = GridScheme.Compile(GridSchemePresets.FiveLevel with { Sizing = [GridSizingPresets.National300To500] }, out _)!;
        GridUnit Of(string code, GridKind kind) => GridUnit.Create(scheme, GridCode.Parse(code), code, kind);
        var map = GridMap.Create(
            scheme,
            [
                Of("511921", GridKind.Division), Of("511921100", GridKind.Division), Of("511921100201", GridKind.Village), Of("511921100201001", GridKind.Comprehensive), Of("511921100201002", GridKind.Dedicated),
                GridUnit.CreateOffTerritory(scheme, GridCode.Parse("511921000000001"), "外", GridCode.Parse("511921")),
            ],
            out _)!;

        Assert.Equal("511921100201001", Assert.Single(GridSizing.Audit(map, new HouseholdRegisterBuilder(CoordinateSystem.Metric).Build())).Place.Subject);
        Assert.True(GridSizing.Evaluate(new GridSizingDefinition { Level = "grid", Source = "test", NominalHouseholds = int.MaxValue }, int.MaxValue, 0).IsWithin);
    }

    private static GridUnit Unit(GridScheme scheme, string code, int depth, SettlementKind? settlement = null) => new()
    {
        Code = GridCode.Parse(code),
        Name = code,
        Level = scheme.Levels[depth],
        Kind = GridKind.Division,
        Parent = scheme.ParentOf(GridCode.Parse(code)),
        Settlement = settlement,
    };
}
