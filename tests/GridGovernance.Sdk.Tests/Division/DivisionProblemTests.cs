using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class DivisionProblemTests
{
    private static readonly DivisionDefinition Good = Maps.Parse("a:100 b:100 c:100 | a-b b-c", grids: 2);

    public static TheoryData<string, DivisionDefinition, string> Bad => new()
    {
        { "division.no-units", Good with { Units = [], Edges = [] }, "E /units  : A division needs at least one unit, but has none." },
        { "division.no-id", Good with { Units = Good.Units.Add(new DivisionUnit { Id = " " }) }, "E /units/3/id   : The unit at position 3 needs an id, but has none." },
        { "division.duplicate-unit", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "a" }) }, """E /units/3/id a : The id "a" must belong to one unit, but belongs to another too.""" },
        { "division.negative-unit", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", People = -1 }) }, """E /units/3 d : The numbers of "d" must not be negative, but one is -1.""" },
        { "division.negative-unit", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", Amounts = [new DivisionAmount("work", -1)] }), Measures = [new DivisionMeasure("work")] }, """E /units/3/amounts d : The numbers of "d" must not be negative, but one is -1.""" },
        { "division.measure-not-balanced", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", Amounts = [new DivisionAmount("work", 1)] }) }, """W /units/3/amounts d : The unit "d" has an amount of "work", which no measure names. ‖ W  d 0人: No open edge joins "d" and its neighbours to the rest of the parent "".""" },
        { "division.bad-place", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", Place = new(double.NaN, 0) }) }, """E /units/3/place d : The place of "d" must lie within its coordinate system, but is [NaN, 0].""" },
        { "division.bad-extent", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", AreaSquareMetres = -1 }) }, """E /units/3/areaSquareMetres d : The area and border of "d" must be finite and not negative, but one is -1.""" },
        { "division.bad-extent", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", PerimeterMetres = double.NaN }) }, """E /units/3/perimeterMetres d : The area and border of "d" must be finite and not negative, but one is NaN.""" },
        { "division.unknown-unit", Good with { Edges = [new DivisionEdge("a", "x")] }, """E /edges/0  : /edges/0 needs a unit of the problem, but names "x".""" },
        { "division.loop", Good with { Edges = Good.Edges.Add(new DivisionEdge("a", "a")) }, """W /edges/2  : An edge must join two units, but joins "a" to itself.""" },
        { "division.duplicate-edge", Good with { Edges = Good.Edges.Add(new DivisionEdge("b", "a")) }, """W /edges/2  : The edge between "b" and "a" should stand once, but stands again.""" },
        { "division.bad-length", Good with { Edges = [new DivisionEdge("a", "b") { SharedMetres = 0 }] }, """E /edges/0  : The shared border of "a" and "b" must be above 0 and below 10,000 km, but is 0 m.""" },
        { "division.length-missing", Good with { Edges = Good.Edges.Add(new DivisionEdge("a", "c") { SharedMetres = 5 }) }, "W /edges  : 2 of 3 edges have no shared border; each counts as one metre." },
        { "division.no-sizing", Good with { Sizing = [] }, "E /sizing  : A division needs at least one sizing, but has none." },
        { "division.no-size", Good with { Sizing = [new DivisionSizing()] }, """E /sizing  : The parent "" needs a number of grids, a bound or a norm, but its sizing names none.""" },
        { "division.no-sizing-for", Good with { Sizing = [Good.Sizing[0] with { Settlement = SettlementKind.Urban }] }, """E /sizing  : The parent "" needs a sizing for its kind of settlement, but there is none.""" },
        { "division.min-above-max", Good with { Sizing = [Good.Sizing[0] with { MinPeople = 300, MaxPeople = 200 }] }, "E /sizing/0  : The bounds of people must run from low to high, but run from 300 to 200." },
        { "division.negative-bound", Good with { Sizing = [Good.Sizing[0] with { MinPeople = -1 }] }, "E /sizing/0  : A bound of people must not be negative, but is -1." },
        { "division.target-outside", Good with { Sizing = [Good.Sizing[0] with { MinPeople = 100, TargetPeople = 50 }] }, "E /sizing/0  : The norm of people must lie within its bounds, but is 50, beyond 100." },
        { "division.target-not-positive", Good with { Sizing = [Good.Sizing[0] with { TargetPeople = 0 }] }, "E /sizing/0  : The norm of people must be above 0, but is 0." },
        { "division.bound-not-counted", Good with { Sizing = [Good.Sizing[0] with { MinHouseholds = 1 }] }, "W /sizing/0  : The sizing names the number 1 for a measure that its basis does not count." },
        { "division.grids-out-of-range", Good with { Sizing = [Good.Sizing[0] with { Grids = 0 }] }, "E /sizing/0  : The number of grids must be from 1 to 1000000, but is 0." },
        { "division.grids-out-of-range", Good with { Parents = [new DivisionParent("p") { Grids = -1 }] }, """E /parents/0  : The number of grids must be from 1 to 1000000, but is -1. ‖ W /parents/0/code  : The parent "p" is named, but no unit lies in it.""" },
        { "division.tolerance", Good with { Sizing = [Good.Sizing[0] with { Tolerance = 1.5m }] }, "E /sizing/0  : The tolerance must be a share from 0 to 1, but is 1.5." },
        { "division.unknown-basis", Good with { Sizing = [Good.Sizing[0] with { Basis = (SizingBasis)9 }] }, "E /sizing/0  : The basis of a sizing must be households, population or either, but is 9." },
        { "division.unknown-islands", Good with { Islands = (IslandPolicy)9 }, "E /islands  : The policy for islands must be error, nearest-bridge or own-grid, but is 9." },
        { "division.parent-without-units", Good with { Parents = [new DivisionParent("p")] }, """W /parents/0/code  : The parent "p" is named, but no unit lies in it.""" },
        { "division.duplicate-parent", Good with { Parents = [new DivisionParent("p"), new DivisionParent("p")] }, """E /parents/1  : The parent "p" should stand once, but stands again. ‖ W /parents/0/code  : The parent "p" is named, but no unit lies in it. ‖ W /parents/1/code  : The parent "p" is named, but no unit lies in it.""" },
        { "division.duplicate-measure", Good with { Measures = [new DivisionMeasure("people"), new DivisionMeasure("people")] }, """E /measures/1  : A measure needs a name of its own, but "people" has none or is named again.""" },
        { "division.unknown-measure", Good with { Measures = [new DivisionMeasure("zzz")] }, """E /measures/0  : A measure must be "people", "households" or something that a unit has an amount of, but no unit has any of "zzz".""" },
        { "division.weight", Good with { Measures = [new DivisionMeasure("people", 0)] }, """E /measures/0  : The weight of "people" must be above 0 and at most 1000, but is 0.""" },
        { "division.empty-group", Good with { Groups = [new DivisionGroup("g", [])] }, """E /groups/0  : The group or lock "g" needs at least one unit, but has none.""" },
        { "division.unknown-unit", Good with { Groups = [new DivisionGroup("g", ["a", "x"])] }, """E /groups/0  : /groups/0 needs a unit of the problem, but names "x".""" },
        { "division.group-not-connected", Good with { Groups = [new DivisionGroup("g", ["a", "c"])] }, """E /groups/0  : The units of "g" must be joined by open edges among themselves, but nothing joins "a" to "c".""" },
        { "division.group-across-parents", Good with { Units = Good.Units.Add(new DivisionUnit { Id = "d", Parent = "q" }), Groups = [new DivisionGroup("g", ["a", "d"])] }, """E /groups/0  : The units of "g" must lie in one parent, but "a" and "d" lie in two.""" },
        { "division.lock-conflict", Good with { Locks = [new DivisionLock("x", ["a"])], Seeds = ["a"] }, """E /seeds/0  : "a" must be in a grid of its own, but shares units with "x".""" },
        { "division.duplicate-lock", Good with { Locks = [new DivisionLock("x", ["a"]), new DivisionLock("x", ["b"])] }, """E /locks/1/grid  : The name "x" must belong to one locked grid, but belongs to another too.""" },
        { "division.closed-and-grouped", Good with { Locks = [new DivisionLock("x", ["a"]) { IsClosed = true }], Groups = [new DivisionGroup("g", ["a", "b"])] }, """E /locks/0  : The closed grid "x" must hold its own units alone, but "b" must stay together with them.""" },
        { "division.unknown-unit", Good with { Seeds = ["x"] }, """E /seeds/0  : /seeds/0 needs a unit of the problem, but names "x".""" },
        { "division.island", Good with { Edges = [new DivisionEdge("a", "b")] }, """W  c 100人: No open edge joins "c" and its neighbours to the rest of the parent "".""" },
        { "division.no-bridge", Good with { Edges = [new DivisionEdge("a", "b")], Islands = IslandPolicy.NearestBridge }, """W  c 100人: No open edge joins "c" and its neighbours to the rest of the parent "". ‖ E   : An island of "" is to be bridged, which needs a place of each unit, but places are missing.""" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Compile_WhatIsWrong_IsFoundAndNamedWithItsPlace(string code, DivisionDefinition definition, string said)
    {
        var problem = DivisionProblem.Compile(definition, out var report);

        Assert.Contains(code, report.Select(static finding => finding.Code));
        Assert.Equal(report.HasErrors, problem is null);
        Assert.Equal(said, string.Join(" ‖ ", report.Select(static finding => $"{finding.Severity.ToString()[0]} {finding.Place.Path} {finding.Place.Subject} {finding.Measure}{finding.MeasureUnit}: {finding.Message.ToString(null)}")));
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
