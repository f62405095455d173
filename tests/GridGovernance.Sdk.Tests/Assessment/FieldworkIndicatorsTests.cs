using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Statistics;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class FieldworkIndicatorsTests
{
    [Fact]
    public void Columns_PoolTheCountsOfEachUnit()
    {
        FieldworkFact[] facts =
        [
            new("a") { Visits = new Rate(9, 10), Reached = new Rate(30, 31), Collected = new Rate(1, 1), Duties = new Rate(28, 30) },
            new("a") { Visits = new Rate(1, 10) }, new("b") { Visits = new Rate(1, 2) }, new("elsewhere") { Visits = new Rate(0, 5) },
        ];
        var columns = FieldworkIndicators.Columns(["a", "b", "c"], facts);

        Assert.Equal(FieldworkIndicators.Indicators.Select(static one => one.Code), columns.Select(static one => one.Code));
        Assert.Equal([IndicatorValue.Of(new Rate(10, 20)), IndicatorValue.Of(new Rate(1, 2)), IndicatorValue.Of(default(Rate))], columns[0].Values);
        Assert.Equal([IndicatorValue.Of(new Rate(30, 31)), IndicatorValue.Of(new Rate(1, 1)), IndicatorValue.Of(new Rate(28, 30))], columns.Skip(1).Select(static column => column.Values[0]));
    }

    [Fact]
    public void DutiesKept_AreTheCyclesKeptOverAll()
    {
        var duty = FieldDutyPresets.DailyPatrol(GridCode.Parse("1"), new LocalDate(2026, 1, 1));
        FieldDutyCycleState Cycle(int done) => new(duty.From, duty.From, 1, done, 0, 0);

        Assert.Equal(new Rate(2, 3), FieldworkFact.DutiesKept([new FieldDutyCompliance(duty, [Cycle(1), Cycle(0)]), new FieldDutyCompliance(duty, [Cycle(1)])]));
        Assert.False(FieldworkFact.DutiesKept([]).IsDefined);
    }
}
