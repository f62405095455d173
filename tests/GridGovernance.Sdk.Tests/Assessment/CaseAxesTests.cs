using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class CaseAxesTests
{
    [Fact]
    public void Count_ByEveryDimension_FindsTheCategories()
    {
        CaseFact[] facts =
        [
            new() { CaseId = "1", Marks = CaseMarks.Reported, Channel = "app", Tier = "daily", Size = "small", Category = "roads", Settlement = "town", Unit = "g1", Department = "d", ReportedOn = new LocalDate(2026, 3, 31) },
            new() { CaseId = "2", Marks = CaseMarks.Reported },
        ];

        Assert.All(
            new[] { (CaseAxes.Channel, "app"), (CaseAxes.Tier, "daily"), (CaseAxes.Size, "small"), (CaseAxes.Category, "roads"), (CaseAxes.Settlement, "town"), (CaseAxes.Unit, "g1"), (CaseAxes.Department, "d"), (CaseAxes.Period(PeriodKind.Quarter), "2026-Q1"), (CaseAxes.Period(PeriodKind.Week), "2026-W14") },
            item => Assert.Equal(["", item.Item2], CrossTable.Count(facts, [item.Item1]).Dimensions[0].Categories.Order(StringComparer.Ordinal)));
        Assert.Equal(["2027-W52", "2026-12", "2026-12-31", "2026"], [Periods.PeriodOf(new LocalDate(2028, 1, 2), PeriodKind.Week), .. new[] { PeriodKind.Month, PeriodKind.Day, PeriodKind.Year }.Select(static kind => Periods.PeriodOf(new LocalDate(2026, 12, 31), kind))]);
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseAxes.Period((PeriodKind)9));
    }
}
