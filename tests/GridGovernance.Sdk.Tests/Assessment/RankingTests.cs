using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class RankingTests
{
    [Theory]
    [InlineData(TieRule.Competition, "c1 a2 b2 e4")]
    [InlineData(TieRule.Dense, "c1 a2 b2 e3")]
    [InlineData(TieRule.Worst, "c1 a3 b3 e4")]
    public void Create_Ties_GetTheRankOfTheRule(TieRule rule, string expected)
    {
        var ranking = Ranking.Create(Scores(("b", 5), ("a", 5.0m), ("f", null), ("c", 7), ("e", 1), ("d", null)), rule);

        Assert.Equal(expected, string.Join(' ', ranking.Ranked.Select(static entry => $"{entry.Unit}{entry.Rank}")));
        Assert.Equal(["d", "f"], ranking.Unranked);
        Assert.Equal([false, true, true, false], ranking.Ranked.Select(static entry => entry.IsTied));
        Assert.Equal(7m, ranking.Find("c")!.Score);
        Assert.Null(ranking.Find("d"));
    }

    [Fact]
    public void Create_ADifferenceInTheLastDigit_IsNoTie() =>
        Assert.Equal([1, 2], Ranking.Create(Scores(("a", 90.000000000000001m), ("b", 90)), TieRule.Competition).Ranked.Select(static entry => entry.Rank));

    [Fact]
    public void Create_AUnitTwice_Throws()
    {
        Assert.Throws<ArgumentException>(() => Ranking.Create(Scores(("a", 1), ("a", 2)), TieRule.Dense));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ranking.Create(Scores(("a", 1)), (TieRule)9));
    }

    private static IEnumerable<KeyValuePair<string, decimal?>> Scores(params (string Unit, decimal? Score)[] scores) =>
        scores.Select(static item => KeyValuePair.Create(item.Unit, item.Score));

    [Fact]
    public void Create_UnitsThatCannotBeRanked_AreListedInOrder()
    {
        var ranking = Ranking.Create(Scores(("z", 9), ("b", 5), ("y", 8), ("n", null), ("a", null), ("c", 4)), TieRule.Dense, static unit => unit is not ("y" or "z" or "n"));

        Assert.Equal(["b 1 5 False", "c 2 4 False"], ranking.Ranked.Select(static entry => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Unit} {entry.Rank} {entry.Score} {entry.IsTied}")));
        Assert.Equal(["a", "n"], ranking.Unranked);
        Assert.Equal(["y", "z"], ranking.NotRankable);
        Assert.Equal(TieRule.Dense, ranking.Ties);
        Assert.Null(ranking.Find("z"));
    }
}
