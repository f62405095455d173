using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class RollUpTests
{
    [Fact]
    public void Sum_Villages_RollUpLevelByLevel()
    {
        var roll = RollUp.ByPrefix(["511921100201", "511921101200", "511921100202", "511922100200", "520101001001"], 9, 6, 2);
        var sums = roll.Sum([1, 2, 4, 8, 16]);

        Assert.Equal(["511921100", "511921101", "511922100", "520101001"], roll.Levels[0].Codes);
        Assert.Equal(["51", "52"], roll.Levels[2].Codes);
        Assert.Equal([[5L, 2L, 8L, 16L], [7L, 8L, 16L], [15L, 16L]], sums.Select(static level => level.ToArray()));
        Assert.Equal((5, 9), (roll.UnitCount, roll.Levels[0].CodeLength));
    }

    [Fact]
    public void Pool_Rates_PoolsTheCountsAndNotTheValues()
    {
        var roll = RollUp.ByPrefix(["a1", "a2", "b1"], 1);

        Assert.Equal([new Rate(91, 101), new Rate(0, 0)], roll.Pool([new(90, 100), new(1, 1), new(0, 0)])[0]);
    }

    [Fact]
    public void ByPrefix_BadLengthsCodesOrCounts_Throw()
    {
        Assert.Throws<ArgumentException>(() => RollUp.ByPrefix(["12"], 3));
        Assert.Throws<ArgumentException>(() => RollUp.ByPrefix(["12"], 1, 1));
        Assert.Throws<ArgumentException>(() => RollUp.ByPrefix(["12"], 0));
        Assert.Throws<ArgumentException>(() => RollUp.ByPrefix(["12"], 1).Sum([1, 2]));
        Assert.Throws<OverflowException>(() => RollUp.ByPrefix(["11", "12"], 1).Sum([long.MaxValue, 1]));
        Assert.Empty(RollUp.ByPrefix([], 9, 6).Sum([])[1]);
        Assert.Empty(RollUp.ByPrefix(["12"]).Sum([1]));
    }

    [Property]
    public void Sum_AnyOrderOfUnits_IsTheGroupedSum((byte Code, ushort Count)[] units)
    {
        string[] codes = [.. units.Select(static unit => $"{unit.Code:000}")];
        var roll = RollUp.ByPrefix(EquatableArray.Create<string>(codes), 2, 1);
        var sums = roll.Sum([.. units.Select(static unit => (long)unit.Count)]);
        for (var level = 0; level < 2; level++)
        {
            var length = 2 - level;
            var expected = codes.Zip(units).GroupBy(pair => pair.First[..length], StringComparer.Ordinal).Select(static group => (group.Key, group.Sum(static pair => (long)pair.Second.Count)));
            Assert.Equal(expected, roll.Levels[level].Codes.Zip(sums[level]));
        }
    }
}
