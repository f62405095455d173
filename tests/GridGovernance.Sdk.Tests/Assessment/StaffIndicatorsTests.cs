using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class StaffIndicatorsTests
{
    [Fact]
    public void Columns_TheArticlesWorkers_GiveItsShare()
    {
        // 841 grid workers, of whom 357 can work with a computer: 42.4 %.
        var staff = Enumerable.Range(0, 841).Select(static i => new StaffFact($"p{i}", i == 840 ? "y" : "x", i < 357 ? StaffMarks.ComputerSkilled : i == 840 ? StaffMarks.Certified | StaffMarks.FullTime | StaffMarks.Trained : StaffMarks.None));
        var columns = StaffIndicators.Columns(["x", "y", "nobody"], staff);

        Assert.Equal(["certificate-rate", "computer-skill-rate", "full-time-rate", "training-rate"], columns.Select(static column => column.Code));
        Assert.Equal([new Rate(357, 840), new Rate(0, 1), new Rate(0, 0)], columns[1].Values.Select(static value => value.Rate!.Value));
        Assert.All([0, 2, 3], column => Assert.Equal(new Rate(1, 1), columns[column].Values[1].Rate));
        Assert.Equal(42.4m, new Rate(357, 841).RoundPercent(1));
        Assert.All(StaffIndicators.Indicators, static indicator => Assert.Equal(IndicatorDirection.Up, IndicatorCatalogue.Standard.Find(indicator.Code)!.Direction));
    }

    [Fact]
    public void Score_CertificatesBesideCases_IsOneScheme()
    {
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("certificate-rate", 0.5m), Schemes.Leaf("response-rate", 0.5m)), out _)!;
        var table = IndicatorTable.FromCases(
            ["x"],
            [new CaseFact { CaseId = "1", Worker = "x", Marks = CaseMarks.ResponseDue | CaseMarks.Responded }, new CaseFact { CaseId = "2", Worker = "x", Marks = CaseMarks.ResponseDue }],
            static fact => fact.Worker,
            [IndicatorCatalogue.Standard.Find("response-rate")!]);
        table = table.WithColumn(StaffIndicators.Columns(table.Units, [new("a", "x", StaffMarks.Certified), new("b", "x", StaffMarks.None)])[0]);

        Assert.Equal(50m, scheme.Score(table).ScoreOf(0));
    }
}
