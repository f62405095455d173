using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class MoveBoundTests
{
    [Theory]
    // Twenty too many in the first of three along a line, the middle full, the last with room: they pass the middle, and count twice.
    [InlineData("40 40 40 20 | 30 30 30 30 | 20 20 20 20", 80, 120, 40)]

    // Room in the neighbour: they move once, in whole units.
    [InlineData("40 40 40 20 | 20 20 20 20 | 30 30 30 30", 80, 120, 20)]

    // The middle is below: it takes from either side.
    [InlineData("30 30 30 30 | 10 10 10 10 | 30 30 30 30", 80, 120, 40)]

    // All within the bounds.
    [InlineData("30 30 30 | 30 30 30 | 30 30 30", 80, 120, 0)]
    public void Run_OnALine_IsTheLinearProgram(string grids, int low, int high, long expected)
    {
        var sizes = grids.Split('|').Select(static grid => grid.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToArray()).ToArray();
        var home = sizes.SelectMany(static (grid, i) => Enumerable.Repeat(i, grid.Length)).ToArray();
        var units = sizes.SelectMany(static grid => grid).Select(static (size, i) => FormattableString.Invariant($"u{i:D2}:{size}"));
        var edges = Enumerable.Range(1, home.Length - 1).Select(static i => FormattableString.Invariant($"u{i - 1:D2}-u{i:D2}"));
        var part = Maps.Compile(Maps.Parse(string.Join(' ', units) + " | " + string.Join(' ', edges), grids: sizes.Length)).Parts[0];

        Assert.Equal(expected, new MoveBound(part, home, sizes.Length, low, high).Run());
    }

    [Fact]
    public void Run_ACorridorOfNobody_LetsPassWhatThenCountsOnce()
    {
        // The middle grid is p and q; nobody lives in q, and the last grid may take it to reach the first.
        var part = Maps.Compile(Maps.Parse("a:120 b:20 c:80 p:120 q:0 | a-b b-q q-p q-c", grids: 3)).Parts[0];

        Assert.Equal(20, new MoveBound(part, [0, 0, 2, 1, 1], 3, 80, 120).Run());
        Assert.Equal(40, new MoveBound(Maps.Compile(Maps.Parse("a:120 b:20 c:80 p:80 q:40 | a-b b-q q-p q-c", grids: 3)).Parts[0], [0, 0, 2, 1, 1], 3, 80, 120).Run());
    }

    [Fact]
    public void CostFlow_TakesTheCheapestWayThatIsLeft_AndStopsWhereNothingIsWanted()
    {
        // Two ways of cost 1 and 3, three wanted at 5 each, one at 2: two go the cheap way, one the dear, none for the last.
        var flow = new CostFlow(4);
        flow.Add(0, 1, 3, -5);
        flow.Add(0, 1, 1, -2);
        flow.Add(1, 2, 2, 1);
        flow.Add(1, 2, 5, 3);
        flow.Add(2, 3, 9, 0);
        flow.Add(2, 3, 0, -100);

        Assert.Equal(-4 - 4 - 2, flow.Run(0, 3));
    }

    [Fact]
    public void CostFlow_TakesFlowBackWhereThatIsCheaper()
    {
        // Two sources share a near sink of one; the second has no other way.
        var flow = new CostFlow(6);
        flow.Add(0, 1, 1, -10);
        flow.Add(0, 2, 1, -10);
        flow.Add(1, 3, 1, 1);
        flow.Add(1, 4, 1, 4);
        flow.Add(2, 3, 1, 2);
        flow.Add(3, 5, 1, 0);
        flow.Add(4, 5, 1, 0);

        Assert.Equal(-20 + 4 + 2, flow.Run(0, 5));
    }
}
