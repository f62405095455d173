using System.Globalization;
using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class NormalisationTests
{
    private static readonly NormalisationDefinition Maximum = new() { Kind = "fraction-of-maximum", Maximum = 20 };
    private static readonly NormalisationDefinition MinMax = new() { Kind = "min-max", Minimum = 10, Maximum = 30 };
    private static readonly NormalisationDefinition Target = new() { Kind = "target", Target = 0.95m, Baseline = 0.5m };
    private static readonly NormalisationDefinition Interval = new() { Kind = "interval", Minimum = 0, Low = 10, High = 20, Maximum = 40 };
    private static readonly NormalisationDefinition Steps = new()
    {
        Kind = "step",
        Steps = [new() { Score = 0 }, new() { From = 60, Score = 0.5m }, new() { From = 80, Score = 1 }],
    };

    [Theory]
    [InlineData("0", "0", "1")]
    [InlineData("5", "0.25", "0.75")]
    [InlineData("20", "1", "0")]
    [InlineData("21", "1", "0")]
    [InlineData("-1", "0", "1")]
    public void FractionOfMaximum_UpAndDown(string value, string up, string down) => BothWays(Maximum, value, up, down);

    [Theory]
    [InlineData("9", "0", "1")]
    [InlineData("10", "0", "1")]
    [InlineData("15", "0.25", "0.75")]
    [InlineData("30", "1", "0")]
    [InlineData("31", "1", "0")]
    public void MinMax_UpAndDown(string value, string up, string down) => BothWays(MinMax, value, up, down);

    [Theory]
    [InlineData("0.4", "0")]
    [InlineData("0.5", "0")]
    [InlineData("0.68", "0.4")]
    [InlineData("0.95", "1")]
    [InlineData("0.99", "1")]
    public void Target_Up_RunsFromTheBaselineToTheTarget(string value, string expected) => Assert.Equal(Number(expected), Apply(Target, value));

    [Theory]
    [InlineData("0", "1")]
    [InlineData("0.05", "0.75")]
    [InlineData("0.2", "0")]
    [InlineData("0.3", "0")]
    public void Target_Down_RunsFromTheTargetToTheBaseline(string value, string expected) =>
        Assert.Equal(Number(expected), Apply(new() { Kind = "target", Target = 0, Baseline = 0.2m }, value, IndicatorDirection.Down));

    [Theory]
    [InlineData("-5", "0")]
    [InlineData("5", "0.5")]
    [InlineData("10", "1")]
    [InlineData("20", "1")]
    [InlineData("25", "0.75")]
    [InlineData("40", "0")]
    [InlineData("41", "0")]
    public void Interval_FallsOnBothSides(string value, string expected) => Assert.Equal(Number(expected), Apply(Interval, value, null));

    [Theory]
    [InlineData("9.999", "0")]
    [InlineData("10", "1")]
    [InlineData("20", "1")]
    [InlineData("20.001", "0")]
    public void Interval_WithoutSlopes_IsACliff(string value, string expected) =>
        Assert.Equal(Number(expected), Apply(new() { Kind = "interval", Minimum = 10, Low = 10, High = 20, Maximum = 20 }, value, null));

    [Theory]
    [InlineData("-100", "0")]
    [InlineData("59.999999", "0")]
    [InlineData("60", "0.5")]
    [InlineData("79.5", "0.5")]
    [InlineData("80", "1")]
    [InlineData("1000", "1")]
    public void Step_IsHalfOpen(string value, string expected) => Assert.Equal(Number(expected), Apply(Steps, value));

    [Theory]
    [InlineData("fraction-of-maximum", IndicatorDirection.Up, "0.25 0.5 0.5 1")]
    [InlineData("fraction-of-maximum", IndicatorDirection.Down, "0.75 0.5 0.5 0")]
    [InlineData("min-max", IndicatorDirection.Up, "0 0.333333333333333 0.333333333333333 1")]
    [InlineData("min-max", IndicatorDirection.Down, "1 0.666666666666667 0.666666666666667 0")]
    [InlineData("rank", IndicatorDirection.Up, "0 0.5 0.5 1")]
    [InlineData("rank", IndicatorDirection.Down, "1 0.5 0.5 0")]
    [InlineData("percentile-rank", IndicatorDirection.Up, "0.25 0.75 0.75 1")]
    [InlineData("percentile-rank", IndicatorDirection.Down, "1 0.75 0.75 0.25")]
    public void Relative_ToTheUnits_ComesOut(string kind, IndicatorDirection direction, string expected) =>
        Assert.Equal(expected, Relative(new() { Kind = kind }, direction, 10, 20, 20, 40));

    [Theory]
    [InlineData("min-max", "1")]
    [InlineData("rank", "1")]
    [InlineData("percentile-rank", "1")]
    [InlineData("fraction-of-maximum", "1")]
    public void Relative_ToOneUnit_ComesOut(string kind, string expected) => Assert.Equal(expected, Relative(new() { Kind = kind }, IndicatorDirection.Up, 7));

    [Fact]
    public void ZScore_CountsStandardDeviations()
    {
        // Mean 5, population standard deviation 2.
        NormalisationDefinition two = new() { Kind = "z-score", Spread = 2 };

        Assert.Equal("0.125 0.375 0.375 0.375 0.5 0.5 0.75 1", Relative(two, IndicatorDirection.Up, 2, 4, 4, 4, 5, 5, 7, 9));
        Assert.Equal("0.875 0.625 0.625 0.625 0.5 0.5 0.25 0", Relative(two, IndicatorDirection.Down, 2, 4, 4, 4, 5, 5, 7, 9));
        Assert.Equal("0.5 0.5", Relative(two, IndicatorDirection.Up, 3, 3));
        Assert.Equal("0.25 0.75", Relative(two, IndicatorDirection.Up, -1e27m, 1e27m));
    }

    [Fact]
    public void Relative_MissingUnits_TakeNoPart()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = new() { Kind = "rank" } }));

        Assert.Equal([0m, null, 100m], scheme.Score(Schemes.Table(["a"], ("u", [1]), ("v", [null]), ("w", [2]))).Select(static card => card.Score));
    }

    [Theory]
    [InlineData("10", "1")]
    [InlineData("11", "0.75")]
    [InlineData("7", "0.25")]
    [InlineData("6", "0")]
    [InlineData("15", "0")]
    public void Reference_FallsWithTheDistance(string value, string expected) =>
        Assert.Equal(Number(expected), Apply(new() { Kind = "reference", Reference = 10, Tolerance = 4 }, value, null));

    [Fact]
    public void Apply_AnInexactShare_IsRoundedToFifteenDecimals() =>
        Assert.Equal(0.333333333333333m, Apply(new() { Kind = "fraction-of-maximum", Maximum = 3 }, "1"));

    [Fact]
    public void Compile_WrongParameters_AreReportedWithTheirPaths()
    {
        Faults(new() { Kind = "fraction-of-maximum", Minimum = 0 }, "minimum assessment.parameter-unused");
        Faults(new() { Kind = "min-max", Minimum = 0 }, "maximum assessment.parameter-missing");
        Faults(new() { Kind = "rank", Target = 1 }, "target assessment.parameter-unused");
        Faults(new() { Kind = "z-score" }, "spread assessment.parameter-missing");
        Faults(new() { Kind = "z-score", Spread = 0 }, "spread assessment.normalisation-range");
        Faults((IndicatorDirection?)null, new() { Kind = "reference", Reference = 1, Tolerance = 0 }, "tolerance assessment.normalisation-range");
        Faults(new() { Kind = "fraction-of-maximum", Maximum = 0 }, "maximum assessment.normalisation-range");
        Faults(new() { Kind = "min-max", Minimum = 3, Maximum = 3 }, "maximum assessment.normalisation-range");
        Faults(new() { Kind = "target", Target = 0 }, "baseline assessment.normalisation-range");
        Faults((IndicatorDirection?)null, new() { Kind = "interval", Minimum = 0, Low = 2, High = 1, Maximum = 0 }, "high assessment.normalisation-range", "maximum assessment.normalisation-range");
        Faults(new() { Kind = "step" }, "steps assessment.parameter-missing");
        Faults(
            new() { Kind = "step", Steps = [new() { From = 0, Score = 0.5m }, new() { Score = 0.4m }, new() { From = 2, Score = 1.1m }, new() { From = 2, Score = 1 }] },
            "steps/0/from assessment.step-first",
            "steps/1/from assessment.step-start",
            "steps/1/score assessment.step-direction",
            "steps/2/score assessment.normalisation-range",
            "steps/3/from assessment.step-order",
            "steps/3/score assessment.step-direction");
    }

    [Fact]
    public void Compile_LessIsBetter_NeedsABaselineAboveTheTarget()
    {
        Faults(IndicatorDirection.Down, new() { Kind = "target", Target = 0 }, "baseline assessment.parameter-missing");
        Faults(IndicatorDirection.Down, new() { Kind = "target", Target = 0.2m, Baseline = 0.1m }, "baseline assessment.normalisation-range");
    }

    [Fact]
    public void Compile_AnIntervalWithADirection_IsRefused() =>
        Assert.Equal("assessment.direction-unused", Assert.Single(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = Interval }))).Code);

    private static string Relative(NormalisationDefinition definition, IndicatorDirection direction, params decimal[] values) => string.Join(
        ' ',
        Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1, direction) with { Normalise = definition }))
            .Score(Schemes.Table(["a"], [.. values.Select(static (value, unit) => ($"{unit}", (decimal?[])[value]))]))
            .Select(static card => card.Root.Value!.Value.ToString("0.###############", CultureInfo.InvariantCulture)));

    private static void BothWays(NormalisationDefinition definition, string value, string up, string down)
    {
        Assert.Equal(Number(up), Apply(definition, value));
        Assert.Equal(Number(down), Apply(definition, value, IndicatorDirection.Down));
    }

    private static decimal Apply(NormalisationDefinition definition, string value, IndicatorDirection? direction = IndicatorDirection.Up) =>
        Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1, direction) with { Normalise = definition }))
            .Score(Schemes.Table(["a"], ("u", [Number(value)])))[0].Root.Value!.Value;

    private static void Faults(NormalisationDefinition definition, params string[] expected) => Faults(IndicatorDirection.Up, definition, expected);

    private static void Faults(IndicatorDirection? direction, NormalisationDefinition definition, params string[] expected) => Assert.Equal(
        expected.Select(static fault => "/children/0/normalise/" + fault),
        Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1, direction) with { Normalise = definition })).Select(static finding => $"{finding.Place.Path} {finding.Code}"));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void ZScore_OfOneLargeValue_IsTakenInItsUnits()
    {
        NormalisationDefinition two = new() { Kind = "z-score", Spread = 2 };

        Assert.Equal("0.25 0.75", Relative(two, IndicatorDirection.Up, 0, 1e27m));
        Assert.Equal("0.25 0.75", Relative(two, IndicatorDirection.Up, -1e27m, 0));
        Assert.Equal("0.45 0.55", Relative(two with { Spread = 10 }, IndicatorDirection.Up, 3, 5));
        Faults(two with { Spread = 10.1m }, "spread assessment.normalisation-range");
    }

    [Fact]
    public void Compile_EveryParameterThatIsNotAskedFor_IsNamed()
    {
        var all = new NormalisationDefinition { Kind = "rank", Minimum = 0, Maximum = 1, Target = 1, Baseline = 0, Low = 0, High = 1, Reference = 1, Tolerance = 1, Spread = 1, Steps = [new() { Score = 1 }] };
        string[] names = ["minimum", "maximum", "target", "baseline", "low", "high", "reference", "tolerance", "spread", "steps"];

        Faults(all, [.. names.Select(static name => name + " assessment.parameter-unused")]);
        Faults(all with { Kind = "percentile-rank" }, [.. names.Select(static name => name + " assessment.parameter-unused")]);
        Faults((IndicatorDirection?)null, new() { Kind = "reference" }, "reference assessment.parameter-missing", "tolerance assessment.parameter-missing");
        Faults((IndicatorDirection?)null, new() { Kind = "interval" }, "minimum assessment.parameter-missing", "maximum assessment.parameter-missing", "low assessment.parameter-missing", "high assessment.parameter-missing");
        Faults(new() { Kind = "target" }, "target assessment.parameter-missing");
        Faults(new() { Kind = "min-max", Maximum = 1 }, "minimum assessment.parameter-missing");
        Faults(all with { Kind = "?" }, "kind assessment.unknown-normalisation");
    }

    [Theory]
    [InlineData(IndicatorDirection.Up, 3, "baseline < 2, but found 3")]
    [InlineData(IndicatorDirection.Down, 1, "baseline > 2, but found 1")]
    public void ABaselineOnTheWrongSide_IsToldWhichSideIsRight(IndicatorDirection direction, int baseline, string told)
    {
        var leaf = Schemes.Leaf("a", 1, direction) with { Normalise = new() { Kind = "target", Target = 2, Baseline = baseline } };

        Assert.Contains(told, Assert.Single(Schemes.Faults(Schemes.Of(leaf))).Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_TheEndsOfEveryRange_AreAllowed()
    {
        Faults((IndicatorDirection?)null, new() { Kind = "interval", Minimum = 1, Low = 1, High = 1, Maximum = 1 });
        Faults((IndicatorDirection?)null, new() { Kind = "interval", Minimum = 2, Low = 1, High = 1, Maximum = 1 }, "low assessment.normalisation-range");
        Faults(new() { Kind = "step", Steps = [new() { Score = 0 }, new() { From = 0, Score = 0 }, new() { From = 1, Score = 1 }] });
        Faults(new() { Kind = "step", Steps = [new() { Score = -0.1m }, new() { From = 0, Score = 0 }, new() { From = 0, Score = 1 }] }, "steps/0/score assessment.normalisation-range", "steps/2/from assessment.step-order");
        Faults(new() { Kind = "step", Steps = [new() { From = 5, Score = 0 }, new() { From = 3, Score = 1 }] }, "steps/0/from assessment.step-first", "steps/1/from assessment.step-order");
        Faults(IndicatorDirection.Down, new() { Kind = "step", Steps = [new() { Score = 1 }, new() { From = 0, Score = 1 }, new() { From = 1, Score = 0 }] });
        Faults(IndicatorDirection.Down, new() { Kind = "step", Steps = [new() { Score = 0 }, new() { From = 0, Score = 1 }] }, "steps/1/score assessment.step-direction");
        Faults(new() { Kind = "target", Target = 1, Baseline = 1 }, "baseline assessment.normalisation-range");
        Faults(IndicatorDirection.Down, new() { Kind = "target", Target = 1, Baseline = 1 }, "baseline assessment.normalisation-range");
        Assert.Equal(["/children/0/direction assessment.direction-missing"], Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1, null))).Select(static finding => $"{finding.Place.Path} {finding.Code}"));
    }

    [Theory]
    [InlineData("fraction-of-maximum")]
    [InlineData("min-max")]
    [InlineData("target")]
    [InlineData("step")]
    [InlineData("rank")]
    [InlineData("percentile-rank")]
    [InlineData("z-score")]
    public void Compile_WithoutADirection_AsksForIt(string kind)
    {
        var how = new NormalisationDefinition { Kind = kind, Target = kind == "target" ? 1 : null, Spread = kind == "z-score" ? 1 : null, Steps = kind == "step" ? [new() { Score = 1 }] : [] };

        Assert.Equal(["/children/0/direction assessment.direction-missing"], Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1, null) with { Normalise = how })).Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        Assert.Empty(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = how })));
    }

    // What only one parameter lacks, or breaks, is said of that one, with what was expected.
    [Theory]
    [InlineData("fraction-of-maximum", "maximum:-1", "maximum > 0, but found -1")]
    [InlineData("min-max", "minimum:3 maximum:2.5", "maximum > 3, but found 2.5")]
    [InlineData("interval", "minimum:2 low:1 high:3 maximum:4", "low >= 2, but found 1")]
    [InlineData("interval", "minimum:0 low:2 high:1.5 maximum:4", "high >= 2, but found 1.5")]
    [InlineData("interval", "minimum:0 low:1 high:2 maximum:1.5", "maximum >= 2, but found 1.5")]
    [InlineData("reference", "reference:1 tolerance:-2", "tolerance > 0, but found -2")]
    [InlineData("z-score", "spread:11", "0 < spread <= 10, but found 11")]
    [InlineData("z-score", "spread:-1", "0 < spread <= 10, but found -1")]
    [InlineData("min-max", "minimum:-1000000000000000000000000001 maximum:1", "-1000000000000000000000000000 <= minimum <= 1000000000000000000000000000, but found -1000000000000000000000000001")]
    [InlineData("min-max", "minimum:1 maximum:79228162514264337593543950335", "<= maximum <= 1000000000000000000000000000, but found 79228162514264337593543950335")]
    [InlineData("target", "target:79228162514264337593543950335", "<= target <= ")]
    [InlineData("target", "target:1 baseline:-79228162514264337593543950335", "<= baseline <= ")]
    [InlineData("interval", "minimum:-79228162514264337593543950335 low:0 high:1 maximum:2", "<= minimum <= ")]
    [InlineData("interval", "minimum:-79228162514264337593543950335 low:-1000000000000000000000000001 high:1 maximum:2", "<= minimum <= ", "<= low <= ")]
    [InlineData("interval", "minimum:0 low:1 high:1000000000000000000000000001 maximum:79228162514264337593543950335", "<= maximum <= ", "<= high <= ")]
    [InlineData("reference", "reference:79228162514264337593543950335 tolerance:1", "<= reference <= ")]
    [InlineData("reference", "reference:1 tolerance:79228162514264337593543950335", "<= tolerance <= ")]
    [InlineData("min-max", "minimum:-1000000000000000000000000000 maximum:1000000000000000000000000000")]
    public void Compile_AParameterOutOfRange_IsToldWhatItShouldBe(string kind, string parameters, params string[] told)
    {
        var values = parameters.Split(' ').Select(static pair => pair.Split(':')).ToDictionary(static pair => pair[0], static pair => Number(pair[1]), StringComparer.Ordinal);
        decimal? Of(string name) => values.TryGetValue(name, out var value) ? value : null;
        var how = new NormalisationDefinition
        {
            Kind = kind, Minimum = Of("minimum"), Maximum = Of("maximum"), Target = Of("target"), Baseline = Of("baseline"), Low = Of("low"), High = Of("high"), Reference = Of("reference"), Tolerance = Of("tolerance"), Spread = Of("spread"),
        };
        var report = Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1, kind is "interval" or "reference" ? null : IndicatorDirection.Up) with { Normalise = how }));

        Assert.All(report, static finding => Assert.Equal("assessment.normalisation-range", finding.Code));
        Assert.Equal(told.Length, report.Count);
        Assert.All(told.Zip(report), static pair => Assert.Contains(pair.First, pair.Second.Message.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fraction-of-maximum")]
    [InlineData("min-max")]
    [InlineData("rank")]
    [InlineData("percentile-rank")]
    [InlineData("z-score")]
    public void Relative_ToNoUnitAtAll_HasNoValue(string kind)
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = new() { Kind = kind, Spread = kind == "z-score" ? 1 : null } }) with { Bands = [new() { Code = "A", From = 50 }, new() { Code = "B" }] });

        Assert.All(scheme.Score(Schemes.Table(["a"], ("x", [null]), ("y", [null]))), static card => Assert.Null(card.Score));
    }
}
