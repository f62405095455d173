using System.Globalization;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Scores beside a band and beside each other are settled in fractions: whatever a leaf or an adjustment does in decimals, it does there too.</summary>
public sealed class ExactPathTests
{
    private static readonly EquatableArray<GradeBandDefinition> AtFifty = [new() { Code = "pass", From = 50 }, new() { Code = "fail" }];

    // The other leaf makes up for the first: every unit has 50, is ranked first and passes.
    [Theory]
    [InlineData("fraction-of-maximum 20", "-1:0 0:0 5:0.25 20:1 21:1", "-1:1 0:1 5:0.75 20:0 21:0")]
    [InlineData("min-max 10 30", "9:0 10:0 15:0.25 30:1 31:1", "9:1 10:1 15:0.75 30:0 31:0")]
    [InlineData("min-max", "10:0 15:0.25 20:0.5 30:1", "10:1 15:0.75 20:0.5 30:0")]
    [InlineData("fraction-of-maximum", "10:0.25 20:0.5 40:1", "10:0.75 20:0.5 40:0")]
    [InlineData("interval 0 10 20 40", "-5:0 5:0.5 10:1 15:1 20:1 25:0.75 40:0 41:0", null)]
    [InlineData("interval 10 10 20 20", "9:0 10:1 20:1 21:0", null)]
    [InlineData("reference 10 4", "6:0 7:0.25 10:1 11:0.75 15:0", null)]
    [InlineData("step", "-9:0 59:0 60:0.5 79:0.5 80:1 99:1", null)]
    [InlineData("rank", "10:0 20:0.5 20:0.5 40:1", "10:1 20:0.5 20:0.5 40:0")]
    [InlineData("z-score 1", "2:0 4:0.25 4:0.25 4:0.25 5:0.5 5:0.5 7:1 9:1", "2:1 4:0.75 4:0.75 4:0.75 5:0.5 5:0.5 7:0 9:0")]
    [InlineData("percentile-rank", "10:0.25 20:0.75 20:0.75 40:1", "10:1 20:0.75 20:0.75 40:0.25")]
    public void RankAndGrade_ByEveryNormalisation_AreThoseOfFractions(string kind, string up, string? down)
    {
        AllTie(Definition(kind.Split(' ')), kind.StartsWith("interval", StringComparison.Ordinal) || kind.StartsWith("reference", StringComparison.Ordinal) ? null : IndicatorDirection.Up, up);
        if (down is not null)
        {
            AllTie(Definition(kind.Split(' ')), IndicatorDirection.Down, down);
        }
    }

