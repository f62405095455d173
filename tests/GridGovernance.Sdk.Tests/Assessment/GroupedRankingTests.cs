using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class GroupedRankingTests
{
    [Theory]
    [InlineData(TieRule.Competition, "1,2,2,4")]
    [InlineData(TieRule.Dense, "1,2,2,3")]
    [InlineData(TieRule.Worst, "1,3,3,4")]
    public void Create_Ties_GetTheRankOfTheRule(TieRule rule, string expected)
    {
        var ranking = GroupedRanking.Create([70, null, 90, 80, 80, 99], [0, 0, 0, 0, 0, 1], 3, rule);

        Assert.Equal(expected, string.Join(',', ranking.Members(0).ToArray().Select(unit => ranking.RankOf(unit))));
        Assert.Equal([2, 3, 4, 0], ranking.Members(0).ToArray());
        Assert.Null(ranking.RankOf(1));
        Assert.Equal(1, ranking.RankOf(5));
        Assert.Equal((6, 3, 0, rule), (ranking.Count, ranking.GroupCount, ranking.Members(2).Length, ranking.Ties));
    }

    [Fact]
    public void Create_BadGroupsOrRules_Throw()
    {
        Assert.Throws<ArgumentException>(() => GroupedRanking.Create([1], [], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedRanking.Create([1], [1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedRanking.Create([1], [-1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedRanking.Create([], [], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedRanking.Create([1], [0], 1, (TieRule)3));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedRanking.Create([1], [0], 1).RankOf(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedRanking.Create([1], [0], 1).Members(1));
    }

    [Property]
    public void Create_AnyScores_AgreesWithARankingOfEachGroup((byte Group, short Score, byte Decimals)[] units)
    {
        decimal?[] scores = [.. units.Select(static unit => unit.Score % 7 == 0 ? (decimal?)null : new decimal(Math.Abs((int)unit.Score), 0, 0, unit.Score < -30_000, (byte)(unit.Decimals % 20)))];
        int[] groups = [.. units.Select(static unit => unit.Group % 3)];
        var ranking = GroupedRanking.Create(scores, groups, 3);
        for (var group = 0; group < 3; group++)
        {
            var alone = Ranking.Create(scores.Select((score, i) => KeyValuePair.Create($"{i:0000}", score)).Where((_, i) => groups[i] == group), TieRule.Competition);
            Assert.Equal(alone.Ranked.Select(static entry => entry.Unit), ranking.Members(group).ToArray().Select(static unit => $"{unit:0000}"));
            Assert.All(alone.Ranked, entry => Assert.Equal(entry.Rank, ranking.RankOf(int.Parse(entry.Unit, null))));
            Assert.All(alone.Unranked, unit => Assert.Null(ranking.RankOf(int.Parse(unit, null))));
        }
    }

    [Property]
    public void RankWithin_AScheme_AgreesWithItsScores(int seed, bool absent)
    {
        var random = new RandomSchemes(seed);
        var definition = random.Scheme(AbsenceKind.NoScore);
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(EquatableArray.From(random.Indicators)), out _)!;
        var cards = scheme.Score(random.Table(9, absent ? 0.1 : 0));
        int[] groups = [0, 1, 0, 1, 0, 1, 0, 1, 0];
        var expected = GroupedRanking.Create([.. Enumerable.Range(0, 9).Select(cards.ScoreOf)], groups, 2);
        var ranking = cards.RankWithin(groups, 2);

        Assert.All(Enumerable.Range(0, 9), unit => Assert.Equal(expected.RankOf(unit), ranking.RankOf(unit)));
    }

    // Whole numbers that stand for scores are ranked by themselves, and within reach of each other by what settles them.
    [Fact]
    public void OfUnits_IsTheRankingOfTheLargest()
    {
        ulong[] units = [50, 70, 60, 70, 62];
        var plain = GroupedRanking.OfUnits(units, [0, 0, 0, 0, 0], 1, TieRule.Competition, null, 0);
        Assert.Equal([5, 1, 4, 1, 3], Enumerable.Range(0, 5).Select(unit => plain.RankOf(unit)!.Value));
        Assert.Equal([1, 3, 4, 2, 0], plain.Members(0).ToArray());

        // 60 and 62 change places where they are settled: they are within 2 of each other, and 70 is alone, twice.
        ExactNumber[] exact = [.. new[] { 0.50m, 0.70m, 0.63m, 0.71m, 0.62m }.Select(ExactNumber.Of)];
        var near = GroupedRanking.OfUnits(units, [0, 0, 0, 0, 0], 1, TieRule.Competition, new NearScores(0.01m, unit => exact[unit], static _ => 0), 2);
        Assert.Equal([5, 2, 3, 1, 4], Enumerable.Range(0, 5).Select(unit => near.RankOf(unit)!.Value));
        Assert.Equal("groups", Assert.Throws<ArgumentException>(() => GroupedRanking.OfUnits([1], [], 1, TieRule.Competition, null, 0)).ParamName);
    }
}
