using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class RankIntervalTests
{
    private static readonly string[] Codes = ["a", "b", "c"];

    // First all three cross each other within the band, so that y in the middle may be first or last; then x stays above z, and y crosses both.
    [Theory]
    [InlineData("x y z")]
    [InlineData("x z y")]
    [InlineData("y x z")]
    [InlineData("y z x")]
    [InlineData("z x y")]
    [InlineData("z y x")]
    public void RankIntervals_WhateverTheOrderOfTheUnits_CountTheirCrossings(string order)
    {
        Assert.Equal([new("x", 1, 1, 3), new("y", 2, 1, 3), new("z", 3, 1, 3)], Intervals([0.9m, 0.14m], [0.5m, 0.5m], [0.1m, 0.86m]));
        Assert.Equal([new("x", 1, 1, 2), new("y", 2, 1, 3), new("z", 3, 2, 3)], Intervals([0.52m, 0.5m], [0.9m, 0.1m], [0.49m, 0.48m]));

        IEnumerable<RankInterval> Intervals(decimal?[] x, decimal?[] y, decimal?[] z)
        {
            var values = new Dictionary<string, decimal?[]> { ["x"] = x, ["y"] = y, ["z"] = z };
            return Robustness(Plain(0.5m, 0.5m), [.. order.Split(' ').Select(unit => (unit, values[unit]))]).RankIntervals(0.2m).OrderBy(static interval => interval.Unit, StringComparer.Ordinal);
        }
    }

    // Each score moves by more than the two are apart, but they move together.
    [Fact]
    public void RankIntervals_UnitsThatMoveTogether_KeepTheirRanks()
    {
        Assert.Equal([new("x", 1, 1, 1), new("y", 2, 2, 2)], Robustness(Plain(0.5m, 0.5m), ("x", [0.9m, 0.2m]), ("y", [0.85m, 0.15m])).RankIntervals(0.5m));

        var plus = Plain(0.5m, 0.5m) with { Bonuses = [new() { Code = "plus", Indicator = "c", Points = 1 }] };
        Assert.Equal([new("x", 2, 2, 2), new("y", 1, 1, 1)], Robustness(plus, ("x", [0.9m, 0.2m, 0]), ("y", [0.85m, 0.15m, 8])).RankIntervals(0.5m));
        Assert.Equal([new("y", 1, 1, 1), new("x", 2, 2, 2)], Robustness(plus, ("y", [0.85m, 0.15m, 8]), ("x", [0.9m, 0.2m, 0])).RankIntervals(0.5m));

        var minus = Plain(0.5m, 0.5m) with { Deductions = [new() { Code = "minus", Indicator = "c", Points = 1 }] };
        Assert.Equal([new("x", 2, 2, 2), new("y", 1, 1, 1)], Robustness(minus, ("x", [0.9m, 0.2m, 8]), ("y", [0.85m, 0.15m, 0])).RankIntervals(0.5m));
        Assert.Equal([new("x", 1, 1, 1), new("y", 2, 2, 2)], Robustness(minus, ("x", [0.9m, 0.2m, 3]), ("y", [0.85m, 0.15m, 3])).RankIntervals(0.5m));
    }

    [Fact]
    public void RankIntervals_Twins_AreNeitherAboveNorBelowEachOther()
    {
        Assert.Equal([new("x", 1, 1, 1), new("y", 1, 1, 1)], Robustness(Plain(0.5m, 0.5m), ("x", [0.9m, 0.2m]), ("y", [0.9m, 0.2m])).RankIntervals(0.2m));
        Assert.Equal(
            [new("x", 2, 1, 2), new("y", 2, 1, 2), new("z", 1, 1, 3)],
            Robustness(Plain(0.5m, 0.5m), ("x", [0.9m, 0.1m]), ("y", [0.9m, 0.1m]), ("z", [0.5m, 0.52m])).RankIntervals(0.2m));
        Assert.Equal(
            [new("z", 1, 1, 3), new("x", 2, 1, 2), new("y", 2, 1, 2)],
            Robustness(Plain(0.5m, 0.5m), ("z", [0.5m, 0.52m]), ("x", [0.9m, 0.1m]), ("y", [0.9m, 0.1m])).RankIntervals(0.2m));
    }

    // A veto holds x at 59, below which y can fall and above which it can rise; x's own leaves say nothing of that.
    [Fact]
    public void RankIntervals_AUnitUnderAVeto_IsComparedByWhatItHas()
    {
        var vetoed = Plain(0.5m, 0.5m) with { Vetoes = [new VetoDefinition { Code = "veto", Indicator = "c", Score = 59 }] };

        Assert.Equal([new("x", 1, 1, 2), new("y", 2, 1, 2)], Robustness(vetoed, ("x", [1, 0.9m, 1]), ("y", [0.9m, 0.26m, 0])).RankIntervals(0.2m));
        Assert.Equal([new("y", 2, 1, 2), new("x", 1, 1, 2)], Robustness(vetoed, ("y", [0.9m, 0.26m, 0]), ("x", [1, 0.9m, 1])).RankIntervals(0.2m));
    }

    // The lowest score that the sum of x can leave is below its deductions: there it ends at 0, not below it.
    [Fact]
    public void RankIntervals_AUnitWhoseDeductionsMayEatItUp_IsComparedByWhatItHas()
    {
        var minus = Plain(0.5m, 0.5m) with { Deductions = [new() { Code = "minus", Indicator = "c", Points = 1 }] };

        Assert.Equal([new("x", 1, 1, 1), new("y", 1, 1, 1)], Robustness(minus, ("x", [0.1m, 0.1m, 50]), ("y", [0, 0, 0])).RankIntervals(0.2m));
        Assert.Equal([new("x", 2, 2, 2), new("y", 1, 1, 1)], Robustness(minus, ("x", [0.1m, 0.1m, 50]), ("y", [0.01m, 0.01m, 0])).RankIntervals(0.2m));
    }

    [Fact]
    public void Create_ThreeThousandUnits_AreTheMost()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)));

        Assert.Equal(3000, RankingRobustness.Create(Of(3000)).Units.Count);
        Assert.Equal("scorecards", Assert.Throws<ArgumentException>(() => RankingRobustness.Create(Of(3001))).ParamName);

        Scorecards Of(int units) => scheme.Score(Schemes.Table(["a"], [.. Enumerable.Range(0, units).Select(static unit => ($"{unit}", new decimal?[] { unit / 4000m }))]));
    }

    // x has 66. Without the veto y would draw level at w = 1/2; held at 40, it waits for 0.9 w + 0.3 (1 − w) = 0.4.
    [Fact]
    public void SmallestLeaderChange_AChallengerUnderAVeto_WaitsForTheLeaderToFall()
    {
        var vetoed = Plain(0.6m, 0.4m) with { Vetoes = [new VetoDefinition { Code = "veto", Indicator = "c", Score = 40 }] };
        var robustness = Robustness(vetoed, ("x", [0.9m, 0.3m, 0]), ("y", [0.3m, 0.9m, 1]));

        Assert.Equal(Math.Round(0.6m - (1m / 6), 20), Math.Round(robustness.SmallestLeaderChange()!.MovedWeight, 20));
        Assert.Equal("y", robustness.SmallestLeaderChange()!.Challenger);
        Assert.Equal(0.1m, Robustness(vetoed, ("x", [0.9m, 0.3m, 0]), ("y", [0.3m, 0.9m, 0])).SmallestLeaderChange()!.MovedWeight);
        Assert.Equal(0.1m, Robustness(vetoed with { Vetoes = [new VetoDefinition { Code = "veto", Indicator = "c", Score = 80 }] }, ("x", [0.9m, 0.3m, 0]), ("y", [0.3m, 0.9m, 1])).SmallestLeaderChange()!.MovedWeight);
        Assert.Null(Robustness(vetoed with { Vetoes = [new VetoDefinition { Code = "veto", Indicator = "c", Score = 20 }] }, ("x", [0.9m, 0.3m, 0]), ("y", [0.3m, 0.9m, 1])).SmallestLeaderChange());
    }

    // y's deductions leave it nothing but its bonus of 20: x comes down to it at 0.9 w + 0.1 (1 − w) = 0.2.
    [Fact]
    public void SmallestLeaderChange_AChallengerOnItsFloor_WaitsForTheLeaderToFall()
    {
        var floored = Plain(0.6m, 0.4m) with
        {
            Deductions = [new() { Code = "minus", Indicator = "c", Points = 100 }],
            Bonuses = [new() { Code = "plus", Indicator = "c", Points = 20 }],
        };
        var change = Robustness(floored, ("x", [0.9m, 0.1m, 0]), ("y", [0.5m, 0.5m, 1])).SmallestLeaderChange()!;

        Assert.Equal(0.475m, Math.Round(change.MovedWeight, 20));
        Assert.Equal([0.125m, 0.875m], change.Weights.Select(static weight => Math.Round(weight, 20)));
    }

    // p can have at most 35, which the leader reaches only after y has drawn level: what is absent changes nothing.
    [Theory]
    [InlineData(0.35, true)]
    [InlineData(0.78, false)]
    public void SmallestLeaderChange_BesideAnAbsentValue_IsExactWhereItsBestComesLater(double best, bool exact)
    {
        var definition = Plain(0.6m, 0.4m) with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = 0 } };
        var redistribute = definition with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Redistribute } };
        var robustness = Robustness(redistribute, ("x", [0.9m, 0.7m]), ("y", [0.3m, 0.9m]), ("p", [(decimal)best, null]));

        Assert.False(robustness.IsComplete);
        Assert.Equal(exact, robustness.IsLeaderChangeExact);
        Assert.Equal(exact ? "y" : null, robustness.SmallestLeaderChange()?.Challenger);
        Assert.True(Robustness(definition, ("x", [0.9m, 0.7m]), ("y", [0.3m, 0.9m]), ("p", [(decimal)best, null])).IsComplete);
    }

    private static AssessmentSchemeDefinition Plain(decimal a, decimal b) => Schemes.Of(Schemes.Leaf("a", a), Schemes.Leaf("b", b));

    private static RankingRobustness Robustness(AssessmentSchemeDefinition definition, params (string Unit, decimal?[] Values)[] rows) =>
        RankingRobustness.Create(Schemes.Compile(definition).Score(Schemes.Table(Codes[..rows[0].Values.Length], rows)));

    [Theory]
    [InlineData("a b c")]
    [InlineData("c b a")]
    public void SmallestLeaderChange_TwoChallengersThatNeedTheSame_IsTheFirstOfThem(string order)
    {
        var values = new Dictionary<string, decimal?[]> { ["a"] = [0.9m, 0.2m], ["b"] = [0.5m, 0.7m], ["c"] = [0.5m, 0.7m] };

        Assert.Equal("b", Robustness(Plain(0.7m, 0.3m), [.. order.Split(' ').Select(unit => (unit, values[unit]))]).SmallestLeaderChange()!.Challenger);
    }

    // Each keeps four fifths of its weight; the fifth that is left goes to the best, or the worst, as far as they may take.
    [Theory]
    [InlineData("1 0 0.5", 0.52, 0.68)]
    [InlineData("0 1 0.5", 0.32, 0.48)]
    [InlineData("0.5 0 1", 0.4, 0.5)]
    [InlineData("1 1 1", 1, 1)]
    public void WeightBand_OfThreeLeaves_ReachesAsFarAsTheyMayTake(string values, double low, double high)
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.3m), Schemes.Leaf("c", 0.2m)));
        var band = new WeightBand(scheme.Root, 0.2m);
        decimal[] leaves = [.. values.Split(' ').Select(static value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(((decimal)low, (decimal)high), (band.Reach(leaves, rising: false), band.Reach(leaves, rising: true)));
    }

    [Fact]
    public void WeighedUnit_UnderAdjustments_IsHeldByTheLowestVeto()
    {
        var definition = Plain(0.6m, 0.4m) with
        {
            Deductions = [new() { Code = "minus", Indicator = "c", Points = 10, Cap = 20 }],
            Bonuses = [new() { Code = "plus", Indicator = "c", Points = 3, Cap = 5 }],
            Vetoes = [new() { Code = "v", Indicator = "c", Over = 1, Score = 40 }, new() { Code = "w", Indicator = "c", Over = 1, Score = 30 }, new() { Code = "u", Indicator = "c", Over = 1, Score = 35 }],
        };
        var cards = WeighedScheme.Of(Schemes.Compile(definition).Score(Schemes.Table(Codes, ("free", [0.9m, 0.4m, 1]), ("held", [0.9m, 0.4m, 3]), ("plain", [0.2m, 0.6m, 0])))).Cards;
        var (free, held, plain) = (Of(0), Of(1), Of(2));

        Assert.Equal((70m - 10 + 3, 70m - 20 + 5, 0m), (free.Score(70), free.Score(70, bounded: false) - 8, plain.Score(0)));
        Assert.Equal((30m, 55m, 5m, -15m), (held.Score(70), held.Score(70, bounded: false), held.Score(0), held.Score(0, bounded: false)));
        Assert.Equal((3m, 5m, 0m), (free.Floor, held.Floor, plain.Floor));
        Assert.Equal((null, 30m, null), (free.Cap, held.Cap, plain.Cap));
        Assert.Equal((true, true, false), (free.HasFloor, held.HasFloor, plain.HasFloor));
        Assert.Equal([true, false, false, true], [free.IsPlainFrom(10), free.IsPlainFrom(9.99m), held.IsPlainFrom(70), plain.IsPlainFrom(0)]);
        Assert.Equal((90m, 70m, true), (free.Most, free.Sum([0.6m, 0.4m]), free.IsWhole));
        Assert.Equal([90m, 40m], free.Values);

        WeighedUnit Of(int card) => new(cards[card], 100, 1, true);
    }

    [Fact]
    public void SmallestLeaderChange_WhereTheLeaderIsNotAPlainSum_IsNotGuessed()
    {
        var vetoed = Robustness(Plain(0.6m, 0.4m) with { Vetoes = [new VetoDefinition { Code = "veto", Indicator = "c", Score = 80 }] }, ("x", [0.9m, 0.9m, 1]), ("y", [0.3m, 0.9m, 0]));
        Assert.Equal((false, true, null), (vetoed.IsLeaderChangeExact, vetoed.IsComplete, vetoed.SmallestLeaderChange()));

        // x has 54 − 50 + 10: where its sum and y's would be level it has long ended at its bonus of 10, which y never reaches.
        var floored = Robustness(
            Plain(0.9m, 0.1m) with { Deductions = [new() { Code = "minus", Indicator = "c", Points = 50 }], Bonuses = [new() { Code = "plus", Indicator = "c", Points = 10 }] }, ("x", [0.6m, 0, 1]), ("y", [0.05m, 0.06m, 0]));
        Assert.Equal((false, true, null), (floored.IsLeaderChangeExact, floored.IsComplete, floored.SmallestLeaderChange()));

        var alone = Robustness(Plain(0.6m, 0.4m), ("x", [0.9m, 0.9m]));
        Assert.Equal((true, true, null), (alone.IsLeaderChangeExact, alone.IsComplete, alone.SmallestLeaderChange()));
    }

    // y has 53 after its deduction, and x, with 54, falls by 1.5 for every weight that moves to b; to bring x down to y's floor of 0 all would have to move.
    [Fact]
    public void SmallestLeaderChange_AChallengerWithDeductions_TakesTheShorterWay()
    {
        var minus = Plain(0.6m, 0.4m) with { Deductions = [new() { Code = "minus", Indicator = "c", Points = 1 }] };
        var change = Robustness(minus, ("x", [0.9m, 0, 0]), ("y", [0.3m, 0.9m, 1])).SmallestLeaderChange()!;

        Assert.Equal((Math.Round(1m / 150, 20), "y"), (Math.Round(change.MovedWeight, 20), change.Challenger));
    }
}
