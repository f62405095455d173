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
