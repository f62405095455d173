using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class SchemePresetsTests
{
    [Fact]
    public void All_Compile_WithoutFindings_AndSurviveTheirFile()
    {
        foreach (var preset in SchemePresets.All)
        {
            Assert.NotNull(AssessmentScheme.Compile(preset, SchemePresets.Catalogue, out var report));
            Assert.Empty(report);
            Assert.Equal(preset, GovernanceJson.Read<AssessmentSchemeDefinition>(GovernanceJson.Write(preset), "x").Value);
        }
    }

    // disposed 0.9, on time 0.8, reworked 0.1, overdue 0.05, extended 0.2: 27 + 16 + 18 + 19 + 8.
    [Fact]
    public void Jinniu_ItsFormulaAndItsWorkedExamples_ComeOut()
    {
        var scheme = Compile(SchemePresets.Jinniu);
        Assert.Equal(
            ["disposal-rate", "on-time-disposal-rate", "rework-rate", "overdue-rate", "extension-rate", "shared-bicycles", "abandoned-vehicles"], scheme.Indicators);
        var cards = scheme.Score(Schemes.Table(
            [.. scheme.Indicators],
            ("uncounted", [0.9m, 0.8m, 0.1m, 0.05m, 0.2m, null, null]),
            ("counted", [0.9m, 0.8m, 0.1m, 0.05m, 0.2m, 9050, 250]),
            ("within", [1, 1, 0, 0, 0, 8300, 99])));

        Assert.Equal([88m, 88m - 0.3m - 0.2m, 100m], cards.Select(static card => card.Score!.Value));
        Assert.Equal([-0.3m, -0.2m], cards[1].Adjustments.Select(static adjustment => adjustment.Points));

        var online = Compile(SchemePresets.JinniuOnline).Score(Schemes.Table(["online-cycle-days"], ("a", [0.5m]), ("b", [1.5m]), ("c", [3])));
        Assert.Equal([10m, 5m, 0m], online.Select(static card => card.Score!.Value));
    }

    [Theory]
    [InlineData("urban-supervisor", 1, 0, 1, 1.0, 100, "A")]
    [InlineData("urban-supervisor", 0.75, 0.25, 0.75, 0.75, 75, "B")]
    [InlineData("urban-supervisor", 1, 1, 0, 1.0, 60, "C")]
    [InlineData("urban-supervisor", 0.4, 0.6, 0.4, 0.4, 40, "D")]
    [InlineData("urban-supervisor", 0.9, 1, 0, 0.0, 36, "E")]
    [InlineData("urban-shift-lead", 1, 0.5, 0.9, null, 76.5, "B")]
    [InlineData("urban-dispatcher", 10, 0.5, 0.2, null, 48, "D")]
    [InlineData("jungar-hotline", 0.9, 0.8, 0.6, null, 76, null)]
    public void Presets_ByHand_ComeOut(string code, double first, double second, double third, double? fourth, double score, string? grade)
    {
        var scheme = Compile(SchemePresets.All.Single(preset => preset.Code == code));
        decimal?[] values = [(decimal)first, (decimal)second, (decimal)third, .. fourth is { } last ? new decimal?[] { (decimal)last } : []];
        var card = scheme.Score(Schemes.Table([.. scheme.Indicators], ("a", values)))[0];

        Assert.Equal((decimal)score, card.Score);
        Assert.Equal(grade, card.Grade?.Code);
    }

    [Fact]
    public void Hecun_Bonuses_AreCappedBySourceAndInAll()
    {
        var scheme = Compile(SchemePresets.Hecun);
        var cards = scheme.Score(Schemes.Table(
            [.. scheme.Indicators],
            ("few", [45, 24, 20, 1.5m, 0.5m, null, null]),
            ("many", [45, 24, 20, 5, 9, 20, 20]),
            ("poor", [10, 20, 5, null, null, null, null])));

        Assert.Equal(89m + 1.5m + 0.5m, cards[0].Score);
        Assert.Equal(35m, Math.Round(cards[2].Score!.Value, 12));
        Assert.Equal([1.5m, 0.5m, 0m, 0m], cards[0].Adjustments.Select(static adjustment => adjustment.Points));
        Assert.Equal(99m, cards[1].Score);
        Assert.Equal([2m, 4m, 4m, 0m], cards[1].Adjustments.Select(static adjustment => adjustment.Points));
        Assert.Equal([5m, 9m, 20m, 20m], cards[1].Adjustments.Select(static adjustment => adjustment.Asked));
    }

    [Fact]
    public void Liujiao_TwoPeriods_MakeTheYear()
    {
        var period = Compile(SchemePresets.LiujiaoPeriod);
        var half = period.Score(Schemes.Table([.. period.Indicators], ("w", [90, 80, 100]), ("x", [50, 50, null])));
        var end = period.Score(Schemes.Table([.. period.Indicators], ("w", [100, 100, 90]), ("x", [60, 60, 60])));
        var year = Compile(SchemePresets.LiujiaoYear).Score(IndicatorTable.Create(
            ["w", "x"],
            [
                half.ToColumn("half-year-superior", AssessorStream.Superior), half.ToColumn("half-year-public", AssessorStream.Public),
                end.ToColumn("year-end-superior", AssessorStream.Superior), end.ToColumn("year-end-public", AssessorStream.Public),
                new("bonus-one", [IndicatorValue.Of(1m), IndicatorValue.Missing]), new("bonus-two", [IndicatorValue.Of(1m), IndicatorValue.Missing]),
            ]));

        Assert.Equal([88m, 99m], [half[0].Score!.Value, end[0].Score!.Value]);
        Assert.Equal((0.4m * 88) + (0.6m * 99) + 3, Math.Round(year[0].Score!.Value, 12));
        Assert.Equal([1m, 2m], year[0].Adjustments.Select(static adjustment => adjustment.Points));
        Assert.Equal("优秀", year[0].Grade!.Title.Zh);
        Assert.Null(year[1].Score);

        // Superiors gave 78 of 90 and 90 of 90, residents 100 and 90: both stay in sight.
        Assert.Equal([Math.Round((0.4m * 7800 / 90) + 60, 12), 94m], year[0].Streams.Select(static stream => Math.Round(stream.Score!.Value, 12)));
    }

    [Fact]
    public void UrbanOperator_MostCases_EarnAllPoints()
    {
        var scheme = Compile(SchemePresets.UrbanOperator);
        var cards = scheme.Score(Schemes.Table([.. scheme.Indicators], ("a", [200, 1, 1]), ("b", [50, 1, 0.8m])));

        Assert.Equal([100m, 6.25m + 40 + 28], cards.Select(static card => card.Score!.Value));
        Assert.Equal(["A", "C"], cards.Select(static card => card.Grade!.Code));
    }

    // Number by number what 6.1 and the sources print: weights, maxima, ends of grades, caps.
    [Theory]
    [InlineData("jinniu", "disposal-rate 0.3/1 on-time-disposal-rate 0.2/1 rework-rate 0.2/1 overdue-rate 0.2/1 extension-rate 0.1/1", "", "bicycles 0.1 per 200 over 8300; vehicles 0.1 per 100")]
    [InlineData("jinniu-online", "online-cycle-days 1/1..2", "", "")]
    [InlineData("hecun-2023", "operation 0.5/50 performance-of-duty 0.3/30 worker-performance 0.2/20", "", "township-bonus 0.01 per 0.01 of 2; city-bonus 0.01 per 0.01 of 4; prefecture-bonus 0.01 per 0.01 of 8; province-bonus 0.01 per 0.01 of 10; all 10")]
    [InlineData("urban-supervisor", "valid-report-rate 0.4/1 missed-report-rate 0.2/1 on-time-verification-rate 0.2/1 on-time-check-rate 0.2/1", "A 90 B 75 C 60 D 40 E", "")]
    [InlineData("urban-operator", "accepted-cases 0.25/ on-time-verification-dispatch-rate 0.4/1 on-time-check-dispatch-rate 0.35/1", "A 90 B 75 C 60 D 40 E", "")]
    [InlineData("urban-shift-lead", "on-time-filing-rate 0.25/1 accurate-filing-rate 0.4/1 on-time-closure-rate 0.35/1", "A 90 B 75 C 60 D 40 E", "")]
    [InlineData("urban-dispatcher", "dispatched-cases 0.2/ on-time-dispatch-rate 0.4/1 accurate-dispatch-rate 0.4/1", "A 90 B 75 C 60 D 40 E", "")]
    [InlineData("liujiao-period", "departments-score 0.6/100 communities-score 0.3/100 residents-score 0.1/100", "", "")]
    [InlineData("liujiao-year", "half-year 0.4[half-year-superior 0.9/100 half-year-public 0.1/100] year-end 0.6[year-end-superior 0.9/100 year-end-public 0.1/100]", "excellent 95 qualified 80 barely-qualified 60 unqualified", "bonus-one 1; bonus-two 2")]
    [InlineData("jungar-hotline", "response-rate 0.3/1 resolution-rate 0.35/1 satisfaction-rate 0.35/1", "", "")]
    public void Presets_EveryNumber_IsTheSources(string code, string leaves, string bands, string adjustments)
    {
        var preset = SchemePresets.All.Single(preset => preset.Code == code);

        Assert.Equal(leaves, string.Join(' ', preset.Children.Select(Tell)));
        Assert.Equal(bands, string.Join(' ', preset.Bands.Select(static band => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{band.Code} {band.From}").TrimEnd())));
        Assert.Equal(adjustments, string.Join("; ", (string[])[.. preset.Deductions.Concat(preset.Bonuses).Select(TellPoints), .. preset.BonusCap is { } all ? new[] { $"all {all}" } : []]));
        Assert.Equal(code == "jinniu-online" ? 10m : null, preset.Scale);
        Assert.Equal(AggregateKind.Arithmetic, preset.Aggregate);
        Assert.Empty(preset.Vetoes);

        static string Tell(AssessmentNodeDefinition node) => node.Normalise is null
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{node.Code} {node.Weight}[{string.Join(' ', node.Children.Select(Tell))}]")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{node.Code} {node.Weight}/{node.Normalise.Maximum ?? node.Normalise.Target}{(node.Normalise.Baseline is { } baseline ? $"..{baseline}" : "")}");

        string TellPoints(AdjustmentDefinition item)
        {
            var cap = preset.BonusCaps.FirstOrDefault(cap => cap.Source == item.Source)?.Cap;
            return string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{item.Code} {item.Points}{(item.Per is { } per ? $" per {per}" : "")}{(item.Over is { } over ? $" over {over}" : "")}{(cap is null ? "" : $" of {cap}")}");
        }
    }

    private static AssessmentScheme Compile(AssessmentSchemeDefinition definition) => AssessmentScheme.Compile(definition, SchemePresets.Catalogue, out _)!;
}
