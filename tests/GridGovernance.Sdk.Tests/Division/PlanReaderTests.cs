using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class PlanReaderTests
{
    private static readonly DivisionDefinition Path = Maps.Parse("a:100 b:120 c:100 d:100 | a-b b-c c-d", grids: 2, min: 150, max: 250);

    [Fact]
    public void Read_AMap_KeepsItsCodes()
    {
        var plan = DivisionPlan.Read(Maps.Compile(Path), Old("a:X7 b:X7 c:X2 d:X2"), out var report)!;

        PlanCheck.Holds(plan);
        Assert.Equal(["X7", "X2"], plan.Grids.Select(static grid => grid.Code));
        Assert.Equal(10 / 210.0, plan.MaxDeviation, 1e-12);
        Assert.Equal(1, plan.CutEdges);
        Assert.Empty(report);
    }

    [Fact]
    public void Read_BrokenBounds_AreErrorsOfAPlan()
    {
        var plan = DivisionPlan.Read(Maps.Compile(Path), Old("a:1 b:2 c:2 d:2"), out var report);

        Assert.NotNull(plan);
        Assert.Equal(["division.out-of-bounds", "division.out-of-bounds"], report.Select(static finding => finding.Code));
    }

    [Fact]
    public void Read_WhatIsNoDivision_NamesEverything()
    {
        Assert.Null(DivisionPlan.Read(Maps.Compile(Path), Old("a:1 c:2"), out var report));
        Assert.Equal([("division.unit-without-grid", "b"), ("division.unit-without-grid", "d")], Found(report));
        Assert.Null(DivisionPlan.Read(Maps.Compile(Path), Old("a:1 b:2 c:1 d:2"), out report));
        Assert.Equal([("division.grid-not-connected", "1"), ("division.grid-not-connected", "2")], Found(report));
        Assert.Null(DivisionPlan.Read(Maps.Compile(Path with { Groups = [new("compound", ["b", "c"])] }), Old("a:1 b:1 c:2 d:2"), out report));
        Assert.Equal([("division.together-split", "c")], Found(report));
        var two = Path with { Units = EquatableArray.From(Path.Units.Select(static unit => unit with { Parent = unit.Id is "a" or "b" ? "p" : "q" })), Sizing = [Path.Sizing[0] with { Grids = 1 }] };
        Assert.Null(DivisionPlan.Read(Maps.Compile(two), Old("a:1 b:1 c:1 d:2"), out report));
        Assert.Equal([("division.grid-across-parents", "1")], Found(report));
    }

    [Fact]
    public void Read_ADedicatedGrid_MustStandAlone()
    {
        var problem = Maps.Compile(Path with { Locks = [new DivisionLock("factory", ["d"]) { IsClosed = true }], Sizing = [Path.Sizing[0] with { MaxPeople = 400, Grids = 1 }] });

        Assert.Equal(["1", "9"], DivisionPlan.Read(problem, Old("a:1 b:1 c:1 d:9"), out _)!.Grids.Select(static grid => grid.Code));
        Assert.Null(DivisionPlan.Read(problem, Old("a:1 b:1 c:1 d:1"), out var report));
        Assert.Equal([("division.grid-not-alone", "1")], Found(report));
    }

    [Fact]
    public void Read_TheDividersOwnPlan_GivesItBack()
    {
        var plan = Divider.Divide(Maps.Compile(Path), 1).Plan!;

        var again = DivisionPlan.Read(plan.Problem, plan.Problem.Units.Select((unit, i) => (unit.Id, plan.GridOf(i).Code)).ToDictionary(StringComparer.Ordinal), out _)!;

        Assert.Equal(plan.Grids, again.Grids);
        Assert.Equal((plan.MaxDeviation, plan.CutEdges), (again.MaxDeviation, again.CutEdges));
    }

    [Fact]
    public void Read_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => DivisionPlan.Read(null!, new Dictionary<string, string>(), out _));
        Assert.Throws<ArgumentNullException>(() => DivisionPlan.Read(Maps.Compile(Path), null!, out _));
    }

    private static IEnumerable<(string Code, string Subject)> Found(FindingReport report) => report.Select(static finding => (finding.Code, finding.Place.Subject!));

    private static Dictionary<string, string> Old(string text) =>
        text.Split(' ').ToDictionary(static word => word.Split(':')[0], static word => word.Split(':')[1], StringComparer.Ordinal);
}
