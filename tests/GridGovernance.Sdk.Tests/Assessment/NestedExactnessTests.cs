using System.Numerics;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Exact fractions survive a scheme inside a scheme, and a component that is not rational takes them from nobody else.</summary>
public sealed class NestedExactnessTests
{
    private static readonly EquatableArray<GradeBandDefinition> AtSixty = [new() { Code = "pass", From = 60 }, new() { Code = "fail" }];
    private static readonly NormalisationDefinition OfHundred = new() { Kind = "fraction-of-maximum", Maximum = 100 };

    [Fact]
    public void Score_ASchemeInsideAScheme_KeepsItsFractions()
    {
        var inner = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)));
        var outer = Schemes.Compile(Schemes.Of(Half("c", 0.4m), Half("d", 0.6m)) with { Bands = AtSixty });
        var cards = inner.Score(Schemes.Rates(["a", "b"], ("x", [new(1, 3), new(1, 1)]), ("y", [new(3, 5), new(3, 5)])));
        var year = outer.Score(IndicatorTable.Create(cards.Table.Units, [cards.ToColumn("c"), cards.ToColumn("d")]));

        Assert.Equal([60m, 60m], cards.ToColumn("c").Values.Select(static value => value.Number!.Value));
        Assert.Equal(["pass", "pass"], year.Select(static card => card.Grade!.Code));
        Assert.All(year.Rank().Ranked, static entry => Assert.Equal((1, true), (entry.Rank, entry.IsTied)));
        var within = year.RankWithin([0, 0], 1);
        Assert.Equal((1, 1), (within.RankOf(0), within.RankOf(1)));
    }

    // Ninths at the half-year, eighteenths at the year's end, and steps in between: every stage is worked out again in fractions of whole numbers.
    [Property(MaxTest = 60)]
    public void Rank_ThreeSchemesInsideEachOther_IsThatOfFractions(int seed)
    {
        var random = new Random(seed);
        Rate[][] rates = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, 4).Select(_ => new Rate(random.Next(4), 1 + random.Next(4))).ToArray())];
        string[] units = [.. Enumerable.Range(0, 6).Select(static unit => $"{unit}")];
        var period = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)));
        var (half, end) = (period.Score(Table(0)), period.Score(Table(2)));
        var year = Schemes.Compile(Schemes.Of(Half("c", 0.4m), Half("d", 0.6m))).Score(IndicatorTable.Create(EquatableArray.Create<string>(units), [half.ToColumn("c"), end.ToColumn("d")]));
        var steps = new NormalisationDefinition { Kind = "step", Steps = [new() { Score = 0 }, new() { From = 40, Score = 0.5m }, new() { From = 60, Score = 1 }] };
        var outer = Schemes.Compile(Schemes.Of(Half("c", 0.5m), Half("d", 0.5m) with { Normalise = steps }) with { Bands = AtSixty, MinimumCases = new() { Cases = 1 } })
            .Score(IndicatorTable.Create(EquatableArray.Create<string>(units), [year.ToColumn("c"), half.ToColumn("d")]));
        var exact = rates.Select(Exact).ToArray();
        for (var unit = 0; unit < 6; unit++)
        {
            Assert.Equal(1 + exact.Count(other => NaiveFractions.Compare(other, exact[unit]) > 0), outer.Rank().Find(units[unit])!.Rank);
            Assert.Equal(NaiveFractions.Compare(exact[unit], (60, 1)) >= 0 ? "pass" : "fail", outer[unit].Grade!.Code);
        }

        IndicatorTable Table(int from) => Schemes.Rates(["a", "b"], [.. units.Select((unit, i) => (unit, rates[i][from..(from + 2)]))]);

        (BigInteger Above, BigInteger Below) Exact(Rate[] own)
        {
            var (first, second) = (Period(own[0], own[1]), Period(own[2], own[3]));
            var all = (Above: (4 * first.Above * second.Below) + (6 * second.Above * first.Below), Below: 10 * first.Below * second.Below);
            var step = first.Above >= 60 * first.Below ? 2 : first.Above >= 40 * first.Below ? 1 : 0;
            return ((2 * all.Above) + (100 * step * all.Below), 4 * all.Below);
        }

        static (BigInteger Above, BigInteger Below) Period(Rate a, Rate b)
        {
            var (n, m) = (Math.Min(a.Numerator, a.Denominator), Math.Min(b.Numerator, b.Denominator));
            return ((60 * n * b.Denominator) + (40 * m * a.Denominator), a.Denominator * b.Denominator);
        }
    }

    [Fact]
    public void Grade_BesideAGeometricMeanOfEquals_IsExact()
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.54m),
            Schemes.Leaf("b", 0.36m),
            new AssessmentNodeDefinition { Code = "g", Weight = 0.1m, Aggregate = AggregateKind.Geometric, Children = [Schemes.Leaf("c", 0.5m), Schemes.Leaf("d", 0.5m)] }) with { Bands = AtSixty };
        var cards = Schemes.Compile(definition).Score(Schemes.Rates(
            ["a", "b", "c", "d"],
            ("x", [new(1, 3), new(8, 9), new(1, 1), new(1, 1)]),
            ("y", [new(3, 5), new(3, 5), new(3, 5), new(3, 5)]),
            ("z", [new(1, 3), new(1, 3), new(1, 3), new(2, 3)])));

        Assert.Equal(["pass", "pass", "fail"], cards.Select(static card => card.Grade!.Code));
        Assert.Equal([60m, 60m], cards.Take(2).Select(static card => card.Score!.Value));
        Assert.Equal([1, 1, 3], cards.Rank().Ranked.Select(static entry => entry.Rank));
    }

    // 4/9 and 1/4: their geometric mean is 1/3, and 0.6 of it with 0.4 of 1 is exactly 60.
    [Fact]
    public void Grade_AGeometricMeanThatIsAFraction_IsExact()
    {
        var definition = Schemes.Of(
            new AssessmentNodeDefinition { Code = "g", Weight = 0.6m, Aggregate = AggregateKind.Geometric, Children = [Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)] },
            Schemes.Leaf("c", 0.4m)) with { Bands = AtSixty };
        var cards = Schemes.Compile(definition).Score(Schemes.Rates(["a", "b", "c"], ("x", [new(4, 9), new(1, 4), new(1, 1)]), ("y", [new(1, 3), new(1, 3), new(1, 1)])));

        Assert.Equal([(60m, "pass"), (60m, "pass")], cards.Select(static card => (card.Score!.Value, card.Grade!.Code)));
        Assert.All(cards.Rank().Ranked, static entry => Assert.True(entry.IsTied));
    }

    [Fact]
    public void Rank_AStreamBesideAGeometricOne_IsExact()
    {
        var definition = Schemes.Of(
            new AssessmentNodeDefinition { Code = "above", Weight = 0.5m, Assessor = "above", Children = [Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)] },
            new AssessmentNodeDefinition { Code = "public", Weight = 0.5m, Assessor = "residents", Aggregate = AggregateKind.Geometric, Children = [Schemes.Leaf("c", 0.5m), Schemes.Leaf("d", 0.5m)] }) with
        {
            Assessors = [new() { Code = "above", Stream = AssessorStream.Superior }, new() { Code = "residents", Stream = AssessorStream.Public }],
        };
        var cards = Schemes.Compile(definition).Score(Schemes.Rates(["a", "b", "c", "d"], ("x", [new(1, 6), new(1, 6), new(1, 3), new(1, 2)]), ("y", [new(1, 3), new(0, 5), new(1, 5), new(1, 2)])));

        Assert.All(cards.Rank(AssessorStream.Superior).Ranked, static entry => Assert.Equal((1, true), (entry.Rank, entry.IsTied)));
        Assert.Equal([1, 2], cards.Rank(AssessorStream.Public).Ranked.Select(static entry => entry.Rank));
    }

    // 2/3 − 1/2 · 1/3 is 1/2: the unit with 1/2 stands on the fence.
    [Fact]
    public void Outliers_AFenceOfFractions_IsExact()
    {
        var table = IndicatorTable.Create(["u1", "u2", "u3", "u4", "u5"], [new("a", [.. new Rate[] { new(1, 2), new(2, 3), new(2, 3), new(1, 1), new(1, 1) }.Select(IndicatorValue.Of)])]);
        foreach (var kind in (OutlierKind[])[OutlierKind.Missing, OutlierKind.Clip])
        {
            var definition = Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = new() { Kind = "min-max" } }) with { Outliers = new OutlierDefinition { Kind = kind, Fence = 0.5m } };
            var cards = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(["a"]), out _)!.Score(table);

            Assert.Empty(cards.Outliers);
            Assert.Equal(0m, cards.ScoreOf(0));
            Assert.Equal(33.33m, Math.Round(cards.ScoreOf(1)!.Value, 2));
        }
    }

    [Theory]
    [InlineData(2, 3, 1, 3)]
    [InlineData(7, 10, 1, 10)]
    public void Score_AZScoreAtItsEnd_IsZeroInAGeometricMeanToo(int xAbove, int xBelow, int yAbove, int yBelow)
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 0.02m) with { Normalise = new() { Kind = "z-score", Spread = 1 } }, Schemes.Leaf("b", 0.98m)) with { Aggregate = AggregateKind.Geometric };
        var cards = Schemes.Compile(definition).Score(Schemes.Rates(["a", "b"], ("x", [new(xAbove, xBelow), new(1, 1)]), ("y", [new(yAbove, yBelow), new(1, 2)])));

        Assert.Equal([100m, 0m], [cards.ScoreOf(0)!.Value, cards.ScoreOf(1)!.Value]);
    }

    [Fact]
    public void Score_AZScoreOfTinyOrHugeValues_StillTellsThem()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = new() { Kind = "z-score", Spread = 2 } }));

        Assert.Equal([25m, 75m], Enumerable.Range(0, 2).Select(unit => scheme.Score(Schemes.Table(["a"], ("x", [0.00000000000000001m]), ("y", [0.00000000000000003m]))).ScoreOf(unit)!.Value));
        Assert.Equal([25m, 75m], Enumerable.Range(0, 2).Select(unit => scheme.Score(Schemes.Table(["a"], ("x", [-1_000_000_000_000m]), ("y", [1_000_000_000_000m]))).ScoreOf(unit)!.Value));
    }

    private static AssessmentNodeDefinition Half(string code, decimal weight) => Schemes.Leaf(code, weight) with { Normalise = OfHundred };

    // A line of 2/(3 · 10¹⁷) is so steep that the last digit of a decimal would be seen in the share: it is worked out in fractions.
    [Theory]
    [InlineData("min-max")]
    [InlineData("z-score")]
    public void Score_OnALineSteeperThanDecimalsHold_IsExact(string kind)
    {
        const long Third = 100_000_000_000_000_000;
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = new() { Kind = kind, Spread = kind == "z-score" ? 1 : null } }));
        Rate[] rates = kind == "min-max" ? [new(Third, 3 * Third), new(Third + 1, 3 * Third), new(Third + 2, 3 * Third)] : [new(Third, 3 * Third), new(Third, 3 * Third), new(Third + 1, 3 * Third), new(Third + 2, 3 * Third), new(Third + 2, 3 * Third)];
        var cards = scheme.Score(Schemes.Rates(["a"], [.. rates.Select(static (rate, unit) => ($"{unit}", new[] { rate }))]));

        Assert.Equal([0m, 50m, 100m], Enumerable.Range(0, rates.Length).Select(unit => cards.ScoreOf(unit)!.Value).Distinct());
    }

    // 1/(1/2 · 10 + 1/2 · 10/9) at a floor of 0.1 is 0.18; without the floor it would be nothing.
    [Theory]
    [InlineData(AggregateKind.Harmonic, 0.1, 9, 10, 18)]
    [InlineData(AggregateKind.Geometric, 0.1, 9, 10, 30)]
    [InlineData(AggregateKind.Geometric, 0.25, 1, 1, 50)]
    [InlineData(AggregateKind.Geometric, null, 1, 1, 0)]
    [InlineData(AggregateKind.Harmonic, null, 1, 1, 0)]
    public void Grade_OfAMeanWithAFloor_IsExact(AggregateKind kind, double? floor, int above, int below, int score)
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)) with { Aggregate = kind, ZeroFloor = (decimal?)floor, Bands = score == 0 ? [] : [new() { Code = "pass", From = score }, new() { Code = "fail" }] };
        var scheme = Schemes.Compile(definition);
        var run = new ScoringRun(scheme, Schemes.Rates(["a", "b"], ("x", [new(0, 1), new(above, below)])));

        Assert.Equal((decimal)score, new ExactScorer(run).Score(0, null)!.Value.Nearest());
        Assert.Equal(score == 0 ? null : "pass", scheme.Score(Schemes.Rates(["a", "b"], ("x", [new(0, 1), new(above, below)])))[0].Grade?.Code);
    }

    [Fact]
    public void Points_OfAStreamUnderAMean_AreItsChildrensShares()
    {
        var definition = Schemes.Of(
            new AssessmentNodeDefinition { Code = "above", Weight = 0.5m, Assessor = "above", Aggregate = AggregateKind.Geometric, Children = [Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)] },
            Schemes.Leaf("c", 0.5m) with { Assessor = "residents" }) with
        {
            Assessors = [new() { Code = "above", Stream = AssessorStream.Superior }, new() { Code = "residents", Stream = AssessorStream.Public }],
        };
        var root = Schemes.Compile(definition).Score(Schemes.Table(["a", "b", "c"], ("x", [0.25m, 1, 0.5m])))[0].Streams[0].Root;

        Assert.Equal([-12.5m, 62.5m], root.Children[0].Children.Select(static leaf => leaf.Points!.Value));
    }
}
