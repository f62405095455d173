using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class AdjustmentTests
{
    private static readonly AdjustmentDefinition Bicycles = new() { Code = "bicycles", Indicator = "b", Points = 0.1m, Per = 200, Over = 8300 };
    private static readonly AdjustmentDefinition Wrecks = new() { Code = "wrecks", Indicator = "c", Points = 0.1m, Per = 100 };

    [Fact]
    public void Deductions_JinniuWorkedExamples_ComeOut()
    {
        var card = Score(Base with { Deductions = [Bicycles, Wrecks] }, 1, 9050, 250, 0);

        Assert.Equal([-0.3m, -0.2m], card.Adjustments.Select(static adjustment => adjustment.Points));
        Assert.Equal(99.5m, card.Score);
    }

    [Fact]
    public void Deductions_OfALeaf_EndAtZero()
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.95m),
            new AssessmentNodeDefinition
            {
                Code = "entry",
                Weight = 0.05m,
                Deductions = [new() { Code = "not-updated", Indicator = "b", Points = 2 }, new() { Code = "wrong", Indicator = "c", Points = 1 }],
            });

        Assert.Equal(98m, Score(definition, 1, 1, 0, 0).Score);
        Assert.Equal(97m, Score(definition, 1, 1, 1, 0).Score);
        var card = Score(definition, 1, 2, 9, 0);
        Assert.Equal(95m, card.Score);
        Assert.Equal([-4m, -1m], card.Root.Children[1].Deductions.Select(static deduction => deduction.Points));
        Assert.Equal([4m, 9m], card.Root.Children[1].Deductions.Select(static deduction => deduction.Asked));
        Assert.Null(Score(definition, 1, null, 0, 0).Score);
        Assert.Equal(0m, card.Root.Children[1].Value);
        var redistributed = Score(definition with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Redistribute } }, 0.5m, null, 0, 0);
        Assert.Equal(50m, redistributed.Score);
        Assert.Single(redistributed.Absences);
    }

    [Fact]
    public void OnlineAnswers_ByDays_AreJinniusFormula()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 1, IndicatorDirection.Down) with { Normalise = new() { Kind = "target", Target = 1, Baseline = 2 } }) with { Scale = 10 };

        Assert.Equal([10m, 5m, 0m], new[] { 0.5m, 1.5m, 2.5m }.Select(days => Score(definition, days, 0, 0, 0).Score!.Value));
    }

    [Fact]
    public void Vetoes_ComeLastAndLowerTheScore()
    {
        var definition = Base with
        {
            Bonuses = [new() { Code = "bonus", Indicator = "b", Points = 5 }],
            Vetoes = [new() { Code = "veto", Indicator = "c", Score = 59 }, new() { Code = "graver", Indicator = "d", Over = 2 }],
        };

        Assert.Equal(90m, Score(definition, 0.8m, 2, 0, 2).Score);
        Assert.Equal([10m, -31m, 0m], Score(definition, 0.8m, 2, 1, 0).Adjustments.Select(static adjustment => adjustment.Points));
        Assert.Equal(0m, Score(definition, 0.8m, 2, 1, 3).Score);
        Assert.Equal(40m, Score(definition, 0.4m, 0, 1, 0).Score);
    }

    [Fact]
    public void Deductions_BeforeBonuses_EndAtZero()
    {
        var definition = Base with
        {
            Deductions = [new() { Code = "minus", Indicator = "b", Points = 30, Cap = 50 }],
            Bonuses = [new() { Code = "plus", Indicator = "c", Points = 0.3m, Cap = 1 }],
        };

        Assert.Equal(0.9m, Score(definition, 0.4m, 7, 3, 0).Score);
        Assert.Equal(0.9m, Score(definition, 0.4m, 7, 3.9m, 0).Score);
        Assert.Equal(1m, Score(definition, 0.4m, 7, 4, 0).Score);
        Assert.Equal(51m, Score(definition, 1, 7, 1e20m, 0).Score);
    }

    [Fact]
    public void Absent_WithoutAWordOnIt_GivesNoScore()
    {
        Assert.Null(Score(Base with { Bonuses = [new() { Code = "plus", Indicator = "b", Points = 1 }] }, 1, null, 0, 0).Score);
        Assert.Equal(100m, Score(Base with { Bonuses = [new() { Code = "plus", Indicator = "b", Points = 1, IgnoreAbsent = true }] }, 1, null, 0, 0).Score);
    }

    [Fact]
    public void Compile_Faults_AreReportedWithTheirPaths()
    {
        var report = Schemes.Faults(Base with
        {
            Deductions = [new() { Code = "x", Indicator = "b", Points = 0, Per = 0, Cap = -1, Source = "s" }],
            Bonuses = [new() { Code = "x", Indicator = "?", Points = 0.0000001m }],
            BonusCaps = [new() { Source = "s", Cap = -1 }],
            BonusCap = -2,
            Vetoes = [new() { Code = "", Score = 101 }],
            Bands = [new() { Code = "A" }],
        });

        Assert.Equal(
            [
                "/deductions/0/points assessment.adjustment-range",
                "/deductions/0/per assessment.adjustment-range",
                "/deductions/0/cap assessment.adjustment-range",
                "/deductions/0/source assessment.source-unused",
                "/bonuses/0/code assessment.duplicate-code",
                "/bonuses/0/points assessment.adjustment-range",
                "/bonuses/0/points assessment.points-too-fine",
                "/bonuses/0/indicator assessment.unknown-indicator",
                "/vetoes/0/code assessment.code-missing",
                "/vetoes/0/score assessment.adjustment-range",
                "/bonusCaps/0/cap assessment.adjustment-range",
                "/bonusCaps/0/source assessment.unknown-source",
                "/bonusCap assessment.adjustment-range",
            ],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
    }

    [Fact]
    public void Compile_LimitsAndCaps_ReachToABillionAndSixDecimals()
    {
        const decimal Largest = 1_000_000_000;
        string[] Found(decimal? over, decimal? under, decimal cap) => [.. Schemes.Faults(Base with
        {
            Bonuses = [new() { Code = "x", Indicator = "b", Points = 1, Over = over, Under = under, Source = "s" }],
            BonusCaps = [new() { Source = "s", Cap = cap }],
        }).Select(static finding => $"{finding.Place.Path} {finding.Code}")];

        Assert.Empty(Found(Largest, null, Largest));
        Assert.Empty(Found(-Largest, null, 0));
        Assert.Empty(Found(null, Largest, 0.000001m));
        Assert.Empty(Found(null, -Largest, 1));
        Assert.Equal(["/bonuses/0/over assessment.adjustment-range", "/bonusCaps/0/cap assessment.adjustment-range"], Found(Largest + 1, null, Largest + 1));
        Assert.Equal(["/bonuses/0/over assessment.adjustment-range", "/bonusCaps/0/cap assessment.points-too-fine"], Found(-Largest - 1, null, 0.0000001m));
        Assert.Equal(["/bonuses/0/under assessment.adjustment-range"], Found(null, Largest + 1, 1));
        Assert.Equal(["/bonuses/0/under assessment.adjustment-range"], Found(null, -Largest - 1, 1));
    }

    [Fact]
    public void Compile_BandsBelowTheHighestBonus_LeaveAGap()
    {
        var definition = Base with { Bands = [new() { Code = "A", Below = 105 }], Bonuses = [new() { Code = "x", Indicator = "b", Points = 1, Source = "s" }] };

        Assert.Equal("assessment.band-gap", Assert.Single(Schemes.Faults(definition)).Code);
        Assert.Equal(["105", "∞"], Schemes.Faults(definition)[0].Message.Values);
        Assert.Equal(["105", "110"], Schemes.Faults(definition with { BonusCap = 10 })[0].Message.Values);
        Assert.Equal("assessment.band-end", Assert.Single(Schemes.Faults(definition with { BonusCap = 5 })).Code);
        Assert.Empty(Schemes.Faults(definition with { BonusCap = 4 }));
        Assert.Empty(Schemes.Faults(definition with { BonusCaps = [new() { Source = "s", Cap = 4.9m }] }));
    }

    [Fact]
    public void Compile_StreamsApart_RefuseAdjustments()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 0.5m) with { Assessor = "s" }, Schemes.Leaf("b", 0.5m) with { Assessor = "p" }) with
        {
            Assessors = [new() { Code = "s", Stream = AssessorStream.Superior }, new() { Code = "p", Stream = AssessorStream.Public }],
            Bonuses = [new() { Code = "x", Indicator = "c", Points = 1 }],
        };

        Assert.Equal("assessment.adjustments-without-total", Assert.Single(Schemes.Faults(definition)).Code);
        Assert.Empty(Schemes.Faults(definition with { Streams = StreamMode.Combined }));
    }

    private static AssessmentSchemeDefinition Base => Schemes.Of(Schemes.Leaf("a", 1));

    private static Scorecard Score(AssessmentSchemeDefinition definition, params decimal?[] values)
    {
        var card = Schemes.Compile(definition).Score(Schemes.Table(["a", "b", "c", "d"], ("u", values)))[0];
        Assert.Equal(card.Score ?? 0, card.Contributions.Sum(static leaf => leaf.Points ?? 0) + card.Adjustments.Sum(static adjustment => adjustment.Points));
        return card;
    }

    // Far beyond its limit a value is not divided: 10^27 over a millionth is more than a decimal holds.
    [Fact]
    public void Ask_FarBeyondItsLimit_IsTheLimit()
    {
        var definition = Base with { Bonuses = [new() { Code = "plus", Indicator = "b", Points = 0.3m, Per = 0.000001m, Cap = 1 }] };

        Assert.Equal(1m, Score(definition, 0, 1e27m, 0, 0).Score);
        Assert.Equal(0.9m, Score(definition, 0, 0.000003m, 0, 0).Score);
        Assert.Equal(1m, Score(definition, 0, 0.000004m, 0, 0).Score);
        Assert.Equal(0m, Score(definition, 0, 0.0000009m, 0, 0).Score);
        Assert.Equal(0m, Score(definition, 0, -5, 0, 0).Score);
    }

    [Fact]
    public void Title_OfAnAdjustment_IsItsOwnOrThatOfItsIndicator()
    {
        var own = new LocalizedText("own", "自己");
        var scheme = AssessmentScheme.Compile(
            Schemes.Of(Schemes.Leaf("closure-rate", 1)) with
            {
                Deductions = [new() { Code = "one", Indicator = "rework-rate", Points = 1, Title = own }, new() { Code = "two", Indicator = "rework-rate", Points = 1 }],
                Vetoes = [new() { Code = "three", Indicator = "rework-rate", Title = own }, new() { Code = "four", Indicator = "rework-rate" }],
            },
            out _)!;
        var usual = IndicatorCatalogue.Standard.Find("rework-rate")!.Title;

        Assert.Equal([own, usual, own, usual], scheme.Adjustments.Select(static adjustment => adjustment.Title));
    }

    [Fact]
    public void Bonuses_OfASource_ShareItsCapAndTheTotal()
    {
        var definition = Base with
        {
            Bonuses =
            [
                new() { Code = "one", Indicator = "b", Points = 1, Source = "s" }, new() { Code = "two", Indicator = "c", Points = 1, Source = "s" },
                new() { Code = "three", Indicator = "d", Points = 1, Source = "t" },
            ],
            BonusCaps = [new() { Source = "s", Cap = 5 }],
            BonusCap = 7,
        };

        Assert.Equal([3m, 2m, 2m], Score(definition, 0, 3, 4, 9).Adjustments.Select(static adjustment => adjustment.Points));
        Assert.Equal([5m, 0m, 1m], Score(definition, 0, 9, 4, 1).Adjustments.Select(static adjustment => adjustment.Points));
        Assert.Equal([3m, 4m, 9m], Score(definition, 0, 3, 4, 9).Adjustments.Select(static adjustment => adjustment.Asked));
    }

    // Of a source no more than its bonuses, its cap, and what is left of the cap of all.
    [Theory]
    [InlineData("", "", null, "0")]
    [InlineData("s:3 s:4", "", null, "7")]
    [InlineData("s:3 s:4", "s:5", null, "5")]
    [InlineData("s:3 s:4", "s:7", null, "7")]
    [InlineData("s:3 s:4", "s:9", null, "7")]
    [InlineData("s:3 s:4", "t:1", null, "7")]
    [InlineData("s:3 s:", "", null, null)]
    [InlineData("s:3 s:", "s:5", null, "5")]
    [InlineData("s:3 t:", "s:2", null, null)]
    [InlineData("s:3 t:", "s:2", "4", "4")]
    [InlineData("s:3 t:4", "", "6", "6")]
    [InlineData("s:3 t:4", "", "7", "7")]
    [InlineData("s:3 t:4", "", "8", "7")]
    [InlineData("s:79228162514264337593543950335 s:79228162514264337593543950335", "", null, "2000000000")]
    [InlineData("s:-79228162514264337593543950335 s:1", "s:79228162514264337593543950335", "79228162514264337593543950335", "1")]
    public void MostBonus_OfSourcesAndCaps_ComesOut(string bonuses, string caps, string? all, string? most) => Assert.Equal(Number(most), AdjustmentCompiler.MostBonus(Base with
    {
        Bonuses = EquatableArray.From(Pairs(bonuses).Select(static pair => new AdjustmentDefinition { Code = "x", Points = 1, Source = pair[0], Cap = Number(pair[1]) })),
        BonusCaps = EquatableArray.From(Pairs(caps).Select(static pair => new BonusCapDefinition { Source = pair[0], Cap = Number(pair[1])!.Value })),
        BonusCap = Number(all),
    }));

    [Fact]
    public void Compile_NumbersBeyondAllMeasure_AreReportedAndDoNotOverflow()
    {
        var report = Schemes.Faults(Base with
        {
            Scale = decimal.MinValue,
            Bonuses = [new() { Code = "x", Indicator = "b", Points = decimal.MaxValue, Per = decimal.MinValue, Cap = decimal.MaxValue }, new() { Code = "y", Indicator = "b", Points = 1, Cap = decimal.MaxValue }],
            BonusCap = decimal.MinValue,
        });

        Assert.Equal(
            ["/scale", "/bonuses/0/points", "/bonuses/0/per", "/bonuses/0/cap", "/bonuses/1/cap", "/bonusCap"],
            report.Where(static finding => finding.Code is "assessment.adjustment-range" or "assessment.scale-range").Select(static finding => finding.Place.Path));
    }

    [Fact]
    public void Compile_CapsOfOneSourceTwice_AreRefused() => Assert.Equal(
        ["/bonusCaps/1/source assessment.duplicate-code"],
        Schemes.Faults(Base with { Bonuses = [new() { Code = "x", Indicator = "b", Points = 1, Source = "s" }], BonusCaps = [new() { Source = "s", Cap = 1 }, new() { Source = "s", Cap = 2 }] })
            .Select(static finding => $"{finding.Place.Path} {finding.Code}"));

    [Fact]
    public void Compile_AdjustmentsOfOneStreamAlone_NeedNoOtherTotal() => Assert.Empty(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1) with { Assessor = "s" }) with
    {
        Assessors = [new() { Code = "s", Stream = AssessorStream.Superior }],
        Bonuses = [new() { Code = "x", Indicator = "c", Points = 1 }],
    }));

    private static IEnumerable<string[]> Pairs(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split(':'));

    private static decimal? Number(string? text) => string.IsNullOrEmpty(text) ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
