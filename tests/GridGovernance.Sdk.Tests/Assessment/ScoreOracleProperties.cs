using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class ScoreOracleProperties
{
    [Property]
    public void Score_AnyScheme_IsTheOracles(int seed)
    {
        var random = new AnySchemes(seed);
        var definition = random.WithCapsAndBands(random.Scheme());
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(EquatableArray.From(random.Indicators)), out var report);
        Assert.All(report, static finding => Assert.Contains(finding.Code, (string[])["assessment.weights-too-fine", "assessment.outliers-move"]));
        var isFine = report.Any(static finding => finding.Code == "assessment.weights-too-fine");
        var table = random.Table(1 + random.Next(6));
        var cards = scheme!.Score(table);
        var rows = Enumerable.Range(0, cards.Count).Select(unit => (IReadOnlyDictionary<string, IndicatorValue>)table.Columns.ToDictionary(static column => column.Code, column => column.Values[unit], StringComparer.Ordinal)).ToArray();
        var oracle = new ScoreOracle(definition, rows);
        var ranking = scheme.HasTotal ? cards.Rank() : null;
        for (var unit = 0; unit < cards.Count; unit++)
        {
            var (score, grade) = scheme.HasTotal ? oracle.Score(unit) : (null, null);
            var card = cards[unit];
            Same(score, card.Score, definition, card, isFine);
            Assert.Equal(card.Score, cards.ScoreOf(unit));
            Assert.Equal(card.Score ?? 0, card.Contributions.Sum(static leaf => leaf.Points ?? 0) + card.Adjustments.Sum(static adjustment => adjustment.Points));
            foreach (var stream in card.Streams)
            {
                Same(oracle.Stream(unit, stream.Stream), stream.Score, definition, card, isFine);
            }

            // A hair beside a band or another unit decides nothing: floating point cannot tell there.
            if (ranking is not null && !isFine && IsExact(definition, card) && cards.All(other => IsExact(definition, other)))
            {
                Assert.Equal(grade, card.Grade?.Code);
                Assert.Equal(oracle.Rank(unit), ranking.Find(card.Unit)?.Rank);
            }
        }
    }

    [Theory]
    [InlineData("weight")]
    [InlineData("direction")]
    [InlineData("mean")]
    [InlineData("floor")]
    [InlineData("deductions")]
    [InlineData("bonus cap")]
    [InlineData("source cap")]
    [InlineData("vetoes")]
    [InlineData("missing")]
    [InlineData("undefined")]
    [InlineData("minimum")]
    [InlineData("band")]
    public void Oracle_APlantedDefect_IsFound(string defect)
    {
        // A definition that is spoilt before it is compiled stands for an engine that reads it wrongly.
        Assert.True(Enumerable.Range(0, 400).Any(seed => Disagrees(seed, defect)), $"No scheme showed \"{defect}\".");
    }

    private static bool Disagrees(int seed, string defect)
    {
        var random = new AnySchemes(seed);
        var definition = random.WithCapsAndBands(random.Scheme());
        var scheme = AssessmentScheme.Compile(Spoil(definition, defect), IndicatorCatalogue.Declare(EquatableArray.From(random.Indicators)), out _);
        if (scheme is null)
        {
            return false;
        }

        var table = random.Table(1 + random.Next(6));
        var cards = scheme.Score(table);
        var oracle = new ScoreOracle(definition, [.. Enumerable.Range(0, cards.Count).Select(unit => (IReadOnlyDictionary<string, IndicatorValue>)table.Columns.ToDictionary(static column => column.Code, column => column.Values[unit], StringComparer.Ordinal))]);
        return Enumerable.Range(0, cards.Count).Any(unit =>
        {
            var (score, grade) = scheme.HasTotal ? oracle.Score(unit) : (null, null);
            return score is null != cards[unit].Score is null || Math.Abs((score ?? 0) - (cards[unit].Score ?? 0)) > 1e-6m || grade != cards[unit].Grade?.Code;
        });
    }

    private static AssessmentSchemeDefinition Spoil(AssessmentSchemeDefinition scheme, string defect) => defect switch
    {
        "weight" when scheme.Children.Count > 1 => scheme with { Children = [scheme.Children[0] with { Weight = scheme.Children[1].Weight }, scheme.Children[1] with { Weight = scheme.Children[0].Weight }, .. scheme.Children.Skip(2)] },
        "direction" => scheme with { Children = EquatableArray.From(scheme.Children.Select(static child => child.Normalise?.Kind is "rank" or "min-max" ? child with { Direction = 1 - child.Direction } : child)) },
        "mean" when scheme.Aggregate == AggregateKind.Geometric => scheme with { Aggregate = AggregateKind.Harmonic },
        "floor" => scheme with { Children = EquatableArray.From(scheme.Children.Select(static child => child with { ZeroFloor = null })) },
        "deductions" => scheme with { Deductions = [] },
        "bonus cap" => scheme with { BonusCap = null },
        "source cap" => scheme with { BonusCaps = [] },
        "vetoes" => scheme with { Vetoes = [] },
        "missing" => scheme with { Missing = scheme.Undefined },
        "undefined" => scheme with { Undefined = scheme.Missing },
        "minimum" => scheme with { MinimumPresent = null },
        "band" => scheme with { Bands = EquatableArray.From(scheme.Bands.Select(static band => band with { From = band.From + 5 })) },
        _ => scheme,
    };

    private static void Same(decimal? expected, decimal? actual, AssessmentSchemeDefinition definition, Scorecard card, bool isFine)
    {
        Assert.Equal(expected is null, actual is null);
        if (!isFine && IsExact(definition, card))
        {
            Assert.Equal(expected, actual);
        }
        else if (expected is not null)
        {
            Assert.True(Math.Abs(expected.Value - actual!.Value) <= 1e-12m * (definition.Scale ?? 100), $"{expected} against {actual}");
        }
    }

    // Weighted sums of rational shares with nothing to share out: there the two must be equal to the last digit.
    private static bool IsExact(AssessmentSchemeDefinition definition, Scorecard card) =>
        card.Streams.Count == 0
        && definition.Aggregate == AggregateKind.Arithmetic
        && card.Root.SelfAndDescendants().All(static node =>
            node.Node.Aggregate is null or AggregateKind.Arithmetic
            && node.Value is not null
            && node.Node.Deductions.Count == 0)
        && definition.Children.All(IsRational)
        && !HasOutliers(definition);

    // A fence of quarters rounds in decimals.
    private static bool HasOutliers(AssessmentSchemeDefinition definition) => definition.Outliers is not null || definition.Children.Any(HasOutliers);

    private static bool HasOutliers(AssessmentNodeDefinition node) => node.Outliers is not null || node.Children.Any(HasOutliers);

    private static bool IsRational(AssessmentNodeDefinition node) => node.Normalise?.Kind != "z-score" && node.Children.All(IsRational);
}
