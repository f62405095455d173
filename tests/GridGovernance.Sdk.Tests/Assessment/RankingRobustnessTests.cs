using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class RankingRobustnessTests
{
    [Fact]
    public void SmallestLeaderChange_TwoLeaves_IsTheCrossing()
    {
        // Level where 0.9 w + 0.2 (1 − w) = 0.5 w + 0.6 (1 − w): at w = 0.5, down from 0.7.
        var change = Robustness([0.7m, 0.3m], ("a", [0.9m, 0.2m]), ("b", [0.5m, 0.6m]))!.SmallestLeaderChange()!;

        Assert.Equal(("a", "b", 0.2m), (change.Leader, change.Challenger, change.MovedWeight));
        Assert.Equal([0.5m, 0.5m], change.Weights);
    }

    [Fact]
    public void SmallestLeaderChange_ALeaderThatIsBestEverywhere_HasNone()
    {
        Assert.Null(Robustness([0.7m, 0.3m], ("a", [0.9m, 0.7m]), ("b", [0.5m, 0.6m])).SmallestLeaderChange());
        Assert.Null(Robustness([0.7m, 0.3m], ("a", [0.9m, 0.7m])).SmallestLeaderChange());
        Assert.Equal(0m, Robustness([0.7m, 0.3m], ("a", [0.9m, 0.7m]), ("b", [0.9m, 0.7m])).SmallestLeaderChange()!.MovedWeight);
    }

    [Fact]
    public void RankIntervals_AroundACrossing_OpenUp()
    {
        var robustness = Robustness([0.55m, 0.45m], ("a", [0.9m, 0.2m]), ("b", [0.5m, 0.6m]), ("c", [0.1m, 0.1m]));

        Assert.Equal([new("a", 1, 1, 1), new("b", 2, 2, 2), new("c", 3, 3, 3)], robustness.RankIntervals(0.05m));
        Assert.Equal([new("a", 1, 1, 2), new("b", 2, 1, 2), new("c", 3, 3, 3)], robustness.RankIntervals(0.2m));
    }

    [Fact]
    public void Create_UnitsThatCannotBeCompared_AreLeftOut()
    {
        Assert.Equal(["a"], Robustness([0.5m, 0.5m], ("a", [0.9m, 0.2m]), ("b", [0.5m, null])).Units);
        var geometric = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)) with { Aggregate = AggregateKind.Geometric });
        Assert.Throws<ArgumentException>(() => RankingRobustness.Create(geometric.Score(Schemes.Table(["a"], ("u", [1])))));
    }

    [Fact]
    public void SmallestLeaderChange_ALeaderWithAnAbsentValue_IsNotGuessed()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)) with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Redistribute } });
        var robustness = RankingRobustness.Create(scheme.Score(Schemes.Table(["a", "b"], ("x", [0.9m, null]), ("y", [0.8m, 0.6m]), ("z", [0.7m, 0.75m]))));

        Assert.False(robustness.IsComplete);
        Assert.False(robustness.IsLeaderChangeExact);
        Assert.Null(robustness.SmallestLeaderChange());
    }

    [Fact]
    public void RankIntervals_AVetoAndAFloor_HoldAUnitWhereItIs()
    {
        var vetoed = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)) with { Vetoes = [new VetoDefinition { Code = "c" }] });
        var table = Schemes.Table(["a", "b", "c"], ("x", [1, 0.5m, 1]), ("y", [0.05m, 0, 0]), ("z", [0.01m, 0.02m, 0]));
        Assert.Equal(new RankInterval("x", 3, 3, 3), RankingRobustness.Create(vetoed.Score(table)).RankIntervals(0.2m)[0]);

        var floored = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)) with { Deductions = [new AdjustmentDefinition { Code = "c", Points = 100 }] });
        Assert.Equal(new RankInterval("x", 3, 3, 3), RankingRobustness.Create(floored.Score(table)).RankIntervals(0.2m)[0]);
    }

    [Fact]
    public void RankIntervals_AndDraws_MeanTheSameBand()
    {
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m))).Score(Schemes.Table(["a", "b"], ("y", [0.5m, 0.49m]), ("z", [0.105m, 0.9m])));

        Assert.Equal([new("y", 1, 1, 1), new("z", 2, 2, 2)], RankingRobustness.Create(cards).RankIntervals(0.2m));
        Assert.Equal(1.0, RankingSensitivity.Run(cards, 0.2m, 500, 1).LeaderShare);
    }

    [Fact]
    public void Run_ATieThatWeightsDecide_IsSensitiveToThem()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.3m), Schemes.Leaf("b", 0.3m), Schemes.Leaf("c", 0.4m)) with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Redistribute } });
        var sensitivity = RankingSensitivity.Run(scheme.Score(Schemes.Table(["a", "b", "c"], ("x", [0.1m, 0.2m, 0.3m]), ("y", [0.2m, 0.1m, 0.3m]), ("q", [null, 0.1m, 0.1m]))), 0.2m, 200, 1);

        Assert.True(sensitivity.Weights[0].Index.Total > 0.2 && sensitivity.Weights[1].Index.Total > 0.2);
    }

    [Property]
    public void SmallestLeaderChange_OnAGrid_IsNeverBeaten(byte[] cells, byte first, byte second)
    {
        // Three leaves with weights in twentieths: every other choice of weights in twentieths is tried.
        int one = 1 + (first % 18), two = 1 + (second % (19 - one));
        decimal[] weights = [one / 20m, two / 20m, (20 - one - two) / 20m];
        var rows = cells.Chunk(3).Where(static row => row.Length == 3).Take(4)
            .Select(static (row, i) => ($"{i}", row.Select(static cell => (decimal?)(cell % 11 / 10m)).ToArray())).ToArray();
        if (rows.Length < 2)
        {
            return;
        }

        var change = Robustness(weights, rows).SmallestLeaderChange();
        if (change is not null)
        {
            Assert.Equal(1m, Math.Round(change.Weights.Sum(), 20));
            Assert.Equal(change.MovedWeight, Math.Round(change.Weights.Zip(weights, static (after, before) => Math.Max(0, after - before)).Sum(), 26), 20);
            Assert.True(Score(change.Challenger, change.Weights) >= Score(change.Leader, change.Weights) - 1e-20m);
        }

        var leader = rows.MaxBy(row => Score(row.Item1, weights)).Item1;
        for (var i = 0; i <= 20; i++)
        {
            for (var j = 0; i + j <= 20; j++)
            {
                decimal[] other = [i / 20m, j / 20m, (20 - i - j) / 20m];
                if (rows.Any(row => Score(row.Item1, other) > Score(leader, other)))
                {
                    Assert.NotNull(change);
                    Assert.True(other.Zip(weights, static (after, before) => Math.Max(0, after - before)).Sum() >= change.MovedWeight - 1e-20m);
                }
            }
        }

        decimal Score(string unit, IReadOnlyList<decimal> with) =>
            rows.Single(row => string.Equals(row.Item1, unit, StringComparison.Ordinal)).Item2.Zip(with, static (value, weight) => value!.Value * weight).Sum();
    }

    [Property]
    public void SmallestLeaderChange_OnThreeLeaves_IsTheExactSolution(byte[] cells, byte first, byte second)
    {
        int one = 1 + (first % 18), two = 1 + (second % (19 - one));
        decimal[] weights = [one / 20m, two / 20m, (20 - one - two) / 20m];
        var rows = cells.Chunk(3).Where(static row => row.Length == 3).Take(5)
            .Select(static (row, i) => ($"{i}", row.Select(static cell => (decimal?)(cell % 11 / 10m)).ToArray())).ToArray();
        if (rows.Length < 2)
        {
            return;
        }

        var leader = rows.OrderByDescending(row => Dot(row.Item2, weights)).ThenBy(static row => row.Item1, StringComparer.Ordinal).First();
        var exact = rows.Where(row => row.Item1 != leader.Item1).Select(row => LeastMove(weights, [.. leader.Item2.Zip(row.Item2, static (mine, other) => mine!.Value - other!.Value)])).Min();

        var change = Robustness(weights, rows).SmallestLeaderChange();

        Assert.Equal(exact is null, change is null);
        Assert.True(exact is null || Math.Abs(exact.Value - change!.MovedWeight) < 1e-18m, $"{exact} against {change?.MovedWeight}");

        static decimal Dot(decimal?[] values, decimal[] with) => values.Zip(with, static (value, weight) => value!.Value * weight).Sum();
    }

    // The weight moved is linear between the planes w = 0, w = the weight as it is, and level with the leader: its least lies where two of them cross.
    private static decimal? LeastMove(decimal[] weights, decimal[] gap)
    {
        var planes = Enumerable.Range(0, 3).SelectMany(leaf => new[] { (Unit(leaf), 0m), (Unit(leaf), weights[leaf]) }).Append((gap, 0m)).ToArray();
        decimal? least = null;
        for (var i = 0; i < planes.Length; i++)
        {
            for (var j = i + 1; j < planes.Length; j++)
            {
                decimal[][] rows = [[1, 1, 1], planes[i].Item1, planes[j].Item1];
                decimal[] right = [1, planes[i].Item2, planes[j].Item2];
                if (Determinant(rows) is var determinant && determinant != 0)
                {
                    decimal[] point = [.. Enumerable.Range(0, 3).Select(column => Determinant([.. rows.Select((row, r) => row.Select((cell, c) => c == column ? right[r] : cell).ToArray())]) / determinant)];
                    if (point.All(static weight => weight >= -1e-24m) && point.Zip(gap, static (weight, ahead) => weight * ahead).Sum() <= 1e-24m)
                    {
                        var moved = point.Zip(weights, static (after, before) => Math.Max(0, after - before)).Sum();
                        least = least is null || moved < least ? moved : least;
                    }
                }
            }
        }

        return least;

        static decimal[] Unit(int leaf) => [leaf == 0 ? 1 : 0, leaf == 1 ? 1 : 0, leaf == 2 ? 1 : 0];

        static decimal Determinant(decimal[][] m) =>
            (m[0][0] * ((m[1][1] * m[2][2]) - (m[1][2] * m[2][1]))) - (m[0][1] * ((m[1][0] * m[2][2]) - (m[1][2] * m[2][0]))) + (m[0][2] * ((m[1][0] * m[2][1]) - (m[1][1] * m[2][0])));
    }

    [Property]
    public void RankIntervals_EveryChangeWithinTheBounds_StaysInside(byte[] cells, byte[] moves)
    {
        decimal[] weights = [0.5m, 0.3m, 0.2m];
        var rows = cells.Chunk(3).Where(static row => row.Length == 3).Take(6)
            .Select(static (row, i) => ($"{i}", row.Select(static cell => (decimal?)(cell / 255m)).ToArray())).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        var intervals = Robustness(weights, rows).RankIntervals(0.2m);
        Assert.All(intervals, static interval => Assert.InRange(interval.Rank, interval.Best, interval.Worst));
        foreach (var move in moves.Chunk(2).Where(static move => move.Length == 2))
        {
            var (one, two) = (weights[0] * (0.8m + (0.4m * move[0] / 255)), weights[1] * (0.8m + (0.4m * move[1] / 255)));
            decimal[] other = [one, two, 1 - one - two];
            if (other[2] < 0.16m || other[2] > 0.24m)
            {
                continue;
            }

            foreach (var interval in intervals)
            {
                var own = Score(interval.Unit, other);
                Assert.InRange(1 + rows.Count(row => Score(row.Item1, other) > own + 1e-12m), interval.Best, interval.Worst);
            }
        }

        decimal Score(string unit, decimal[] with) =>
            rows.Single(row => string.Equals(row.Item1, unit, StringComparison.Ordinal)).Item2.Zip(with, static (value, weight) => Math.Round(value!.Value, 15) * weight).Sum();
    }

    [Theory]
    [InlineData(1, 1, 0.2065)]
    [InlineData(10, 10, 0.7225)]
    [InlineData(95, 100, 0.8882)]
    [InlineData(0, 10, 0)]
    public void Wilson_FewCases_ClaimLittle(long met, long of, double lower)
    {
        Assert.Equal((decimal)lower, Math.Round(RateInterval.Wilson(new Rate(met, of))!.Value.Lower, 4));
        Assert.Null(RateInterval.Wilson(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Wilson(new Rate(2, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Wilson(new Rate(1, 1), 0));
    }

    private static RankingRobustness Robustness(decimal[] weights, params (string Unit, decimal?[] Values)[] rows)
    {
        string[] codes = ["a", "b", "c"];
        var leaves = weights.Select((weight, i) => Schemes.Leaf(codes[i], weight)).ToArray();
        return RankingRobustness.Create(Schemes.Compile(Schemes.Of(leaves)).Score(Schemes.Table([.. codes.Take(weights.Length)], rows)));
    }
}
