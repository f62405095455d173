using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class DividerTests
{
    private const string Path4 = "a:100 b:100 c:100 d:100 | a-b b-c c-d";

    [Fact]
    public void Divide_PathOfFour_CutsItInTheMiddle()
    {
        var outcome = Divider.Divide(Maps.Compile(Maps.Parse(Path4, grids: 2)), 1);

        Assert.Equal(DivisionVerdict.Found, outcome.Verdict);
        Assert.Equal(0, outcome.Plan!.MaxDeviation);
        Assert.Equal(1, outcome.Plan.CutEdges);
        Assert.Equal([0, 0, 1, 1], outcome.Plan.Assignment.ToArray());
        Assert.Equal(["001", "002"], outcome.Plan.Grids.Select(static grid => grid.Code));
    }

    [Fact]
    public void Divide_IslandBelowTheMinimum_IsCertified()
    {
        var outcome = Divider.Divide(Maps.Compile(Maps.Parse("a:100 b:100 c:100 d:50 | a-b b-c c/d", min: 100)), 1);

        var certificate = Assert.Single(outcome.Certificates);
        Assert.Equal(CertificateKind.IslandBelowMinimum, certificate.Kind);
        Assert.Equal(["d"], certificate.Units);
        Assert.Equal((50, 100), (certificate.Holds, certificate.Needs));
    }

    [Fact]
    public void Divide_UnitAboveTheMaximum_IsCertified()
    {
        var certificate = Certificate("a:100 b:500 c:100 | a-b b-c", min: 50, max: 400);

        Assert.Equal(CertificateKind.UnitAboveMaximum, certificate.Kind);
        Assert.Equal(["b"], certificate.Units);
        Assert.Equal((500, 400), (certificate.Holds, certificate.Needs));
    }

    [Fact]
    public void Divide_TooManyGridsForTheMinimum_IsCertified()
    {
        var certificate = Certificate("a:100 b:100 c:100 | a-b b-c", grids: 2, min: 160);

        Assert.Equal(CertificateKind.TooLittleForCount, certificate.Kind);
        Assert.Equal((300, 320), (certificate.Holds, certificate.Needs));
    }

    [Fact]
    public void Divide_TooFewGridsForTheMaximum_IsCertified()
    {
        var certificate = Certificate("a:100 b:100 c:100 | a-b b-c", grids: 2, max: 140);

        Assert.Equal(CertificateKind.TooMuchForCount, certificate.Kind);
        Assert.Equal((300, 280), (certificate.Holds, certificate.Needs));
    }

    [Fact]
    public void Divide_BranchesTooLightForGridsAndTogetherTooHeavy_IsCertified()
    {
        // Three branches of 90 hang on b: none is a grid, and all four are more than one may be.
        var certificate = Certificate("b:100 x:90 y:90 z:90 | b-x b-y b-z", min: 100, max: 300);

        Assert.Equal(CertificateKind.BranchFitsNowhere, certificate.Kind);
        Assert.Equal(["b", "x", "y", "z"], certificate.Units);
        Assert.Equal((370, 300), (certificate.Holds, certificate.Needs));
        Assert.Equal("What hangs on unit b alone is below the minimum of 100 people, branch by branch, so that one grid has units b, x, y, z; the size is 370, but a grid may hold at most 300.", certificate.Reason.ToString());
    }

    [Fact]
    public void Divide_IslandOfItsOwn_IsFlaggedAndKeepsTheOthersInBounds()
    {
        var definition = Maps.Parse("a:100 b:100 c:100 d:50 | a-b b-c c/d", grids: null, min: 100, max: 150) with { Islands = IslandPolicy.OwnGrid };

        var plan = Divider.Divide(Maps.Compile(definition), 1).Plan!;

        Assert.Equal(4, plan.Grids.Count);
        Assert.Equal([DeviationReason.Exclave], plan.GridOf(3).Reasons);
    }

    [Fact]
    public void Divide_IslandBridged_JoinsTheNearestAndIsFlagged()
    {
        var definition = Maps.Parse("a:100 b:100 c:100 d:50 | a-b b-c", grids: 2) with { Islands = IslandPolicy.NearestBridge };
        definition = definition with { Units = EquatableArray.From(definition.Units.Select(static (unit, i) => unit with { Place = new(i * 10, 0) })) };

        var plan = Divider.Divide(Maps.Compile(definition), 1).Plan!;

        Assert.Equal(plan.Assignment[2], plan.Assignment[3]);
        Assert.Equal([DeviationReason.Exclave, DeviationReason.Articulation], plan.GridOf(3).Reasons);
    }

    [Fact]
    public void Divide_GroupsLocksAndSeeds_AreKept()
    {
        var definition = Maps.Parse("a:100 b:100 c:100 d:100 e:100 f:100 | a-b b-c c-d d-e e-f", grids: 2) with
        {
            Groups = [new DivisionGroup("compound", ["a", "b"])],
            Locks = [new DivisionLock("school", ["f"]) { IsClosed = true }, new DivisionLock("centre", ["c"])],
            Seeds = ["d"],
        };

        var plan = Divider.Divide(Maps.Compile(definition), 1).Plan!;

        Assert.Equal(3, plan.Grids.Count);
        Assert.Equal(plan.Assignment[0], plan.Assignment[1]);
        Assert.NotEqual(plan.Assignment[2], plan.Assignment[3]);
        Assert.Equal("school", plan.GridOf(5).Name.En);
        Assert.Equal(1, plan.GridOf(5).UnitCount);
        Assert.Equal("centre", plan.GridOf(2).Name.En);
    }

    [Fact]
    public void Divide_FreeNumberOfGrids_TakesTheOneNearestTheNorm()
    {
        var definition = Maps.Parse("a:100 b:100 c:100 d:100 e:100 f:100 | a-b b-c c-d d-e e-f", target: 210);

        Assert.Equal(3, Divider.Divide(Maps.Compile(definition), 1).Plan!.Grids.Count);
    }

    [Fact]
    public void Divide_ParentBelowTheNorm_IsOneGridWithItsReason()
    {
        var plan = Divider.Divide(Maps.Compile(Maps.Parse("a:100 b:100 | a-b", target: 1000)), 1).Plan!;

        Assert.Equal([DeviationReason.ParentTooSmall], Assert.Single(plan.Grids).Reasons);
        Assert.Equal(-0.8, plan.Grids[0].DeviationFromNorm);
    }

    [Fact]
    public void Divide_UnitLargerThanTheMean_IsTheReason()
    {
        var plan = Divider.Divide(Maps.Compile(Maps.Parse("a:500 b:100 c:100 | a-b b-c", grids: 2)), 1).Plan!;

        Assert.All(plan.Grids, static grid => Assert.Equal([DeviationReason.OversizedUnit], grid.Reasons));
        Assert.Equal(plan.Bound, plan.MaxDeviation);
    }

    [Fact]
    public void Divide_SeveralMeasures_AreBalancedTogether()
    {
        // People alone would cut a b | c d; work needs a c | b d, which the ring allows.
        var definition = Maps.Parse("a:100 b:100 c:100 d:100 | a-b b-d d-c c-a", grids: 2);
        definition = definition with
        {
            Units = EquatableArray.From(definition.Units.Select(static unit => unit with { Amounts = [new DivisionAmount("work", unit.Id is "a" or "b" ? 10 : 0)] })),
            Measures = [new DivisionMeasure("work")],
        };

        var plan = Divider.Divide(Maps.Compile(definition), 1).Plan!;

        Assert.Equal(0, plan.MaxDeviation);
        Assert.NotEqual(plan.Assignment[0], plan.Assignment[1]);
    }

    [Fact]
    public void Divide_CancelledAtOnce_Throws() =>
        Assert.Throws<OperationCanceledException>(() => Divider.Divide(Maps.Compile(Maps.Parse(Path4, grids: 2)), 1, cancellation: new CancellationToken(true)));

    [Fact]
    public void Divide_BudgetOutOfRange_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Divider.Divide(Maps.Compile(Maps.Parse(Path4, grids: 2)), 1, new DivisionBudget { Restarts = 0 }));

    private static InfeasibilityCertificate Certificate(string text, int? grids = null, int? min = null, int? max = null)
    {
        var outcome = Divider.Divide(Maps.Compile(Maps.Parse(text, grids, min, max)), 1);

        Assert.Equal(DivisionVerdict.Infeasible, outcome.Verdict);
        return Assert.Single(outcome.Certificates);
    }
}
