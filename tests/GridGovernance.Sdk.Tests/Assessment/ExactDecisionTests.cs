using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>What rounding could decide is decided without it.</summary>
public sealed class ExactDecisionTests
{
    private static readonly EquatableArray<GradeBandDefinition> AtSixty = [new() { Code = "pass", From = 60 }, new() { Code = "fail" }];

    [Fact]
    public void Grade_ThirdsThatMakeExactlySixty_Pass()
    {
        var cards = Compile(0.6m, 0.4m).Score(Schemes.Rates(["a", "b"], ("x", [new(1, 3), new(1, 1)]), ("y", [new(333_333_333_333, 1_000_000_000_000), new(1, 1)])));

        Assert.Equal((60m, "pass"), (cards[0].Score, cards[0].Grade!.Code));
        Assert.Equal(60m, cards.ScoreOf(0));
        Assert.Equal(60m, cards[0].Contributions.Sum(static leaf => leaf.Points));
        Assert.Equal(60m, cards[0].Root.Points);
        Assert.Equal((59.99999999998m, "fail"), (cards[1].Score, cards[1].Grade!.Code));
    }

    [Fact]
    public void Grade_AHairBelowTheBand_Fails()
    {
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)) with { Bands = AtSixty }).Score(Schemes.Table(["a"], ("x", [0.5999999999999999999m]), ("y", [0.6m])));

        Assert.Equal((59.99999999999999999m, "fail"), (cards[0].Score, cards[0].Grade!.Code));
        Assert.Equal((60m, "pass"), (cards[1].Score, cards[1].Grade!.Code));
    }

    [Fact]
    public void Rank_EqualSumsOfDifferentFractions_Tie()
    {
        var cards = Compile(0.5m, 0.5m).Score(Schemes.Rates(["a", "b"], ("x", [new(1, 6), new(1, 6)]), ("y", [new(1, 3), new(0, 5)]), ("z", [new(1, 7), new(0, 5)])));

        Assert.Equal([1, 1, 3], cards.Rank().Ranked.Select(static entry => entry.Rank));
        Assert.Equal([true, true, false], cards.Rank().Ranked.Select(static entry => entry.IsTied));
        var within = cards.RankWithin([0, 0, 0], 1);
        Assert.Equal([1, 1, 3], Enumerable.Range(0, 3).Select(unit => within.RankOf(unit)!.Value));
    }

    [Fact]
    public void Rank_FractionsThatDecimalsOfFifteenPlacesCannotTell_AreTold()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)));
        var cards = scheme.Score(Schemes.Rates(["a"], ("a", [new(999_999_999_998, 999_999_999_999)]), ("b", [new(999_999_999_999, 1_000_000_000_000)])));

        Assert.Equal(["b", "a"], cards.Rank().Ranked.Select(static entry => entry.Unit));
        Assert.All(cards.Rank().Ranked, static entry => Assert.False(entry.IsTied));
        var within = cards.RankWithin([0, 0], 1, TieRule.Dense);
        Assert.Equal((2, 1), (within.RankOf(0), within.RankOf(1)));

        // With a unit that has no score the ranks come from decimals instead of whole numbers.
        var some = scheme.Score(IndicatorTable.Create(["a", "none", "b"], [new("a", [IndicatorValue.Of(new Rate(999_999_999_998, 999_999_999_999)), IndicatorValue.Missing, IndicatorValue.Of(new Rate(999_999_999_999, 1_000_000_000_000))])]));
        Assert.Equal((2, null, 1), (some.RankWithin([0, 0, 0], 1).RankOf(0), some.RankWithin([0, 0, 0], 1).RankOf(1), some.RankWithin([0, 0, 0], 1).RankOf(2)));
    }

    [Fact]
    public void Score_AGeometricMeanOfATinyShare_IsNotZero()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)) with { Aggregate = AggregateKind.Geometric });

        Assert.Equal(0.00000167332m, Math.Round(scheme.Score(Schemes.Table(["a", "b"], ("x", [0.00000000000000028m, 1])))[0].Score!.Value, 12));
    }

    [Fact]
    public void Rank_HarmonicMeansAndRelativeLines_AreExactToo()
    {
        // 1/(1/2·3 + 1/2·3) = 1/3 against 2/(7/2 + 5/2) = 1/3, and a line that the units' own thirds and sevenths span.
        var harmonic = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)) with { Aggregate = AggregateKind.Harmonic });
        Assert.All(harmonic.Score(Schemes.Rates(["a", "b"], ("x", [new(1, 3), new(1, 3)]), ("y", [new(2, 7), new(2, 5)]))).Rank().Ranked, static entry => Assert.Equal((1, true), (entry.Rank, entry.IsTied)));

        var relative = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m) with { Normalise = new() { Kind = "min-max" } }, Schemes.Leaf("b", 0.5m)));
        var cards = relative.Score(Schemes.Rates(["a", "b"], ("low", [new(1, 7), new(1, 3)]), ("half", [new(5, 21), new(0, 1)]), ("top", [new(1, 3), new(0, 1)]), ("same", [new(5, 21), new(0, 1)]), ("sixth", [new(5, 21), new(1, 2)])));
        Assert.Equal(["sixth 1", "top 1", "half 3", "same 3", "low 5"], cards.Rank().Ranked.Select(static entry => $"{entry.Unit} {entry.Rank}"));
    }

    [Fact]
    public void Grade_OfAStream_IsExact()
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.3m) with { Assessor = "above" }, Schemes.Leaf("b", 0.2m) with { Assessor = "above" }, Schemes.Leaf("c", 0.5m) with { Assessor = "residents" }) with
        {
            Assessors = [new() { Code = "above", Stream = AssessorStream.Superior }, new() { Code = "residents", Stream = AssessorStream.Public }],
            Bands = AtSixty,
            MinimumCases = new MinimumCasesDefinition { Cases = 1 },
        };
        var cards = Schemes.Compile(definition).Score(Schemes.Rates(["a", "b", "c"], ("x", [new(1, 3), new(1, 1), new(3, 7)]), ("y", [new(1, 1), new(0, 1), new(3, 7)])));

        Assert.Equal([("pass", 60m), ("pass", 60m)], cards.Select(static card => (card.Streams[0].Grade!.Code, card.Streams[0].Score!.Value)));
        Assert.Equal(60m, cards[0].Streams[0].Root.Children.Sum(static child => child.Points));
        Assert.Equal([1, 1], cards.Rank(AssessorStream.Superior).Ranked.Select(static entry => entry.Rank));
    }

    [Property]
    public void RankAndGrade_OfRates_AreThoseOfFractions(int seed)
    {
        // Few small fractions make many sums that are equal, or that only fractions tell apart; the band begins at a score that occurs.
        var random = new RandomSchemes(seed);
        var definition = random.Scheme(AbsenceKind.NoScore);
        Rate[][] rates = [.. Enumerable.Range(0, 8).Select(_ => random.Indicators.Select(_ => new Rate(random.Next(40), 1 + random.Next(7))).ToArray())];
        var exact = rates.Select(row => NaiveFractions.Score(definition, random.Indicators.Zip(row).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal))).ToArray();
        var end = Math.Round((decimal)(exact[0].Above * 1_000_000_000 / exact[0].Below) / 1_000_000_000m, 6);
        definition = definition with { Bands = end > 0 ? [new() { Code = "up", From = end }, new() { Code = "down" }] : [], MinimumCases = new MinimumCasesDefinition { Cases = 1 } };
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(EquatableArray.From(random.Indicators)), out _)!;
        var cards = scheme.Score(Schemes.Rates([.. random.Indicators], [.. rates.Select(static (row, unit) => ($"{unit}", row))]));
        var (ranking, within) = (cards.Rank(), cards.RankWithin(new int[8], 1));
        for (var unit = 0; unit < exact.Length; unit++)
        {
            var rank = 1 + exact.Count(other => NaiveFractions.Compare(other, exact[unit]) > 0);
            Assert.Equal((rank, rank), (ranking.Find($"{unit}")!.Rank, within.RankOf(unit)));
            Assert.Equal(end > 0 ? NaiveFractions.Compare(exact[unit], NaiveFractions.Of(end)) >= 0 ? "up" : "down" : null, cards[unit].Grade?.Code);
            Assert.Equal(cards[unit].Score, cards[unit].Contributions.Sum(static leaf => leaf.Points));
            Assert.Equal(cards[unit].Score, cards.ScoreOf(unit));
        }
    }

    private static AssessmentScheme Compile(decimal a, decimal b) => Schemes.Compile(Schemes.Of(Schemes.Leaf("a", a), Schemes.Leaf("b", b)) with { Bands = AtSixty });

    // Sixths and thirds tie twice, once above and once below a unit that stands alone.
    [Theory]
    [InlineData(TieRule.Competition, "1 1 3 4 4 6")]
    [InlineData(TieRule.Dense, "1 1 2 3 3 4")]
    [InlineData(TieRule.Worst, "2 2 3 5 5 6")]
    public void RankWithin_TiesOfFractions_GetTheRankOfTheRule(TieRule rule, string ranks)
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)));
        (string, Rate[])[] rows = [("f", [new(0, 2), new(0, 2)]), ("e", [new(1, 6), new(1, 6)]), ("d", [new(1, 3), new(0, 5)]), ("c", [new(1, 2), new(0, 5)]), ("b", [new(5, 6), new(5, 6)]), ("a", [new(2, 3), new(2, 2)])];
        var cards = scheme.Score(Schemes.Rates(["a", "b"], rows));
        var some = scheme.Score(Schemes.Rates(["a", "b"], [.. rows, ("none", [default, default])]));

        Assert.Equal(ranks, Told(cards.RankWithin([0, 0, 0, 0, 0, 0], 1, rule)));
        Assert.Equal(ranks, Told(some.RankWithin([0, 0, 0, 0, 0, 0, 0], 1, rule)));
        Assert.Equal(ranks, string.Join(' ', cards.Rank(rule).Ranked.Select(static entry => entry.Rank)));
        Assert.Equal([1, 1, 1, 2, 2, 2], Enumerable.Range(0, 6).Select(unit => cards.RankWithin([0, 1, 2, 2, 1, 0], 3).RankOf(unit)!.Value).Order());

        static string Told(GroupedRanking ranking) => string.Join(' ', Enumerable.Range(0, 6).Reverse().Select(ranking.RankOf));
    }
}
