using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Statistics;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class FieldworkRatesTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 1, 0);

    [Fact]
    public void PerHourAndPerGridDay_CountOverTime()
    {
        Assert.Equal(new Rate(36_000, 1800), FieldworkRates.PerHour(10, Duration.FromMinutes(30)));
        Assert.Equal(new Rate(10, 21), FieldworkRates.PerGridDay(10, 3, 7));
        Assert.Throws<OverflowException>(() => FieldworkRates.PerHour(long.MaxValue / 3600 + 1, Duration.FromHours(1)));
        Assert.Throws<OverflowException>(() => FieldworkRates.PerGridDay(1, long.MaxValue, 2));
    }

    [Fact]
    public void VisitsMade_LeavesOutWhatCanStillBeMade()
    {
        var coverage = new VisitCoverage { InTime = 5, Late = 2, Missed = 3, Open = 4, Lifted = 6, Extra = 7, HouseholdTimes = 8, PersonTimes = 9, Refused = 1 };

        Assert.Equal(new Rate(7, 10), FieldworkRates.VisitsMade(coverage));
    }

    [Fact]
    public void ReachedInTime_LeavesOutTheLateAndTheMissed()
    {
        var status = new BroadcastStatus { At = At, Households = 10, Reached = 8, Late = 3, Elapsed = Duration.FromHours(1), DueAt = At, End = BroadcastEnd.None };

        Assert.Equal(new Rate(5, 10), FieldworkRates.ReachedInTime(status));
    }

    [Fact]
    public void CellsInTime_CountsACellThatIsOpenAndLateOnce()
    {
        GridCode[] cells = [.. Enumerable.Range(1, 3).Select(static i => GridCode.Parse($"51192110020100{i}"))];
        var status = new CampaignStatus
        {
            At = At, OpenedAt = At, DueAt = At, Cells = 10, Done = 8, People = 0, Elapsed = Duration.Zero, IsClosed = false,
            OpenCells = [cells[0], cells[1]],
            LateCells = [cells[1], cells[2]],
        };

        Assert.Equal(new Rate(7, 10), FieldworkRates.CellsInTime(status));
    }

    [Fact]
    public void Null_IsNamed()
    {
        Assert.Equal("coverage", Assert.Throws<ArgumentNullException>(() => FieldworkRates.VisitsMade(null!)).ParamName);
        Assert.Equal("status", Assert.Throws<ArgumentNullException>(() => FieldworkRates.ReachedInTime(null!)).ParamName);
        Assert.Equal("status", Assert.Throws<ArgumentNullException>(() => FieldworkRates.CellsInTime(null!)).ParamName);
    }
}
