using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class OutlierTests
{
    private static readonly IndicatorTable Table = Schemes.Table(["a"], ("1", [1]), ("2", [2]), ("3", [3]), ("4", [4]), ("far", [100]), ("none", [null]));

    [Theory]
    [InlineData(OutlierKind.Keep, "0 1.01 2.02 3.03 100 –")]
    [InlineData(OutlierKind.Clip, "0 16.67 33.33 50 100 –")]
    [InlineData(OutlierKind.Missing, "0 33.33 66.67 100 – –")]
    public void Score_AnOutlier_CountsAsThePolicySays(OutlierKind kind, string expected)
    {
        // Quartiles 2 and 4: the fence of 1.5 ranges ends at −1 and 7.
        var cards = Compile(new OutlierDefinition { Kind = kind }).Score(Table);

        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, 6).Select(unit => cards.ScoreOf(unit)?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "–")));
        Assert.All(Enumerable.Range(0, 6), unit => Assert.Equal(cards.ScoreOf(unit), cards[unit].Score));
        Assert.Equal(kind == OutlierKind.Keep ? [] : [new Outlier("far", "a", 100, -1, 7, kind)], cards.Outliers);
        Assert.Equal(kind == OutlierKind.Missing, cards[4].Absences.Any());
    }

    [Fact]
    public void Score_AWiderFenceOrFewValues_KeepsEverything()
    {
        Assert.Empty(Compile(new OutlierDefinition { Kind = OutlierKind.Clip, Fence = 48 }).Score(Table).Outliers);
        Assert.Single(Compile(new OutlierDefinition { Kind = OutlierKind.Clip, Fence = 47.9m }).Score(Table).Outliers);
        Assert.Empty(Compile(new OutlierDefinition { Kind = OutlierKind.Clip }).Score(Schemes.Table(["a"], ("1", [1]), ("2", [1]), ("3", [100]))).Outliers);
    }

    [Fact]
    public void Score_AFixedLine_ClipsAndLosesToo()
    {
        var table = Schemes.Table(["a"], ("1", [0.5m]), ("2", [0.52m]), ("3", [0.5m]), ("4", [0.6m]), ("5", [0.45m]), ("far", [0]));
        var definition = Schemes.Of(Schemes.Leaf("a", 1)) with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = 0.25m } };

        Assert.Equal(0m, Schemes.Compile(definition).Score(table).ScoreOf(5));
        Assert.Equal(25m, Schemes.Compile(definition with { Outliers = new OutlierDefinition { Kind = OutlierKind.Missing } }).Score(table).ScoreOf(5));
        Assert.Equal(0m, Schemes.Compile(definition with { Outliers = new OutlierDefinition { Kind = OutlierKind.Missing }, Children = [Schemes.Leaf("a", 1) with { Outliers = new OutlierDefinition() }] }).Score(table).ScoreOf(5));
        Assert.InRange(Schemes.Compile(definition with { Outliers = new OutlierDefinition { Kind = OutlierKind.Clip } }).Score(table).ScoreOf(5)!.Value, 30m, 45m);
    }

    [Fact]
    public void Score_EqualQuartiles_FenceNothing()
    {
        var table = Schemes.Table(["a"], [.. Enumerable.Range(0, 9).Select(static unit => ($"{unit}", new decimal?[] { 0.9m })), ("zero", [0m])]);
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)) with { Outliers = new OutlierDefinition { Kind = OutlierKind.Clip } }).Score(table);

        Assert.Equal(0m, cards.ScoreOf(9));
        Assert.Empty(cards.Outliers);
    }

    [Fact]
    public void Compile_AFenceOutOfRange_IsReported()
    {
        var finding = Assert.Single(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1) with { Outliers = new OutlierDefinition { Fence = -1 } })));

        Assert.Equal(("assessment.outlier-fence-range", "/children/0/outliers/fence"), (finding.Code, finding.Place.Path));
        Assert.Equal("assessment.outlier-fence-range", Assert.Single(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1)) with { Outliers = new OutlierDefinition { Fence = 101 } })).Code);
    }

    [Fact]
    public void Definition_WithOutliers_SurvivesItsFile()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 1) with { Outliers = new OutlierDefinition { Kind = OutlierKind.Missing } }) with { Outliers = new OutlierDefinition { Kind = OutlierKind.Clip, Fence = 3 } };

        Assert.Equal(definition, GovernanceJson.Read<AssessmentSchemeDefinition>(GovernanceJson.Write(definition), "x").Value);
    }

    private static AssessmentScheme Compile(OutlierDefinition outliers) =>
        Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = new() { Kind = "min-max" } }) with { Outliers = outliers });

    // Of five values the second and the fourth are the quartiles: 2 and 4 reach from −1 to 7, and what lies on the fence is inside.
    [Fact]
    public void Score_AValueOnTheFence_IsNoOutlier()
    {
        Assert.Empty(Outliers(-1, 2, 3, 4, 7));
        Assert.Equal(["0"], Outliers(-1.01m, 2, 3, 4, 7));
        Assert.Equal(["4"], Outliers(-1, 2, 3, 4, 7.01m));
        Assert.Equal(["0", "4"], Outliers(-9, 2, 3, 4, 17));

        static string[] Outliers(params decimal[] values) => [.. Compile(new OutlierDefinition { Kind = OutlierKind.Clip }).Score(Column(values)).Outliers.Select(static outlier => outlier.Unit)];
    }

    // Of four values the quartiles lie three quarters of the way between two of them: 1.75 and 27.25, so that the fence ends at 65.5.
    [Fact]
    public void Score_FourValues_AreEnoughForAFence()
    {
        Assert.Equal([new Outlier("3", "a", 100, -36.5m, 65.5m, OutlierKind.Clip)], Compile(new OutlierDefinition { Kind = OutlierKind.Clip }).Score(Column(1, 2, 3, 100)).Outliers);
        Assert.Empty(Compile(new OutlierDefinition { Kind = OutlierKind.Clip }).Score(Column(1, 2, 100)).Outliers);
        Assert.Equal(
            [new Outlier("5", "a", 100, -1.5m, 8.5m, OutlierKind.Missing)],
            Compile(new OutlierDefinition { Kind = OutlierKind.Missing }).Score(Column(1, 2, 3, 4, 5, 100)).Outliers);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(-0.1, false)]
    [InlineData(100.1, false)]
    public void Compile_TheEndsOfTheFence_AreAllowed(double fence, bool allowed) =>
        Assert.Equal(allowed, Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1)) with { Outliers = new OutlierDefinition { Fence = (decimal)fence } }).Count == 0);

    private static IndicatorTable Column(params decimal[] values) => Schemes.Table(["a"], [.. values.Select(static (value, unit) => ($"{unit}", new decimal?[] { value }))]);

    // Of irrational scores no fraction is known: the quartiles are taken in decimals, a quarter and three quarters of the way.
    [Fact]
    public void Score_AFenceOfMeansThatAreNoFractions_IsTakenInDecimals()
    {
        var inner = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)) with { Aggregate = AggregateKind.Geometric });
        var scores = inner.Score(Schemes.Table(["a", "b"], ("0", [0.5m, 0.51m]), ("1", [0.52m, 0.5m]), ("2", [0.53m, 0.57m]), ("3", [0.55m, 0.59m]), ("4", [0.58m, 0.6m]), ("5", [0.9m, 0.01m])));
        decimal[] sorted = [.. Enumerable.Range(0, 6).Select(unit => scores.ScoreOf(unit)!.Value).Order()];
        var (first, third) = (sorted[1] + ((sorted[2] - sorted[1]) / 4), sorted[3] + ((sorted[4] - sorted[3]) * 3 / 4));
        var outlier = Assert.Single(Compile(new OutlierDefinition { Kind = OutlierKind.Clip }).Score(IndicatorTable.Create(scores.Table.Units, [scores.ToColumn("a")])).Outliers);

        Assert.Equal(("5", scores.ScoreOf(5)), (outlier.Unit, outlier.Value));
        Assert.Equal((Round(first - (1.5m * (third - first))), Round(third + (1.5m * (third - first)))), (Round(outlier.Lower), Round(outlier.Upper)));

        static decimal Round(decimal value) => Math.Round(value, 20);
    }

    // b/(b + 1) is the fence: 1 − 1/b lies below it by 10⁻³⁰, and no decimal tells the two apart; and likewise above.
    [Fact]
    public void Score_AHairBeyondTheFence_IsAnOutlierAllTheSame()
    {
        const long b = 1_000_000_000_000_000;
        Rate[] low = [new(b - 1, b), new(1, 1), new(1, 1), new(b + 2, b + 1), new(b + 2, b + 1)], onLow = [new(b, b + 1), .. low[1..]];
        Rate[] high = [new(b, b + 1), new(b, b + 1), new(1, 1), new(1, 1), new(b + 1, b)], onHigh = [.. high[..4], new(b + 2, b + 1)];

        Assert.Equal(["0"], Outside(low));
        Assert.Empty(Outside(onLow));
        Assert.Equal(["4"], Outside(high));
        Assert.Empty(Outside(onHigh));

        static string[] Outside(Rate[] rates) => [.. Compile(new OutlierDefinition { Kind = OutlierKind.Clip, Fence = 1 })
            .Score(Schemes.Rates(["a"], [.. rates.Select(static (rate, unit) => ($"{unit}", new[] { rate }))])).Outliers.Select(static outlier => outlier.Unit)];
    }
}
