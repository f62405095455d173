using System.Globalization;
using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Whole numbers that stand for scores, and what is made of them.</summary>
public sealed class ScoreKeyTests
{
    [Fact]
    public void WholeKeys_OfScores_AscendFromTheBest()
    {
        Assert.Equal([ulong.MaxValue - 150, 0, ulong.MaxValue - 200, ulong.MaxValue], WholeKeys.Of([1.5m, null, 2.00m, 0])!);
        Assert.Equal([ulong.MaxValue - 1, ulong.MaxValue - 1_000_000_000_000_000_000], WholeKeys.Of([0.000_000_000_000_000_001m, 1])!);
        Assert.Equal([0UL], WholeKeys.Of([18_446_744_073_709_551_615m])!);
        Assert.Null(WholeKeys.Of([0.000_000_000_000_000_000_1m]));
        Assert.Null(WholeKeys.Of([-1]));
        Assert.Null(WholeKeys.Of([18_446_744_073_709_551_616m]));
        Assert.Null(WholeKeys.Of([0.000_000_000_000_000_001m, 19]));
        Assert.Empty(WholeKeys.Of([])!);
    }

    [Theory]
    [InlineData(500UL, 3, "0.5")]
    [InlineData(505UL, 3, "0.505")]
    [InlineData(5000UL, 3, "5")]
    [InlineData(50UL, 0, "50")]
    [InlineData(0UL, 15, "0")]
    [InlineData(ulong.MaxValue, 15, "18446.744073709551615")]
    public void ExactDecimal_OfUnits_IsWrittenShort(ulong units, byte decimals, string expected) =>
        Assert.Equal(expected, ExactDecimal.Create(units, decimals).ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.333 0.333 0.334", 2, "1.00", "0.33 0.33 0.34")]
    [InlineData("0.3333 0.3333 0.3333", 2, "1.00", "0.34 0.33 0.33")]
    [InlineData("36", 2, "36.00", "36.00")]
    [InlineData("0.005", 2, "0.01", "0.01")]
    [InlineData("-0.005", 2, "-0.01", "-0.01")]
    [InlineData("10.5 -0.25 -0.25", 0, "10", "10 0 0")]
    [InlineData("10.8 -0.3 -0.5", 0, "10", "11 0 -1")]
    [InlineData("1.25 2.5", 3, "3.750", "1.250 2.500")]
    public void LargestRemainder_OfParts_SumsToTheRoundedSum(string parts, int decimals, string sum, string expected)
    {
        var (total, rounded) = LargestRemainder.Round([.. parts.Split(' ').Select(static part => decimal.Parse(part, CultureInfo.InvariantCulture))], decimals);

        Assert.Equal((sum, expected), (total.ToString(CultureInfo.InvariantCulture), string.Join(' ', rounded.Select(static part => part.ToString(CultureInfo.InvariantCulture)))));
    }

    // Equal by exact value; those that stand within reach of each other are settled together.
    [Fact]
    public void NearScores_WithinReach_AreSettledByWhatTheyAre()
    {
        ExactNumber[] exact = [ExactNumber.Of(0.5m), ExactNumber.Of(0.7m), ExactNumber.Of(0.5m), ExactNumber.Of(0.6m)];
        var near = new NearScores(0.1m, unit => exact[unit], static unit => unit[0] - 'a');
        int[] units = [0, 1, 2, 3];

        Assert.Equal([false, false, false, true], near.Settle(units));
        Assert.Equal([1, 3, 0, 2], units);
        Assert.Equal(0.2m, near.Reach);

        // c and a, and d within 0.2 of them, as decimals say; b stands apart by a hair more.
        Settles([("b", 0.9m), ("a", 0.69m), ("c", 0.5m), ("d", 0.31m)], "b d a c", [false, false, false, true]);
        Settles([("b", 0.9m), ("a", 0.7m), ("c", 0.5m), ("d", 0.3m)], "b d a c", [false, false, false, true]);
        Settles([("d", 0.9m), ("b", 0.6m)], "d b", [false, false]);
        Settles([("a", 0.9m), ("c", 0.6m)], "a c", [false, false]);
        Settles([("c", 0.6m), ("a", 0.6m), ("b", 0.3m)], "a c b", [false, true, false]);

        void Settles((string Unit, decimal Score)[] scored, string order, bool[] isEqual)
        {
            KeyValuePair<string, decimal?>[] all = [.. scored.Select(static item => KeyValuePair.Create(item.Unit, (decimal?)item.Score))];
            Assert.Equal(isEqual, near.Settle(all));
            Assert.Equal(order, string.Join(' ', all.Select(static item => item.Key)));
        }
    }

    // Around an end of 60 at 17 decimals: as far as the tolerance, in steps of the last of them, and one step more.
    [Fact]
    public void Near_UnitsBesideAnEnd_AreFoundOnBothSides()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)) with { Bands = [new() { Code = "top", From = 60 }, new() { Code = "low" }] });
        var exact = new ExactScorer(new ScoringRun(scheme, Schemes.Table(["a"], ("x", [1]))));
        var settlement = new GradeSettlement(scheme, exact);
        var (end, reach) = (6_000_000_000_000_000_000UL, (ulong)(exact.Tolerance * 100_000_000_000_000_000) + 1);
        ulong[] units = [0, end - reach - 1, end - reach, end - 1, end, end + 1, end + reach, end + reach + 1, ulong.MaxValue, 1, end, 2, 3, 4, 5, 6, end + reach + 1, end];

        Assert.True(settlement.CanSettle);
        Assert.Equal([2, 3, 4, 5, 6, 10, 17], settlement.Near(units, 17));
        Assert.Equal([true, true, true, false, false, false], new decimal?[] { 60, 60 + exact.Tolerance, 60 - exact.Tolerance, 60 + (2 * exact.Tolerance), 60 - (2 * exact.Tolerance), null }.Select(settlement.IsNear));
    }
}