    // √(0.4 · 0.9) = √(0.6 · 0.6): a mean that is no fraction is left to decimals.
    [Fact]
    public void Rank_EqualGeometricMeans_TieAlthoughTheirSumsDiffer()
    {
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)) with { Aggregate = AggregateKind.Geometric, Bands = [new() { Code = "A", From = 60 }, new() { Code = "B" }] })
            .Score(Schemes.Table(["a", "b"], ("x", [0.4m, 0.9m]), ("y", [0.6m, 0.6m]), ("z", [0.3m, 0.9m])));

        Assert.Equal([1, 1, 3], cards.Rank().Ranked.Select(static entry => entry.Rank));
        Assert.Equal([60m, 60m], [cards[0].Score!.Value, cards[1].Score!.Value]);
        Assert.Equal(["A", "A", "B"], cards.Select(static card => card.Grade!.Code));
    }

    // A third of the first leaf and the whole of the second make 60.
    [Theory]
    [InlineData(10, 0, 0)]
    [InlineData(15, 5, 0)]
    [InlineData(99, 50, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(15, 5, 1)]
    [InlineData(0, 60, 1)]
    public void Grade_OfThirdsAfterAdjustments_IsExact(int minus, int plus, int veto)
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)) with
        {
            Bands = AtFifty,
            Deductions = [new() { Code = "minus", Indicator = "c", Points = 0.000001m, Per = 0.000001m }],
            Bonuses = [new() { Code = "plus", Indicator = "d", Points = 1 }],
            Vetoes = [new() { Code = "veto", Indicator = "b", Over = 1, Score = 50 }],
        });
        var card = scheme.Score(Table(new Rate(1, 3), 1 + veto, minus, plus))[0];

        Assert.Equal((50m, "pass"), (card.Score, card.Grade!.Code));
        Assert.Equal(50m, card.Contributions.Sum(static leaf => leaf.Points) + card.Adjustments.Sum(static adjustment => adjustment.Points));
    }

    // Twelfths of 60 and what is left of 40 make 50, or what stands for it when a count is absent.
    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(2, -1, 0)]
    [InlineData(4, 1, 0)]
    [InlineData(6, 2, 0)]
    [InlineData(7, 2, 1)]
    [InlineData(10, 9, 9)]
    [InlineData(8, null, 0)]
    [InlineData(8, 1, null)]
    public void Grade_OfALeafOfDeductions_IsExact(int twelfths, int? first, int? second)
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.6m),
            new AssessmentNodeDefinition
            {
                Code = "kept",
                Weight = 0.4m,
                Deductions = [new() { Code = "one", Indicator = "c", Points = 10 }, new() { Code = "two", Indicator = "d", Points = 5 }],
                Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = 0.25m },
            }) with { Bands = AtFifty };
        var card = Schemes.Compile(definition).Score(Table(new Rate(twelfths, 12), 0, first, second))[0];

        Assert.Equal((50m, "pass"), (card.Score, card.Grade!.Code));
    }

    // Thirds that reach the band exactly, so that the fractions decide: with the value that stands for an absent leaf, or without it.
    [Theory]
    [InlineData(AbsenceKind.Fixed, 2, "50")]
    [InlineData(AbsenceKind.Redistribute, 1.5, "50")]
    public void Grade_WithAnAbsentLeaf_TakesThePolicyOfItsState(AbsenceKind kind, double thirds, string score)
    {
        var undefined = new AbsenceDefinition { Kind = kind, Score = kind == AbsenceKind.Fixed ? 0.25m : null };
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)) with { Bands = AtFifty, Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = 1 }, Undefined = undefined });
        var table = Schemes.Rates(["a", "b"], ("x", [new((long)(thirds * 2), 6), default]), ("y", [new(1, 3), new(3, 4)]));
        var cards = scheme.Score(table);

        Assert.Equal((decimal.Parse(score, CultureInfo.InvariantCulture), "pass"), (cards[0].Score, cards[0].Grade!.Code));
        Assert.Equal((50m, "pass"), (cards[1].Score, cards[1].Grade!.Code));
        Assert.All(cards.Rank().Ranked, static entry => Assert.Equal(1, entry.Rank));
    }

    // Of two absent deductions the graver state counts: what was never brought before what had nothing to count.
    [Theory]
    [InlineData("missing", "undefined", 0.25)]
    [InlineData("undefined", "missing", 0.25)]
    [InlineData("undefined", "undefined", 0.5)]
    [InlineData("missing", "0", 0.25)]
    [InlineData("0", "undefined", 0.5)]
    [InlineData("0", "0", 1)]
    public void Score_OfTwoAbsentDeductions_TakesTheGraverState(string first, string second, double kept)
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.5m),
            new AssessmentNodeDefinition
            {
                Code = "kept",
                Weight = 0.5m,
                Deductions = [new() { Code = "one", Indicator = "c", Points = 10 }, new() { Code = "two", Indicator = "d", Points = 5 }],
                Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = 0.25m },
                Undefined = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = 0.5m },
            });
        var expected = 50 + (50 * (decimal)kept);
        var table = IndicatorTable.Create(["x"], [new("a", [IndicatorValue.Of(1)]), new("c", [Value(first)]), new("d", [Value(second)])]);

        // Once far from any band, and once with a band at the score, where fractions decide.
        Assert.Equal(expected, Schemes.Compile(definition).Score(table)[0].Score);
        var graded = Schemes.Compile(definition with { Bands = [new() { Code = "A", From = expected }, new() { Code = "B" }] }).Score(table)[0];
        Assert.Equal((expected, "A"), (graded.Score, graded.Grade!.Code));

        static IndicatorValue Value(string text) => text switch { "missing" => IndicatorValue.Missing, "undefined" => IndicatorValue.Undefined, _ => IndicatorValue.Of(0) };
    }

    [Fact]
    public void Grade_OfAStreamBesideABand_LeavesTheAdjustmentsOut()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 0.5m) with { Assessor = "above" }, Schemes.Leaf("b", 0.5m) with { Assessor = "residents" }) with
        {
            Assessors = [new() { Code = "above", Stream = AssessorStream.Superior }, new() { Code = "residents", Stream = AssessorStream.Public }],
            Streams = StreamMode.Combined,
            Bands = AtFifty,
            Deductions = [new() { Code = "minus", Indicator = "c", Points = 10 }],
        };
        var card = Schemes.Compile(definition).Score(Schemes.Table(["a", "b", "c"], ("x", [0.5m, 0.7m, 1])))[0];

        Assert.Equal((50m, "pass"), (card.Score, card.Grade!.Code));
        Assert.Equal([(50m, "pass"), (70m, "pass")], card.Streams.Select(static stream => (stream.Score!.Value, stream.Grade!.Code)));
    }

    // A node rounds its value and its points, each by less than a unit of the fifteenth decimal, once more for the total.
    [Fact]
    public void Tolerance_IsTwoUnitsANode()
    {
        var table = Schemes.Table(["a", "b"], ("x", [0.5m, 0.7m]), ("y", [0.6m, 0.7m]), ("z", [0.8m, 0.7m]));
        var definition = Schemes.Of(Schemes.Leaf("a", 0.8m), Schemes.Leaf("b", 0.2m));

        Assert.Equal((0.000_000_000_000_8m, 25), Of(definition));
        Assert.Equal((0.000_000_000_000_008m, 27), Of(definition with { Scale = 0.5m }));
        Assert.Equal((0.000_000_000_004m, 25), Of(definition with { Aggregate = AggregateKind.Harmonic }));
        Assert.Equal((0.000_000_000_000_8m, 22), Of(definition with { Bonuses = [new() { Code = "plus", Indicator = "a", Points = 1 }] }));
        Assert.Equal((0.000_000_000_000_8m, 25), Of(definition with { Bonuses = [new() { Code = "plus", Indicator = "a", Points = 1, Cap = 800 }] }));
        Assert.Equal((0.000_000_000_000_8m, 24), Of(definition with { Bonuses = [new() { Code = "plus", Indicator = "a", Points = 1, Cap = 900 }] }));

        // What is no fraction is left to decimals.
        Assert.False(IsSettled(definition with { Aggregate = AggregateKind.Geometric }));
        Assert.False(IsSettled(Schemes.Of(Schemes.Leaf("a", 0.8m) with { Normalise = new() { Kind = "z-score", Spread = 2 } }, Schemes.Leaf("b", 0.2m))));

        // The deviation of 0.5, 0.6 and 0.8 is no fraction, that of two values always is.
        var two = Schemes.Table(["a", "b"], ("x", [0.5m, 0.7m]), ("y", [0.6m, 0.7m]));
        Assert.NotNull(new ExactScorer(new ScoringRun(Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.8m) with { Normalise = new() { Kind = "z-score", Spread = 2 } }, Schemes.Leaf("b", 0.2m))), two)).Score(0, null));

        bool IsSettled(AssessmentSchemeDefinition scheme) => new ExactScorer(new ScoringRun(Schemes.Compile(scheme), table)).Score(0, null) is not null;

        (decimal, int) Of(AssessmentSchemeDefinition scheme)
        {
            var exact = new ExactScorer(new ScoringRun(Schemes.Compile(scheme), table));
            return (exact.Tolerance, exact.Places);
        }
    }

    private static IndicatorTable Table(Rate a, params decimal?[] others) => IndicatorTable.Create(
        ["x"],
        [new("a", [IndicatorValue.Of(a)]), .. others.Select(static (value, i) => new IndicatorColumn("bcd"[i].ToString(), [value is { } number ? IndicatorValue.Of(number) : IndicatorValue.Missing]))]);

    private static void AllTie(NormalisationDefinition definition, IndicatorDirection? direction, string values)
    {
        var rows = values.Split(' ').Select(static (pair, unit) => ($"{unit}", Numbers(pair.Split(':')))).ToArray();
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m, direction) with { Normalise = definition }, Schemes.Leaf("b", 0.5m)) with { Bands = AtFifty })
            .Score(Schemes.Table(["a", "b"], rows));

        Assert.All(cards, static card => Assert.Equal((50m, "pass"), (card.Score, card.Grade!.Code)));
        Assert.All(cards.Rank().Ranked, static entry => Assert.Equal((1, true), (entry.Rank, entry.IsTied)));

        static decimal?[] Numbers(string[] pair) => [decimal.Parse(pair[0], CultureInfo.InvariantCulture), 1 - decimal.Parse(pair[1], CultureInfo.InvariantCulture)];
    }

    private static NormalisationDefinition Definition(string[] words)
    {
        decimal? At(int i) => i < words.Length ? decimal.Parse(words[i], CultureInfo.InvariantCulture) : null;
        return words[0] switch
        {
            "fraction-of-maximum" => new() { Kind = words[0], Maximum = At(1) },
            "min-max" => new() { Kind = words[0], Minimum = At(1), Maximum = At(2) },
            "interval" => new() { Kind = words[0], Minimum = At(1), Low = At(2), High = At(3), Maximum = At(4) },
            "z-score" => new() { Kind = words[0], Spread = At(1) },
            "reference" => new() { Kind = words[0], Reference = At(1), Tolerance = At(2) },
            "step" => new() { Kind = words[0], Steps = [new() { Score = 0 }, new() { From = 60, Score = 0.5m }, new() { From = 80, Score = 1 }] },
            _ => new() { Kind = words[0] },
        };
    }

    // Whatever a leaf does with what the others have, and with outliers, its fraction is the share that decimals round.
    [Theory]
    [InlineData("min-max")]
    [InlineData("fraction-of-maximum")]
    [InlineData("rank")]
    [InlineData("percentile-rank")]
    [InlineData("z-score 1")]
    [InlineData("min-max 0 1")]
    [InlineData("step")]
    public void Exact_OfEveryLeaf_IsWhatDecimalsRound(string kind)
    {
        Rate[] rates = [new(1, 3), new(2, 5), new(3, 7), new(4, 9), default, new(1, 2), new(5, 9), new(4, 7), new(3, 5), new(-1, 1), new(9, 1), new(-7, 2), new(50, 9)];
        var table = Schemes.Rates(["a"], [.. rates.Select(static (rate, unit) => ($"{unit}", new[] { rate }))]);
        foreach (var (direction, outliers) in from direction in Enum.GetValues<IndicatorDirection>() from outliers in Enum.GetValues<OutlierKind>() select (direction, outliers))
        {
            if (kind == "step" && direction == IndicatorDirection.Down)
            {
                continue;
            }

            var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1, direction) with { Normalise = Definition(kind.Split(' ')) }) with
            {
                Outliers = new() { Kind = outliers, Fence = 2 },
                Undefined = new() { Kind = AbsenceKind.Redistribute },
                Missing = new() { Kind = AbsenceKind.Fixed, Score = 0.125m },
            });
            var (cards, exact) = (scheme.Score(table), new ExactScorer(new ScoringRun(scheme, table)));
            var scored = Enumerable.Range(0, rates.Length).Where(unit => unit != 4 && (!kind.StartsWith('z') || exact.Score(unit, null) is not null)).ToArray();

            Assert.Null(cards.ScoreOf(4));
            Assert.Equal(0, exact.Score(4, null)!.Value.Nearest());
            Assert.True(scored.Length >= (kind.StartsWith('z') ? 1 : 12));
            Assert.Equal(outliers == OutlierKind.Keep ? 0 : 4, cards.Outliers.Count());
            Assert.All(scored, unit => Assert.InRange(cards.ScoreOf(unit)!.Value - exact.Score(unit, null)!.Value.Nearest(), -1e-12m, 1e-12m));
            Assert.All(cards.Outliers.Where(_ => outliers == OutlierKind.Missing), outlier => Assert.Equal(12.5m, cards.Find(outlier.Unit)!.Score));
        }
    }
}
