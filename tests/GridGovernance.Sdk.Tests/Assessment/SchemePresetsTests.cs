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
            ("few", [0.9m, 0.8m, 1, 1, 3, null, null]),
            ("many", [0.9m, 0.8m, 1, 5, 9, 20, 20])));

        Assert.Equal(89m + 1 + 3, cards[0].Score);
        Assert.Equal([1m, 3m, 0m, 0m], cards[0].Adjustments.Select(static adjustment => adjustment.Points));
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
        var year = Compile(SchemePresets.LiujiaoYear).Score(IndicatorTable.Create(["w", "x"], [half.ToColumn("half-year"), end.ToColumn("year-end")]));

        Assert.Equal([88m, 99m], [half[0].Score!.Value, end[0].Score!.Value]);
        Assert.Equal((0.4m * 88) + (0.6m * 99), year[0].Score);
        Assert.Equal("合格", year[0].Grade!.Title.Zh);
        Assert.Null(year[1].Score);
    }

    [Fact]
    public void UrbanOperator_MostCases_EarnAllPoints()
    {
        var scheme = Compile(SchemePresets.UrbanOperator);
        var cards = scheme.Score(Schemes.Table([.. scheme.Indicators], ("a", [200, 1, 1]), ("b", [50, 1, 0.8m])));

        Assert.Equal([100m, 6.25m + 40 + 28], cards.Select(static card => card.Score!.Value));
        Assert.Equal(["A", "C"], cards.Select(static card => card.Grade!.Code));
    }

    private static AssessmentScheme Compile(AssessmentSchemeDefinition definition) => AssessmentScheme.Compile(definition, SchemePresets.Catalogue, out _)!;
}
