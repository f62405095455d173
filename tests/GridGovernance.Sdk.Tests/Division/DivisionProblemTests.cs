using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class DivisionProblemTests
{
    private static readonly DivisionDefinition Good = Maps.Parse("a:100 b:100 c:100 | a-b b-c", grids: 2);

    public static TheoryData<string, DivisionDefinition> Bad => new()
    {
        { "division.no-units", Good with { Units = [], Edges = [] } },
        { "division.no-id", Good with { Units = Good.Units.Add(new DivisionUnit { Id = " " }) } },
        { "division.duplicate-unit", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "a" }) } },
        { "division.negative-unit", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", People = -1 }) } },
        { "division.negative-unit", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", Amounts = [new DivisionAmount("work", -1)] }), Measures = [new DivisionMeasure("work")] } },
        { "division.measure-not-balanced", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", Amounts = [new DivisionAmount("work", 1)] }) } },
        { "division.bad-place", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", Place = new(double.NaN, 0) }) } },
        { "division.bad-extent", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", AreaSquareMetres = -1 }) } },
        { "division.bad-extent", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", PerimeterMetres = double.NaN }) } },
        { "division.unknown-unit", Good with { Edges = [new DivisionEdge("a", "x")] } },
        { "division.loop", Good with { Edges = Good.Edges.Add(new DivisionEdge("a", "a")) } },
        { "division.duplicate-edge", Good with { Edges = Good.Edges.Add(new DivisionEdge("b", "a")) } },
        { "division.bad-length", Good with { Edges = [new DivisionEdge("a", "b") { SharedMetres = 0 }] } },
        { "division.length-missing", Good with { Edges = Good.Edges.Add(new DivisionEdge("a", "c") { SharedMetres = 5 }) } },
        { "division.no-sizing", Good with { Sizing = [] } },
        { "division.no-size", Good with { Sizing = [new DivisionSizing()] } },
        { "division.no-sizing-for", Good with { Sizing = [Good.Sizing[0] with { Settlement = SettlementKind.Urban }] } },
        { "division.min-above-max", Good with { Sizing = [Good.Sizing[0] with { MinPeople = 300, MaxPeople = 200 }] } },
        { "division.negative-bound", Good with { Sizing = [Good.Sizing[0] with { MinPeople = -1 }] } },
        { "division.target-outside", Good with { Sizing = [Good.Sizing[0] with { MinPeople = 100, TargetPeople = 50 }] } },
        { "division.target-not-positive", Good with { Sizing = [Good.Sizing[0] with { TargetPeople = 0 }] } },
        { "division.bound-not-counted", Good with { Sizing = [Good.Sizing[0] with { MinHouseholds = 1 }] } },
        { "division.grids-out-of-range", Good with { Sizing = [Good.Sizing[0] with { Grids = 0 }] } },
        { "division.grids-out-of-range", Good with { Parents = [new DivisionParent("p") { Grids = -1 }] } },
        { "division.tolerance", Good with { Sizing = [Good.Sizing[0] with { Tolerance = 1.5m }] } },
        { "division.unknown-basis", Good with { Sizing = [Good.Sizing[0] with { Basis = (SizingBasis)9 }] } },
        { "division.unknown-islands", Good with { Islands = (IslandPolicy)9 } },
        { "division.parent-without-units", Good with { Parents = [new DivisionParent("p")] } },
        { "division.duplicate-parent", Good with { Parents = [new DivisionParent("p"), new DivisionParent("p")] } },
        { "division.duplicate-measure", Good with { Measures = [new DivisionMeasure("people"), new DivisionMeasure("people")] } },
        { "division.unknown-measure", Good with { Measures = [new DivisionMeasure("zzz")] } },
        { "division.weight", Good with { Measures = [new DivisionMeasure("people", 0)] } },
        { "division.empty-group", Good with { Groups = [new DivisionGroup("g", [])] } },
        { "division.unknown-unit", Good with { Groups = [new DivisionGroup("g", ["a", "x"])] } },
        { "division.group-not-connected", Good with { Groups = [new DivisionGroup("g", ["a", "c"])] } },
        { "division.group-across-parents", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", Parent = "q" }), Groups = [new DivisionGroup("g", ["a", "d"])] } },
        { "division.lock-conflict", Good with { Locks = [new DivisionLock("x", ["a"])], Seeds = ["a"] } },
        { "division.duplicate-lock", Good with { Locks = [new DivisionLock("x", ["a"]), new DivisionLock("x", ["b"])] } },
        { "division.closed-and-grouped", Good with { Locks = [new DivisionLock("x", ["a"]) { IsClosed = true }], Groups = [new DivisionGroup("g", ["a", "b"])] } },
        { "division.unknown-unit", Good with { Seeds = ["x"] } },
        { "division.island", Good with { Edges = [new DivisionEdge("a", "b")] } },
        { "division.no-bridge", Good with { Edges = [new DivisionEdge("a", "b")], Islands = IslandPolicy.NearestBridge } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Compile_WhatIsWrong_IsFound(string code, DivisionDefinition definition)
    {
        var problem = DivisionProblem.Compile(definition, out var report);

        var finding = report.First(finding => finding.Code == code);
        Assert.Equal(report.HasErrors, problem is null);
        Assert.NotEmpty(finding.Message.ToString());
    }

    [Fact]
    public void Compile_AGoodDefinition_HasNoFindings()
    {
        var problem = DivisionProblem.Compile(Good, out var report);

        Assert.Empty(report);
        Assert.Equal("3 units, 2 edges, 1 parents", problem!.ToString());
        Assert.True(problem.TryIndexOf("c", out var index));
        Assert.Equal(2, index);
        Assert.False(problem.TryIndexOf("x", out index));
        Assert.Equal(-1, index);
    }
}
