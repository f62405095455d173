using System.Globalization;
using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>What other systems are known to get wrong.</summary>
public sealed class KnownFailureTests
{
    private static readonly WorkCalendar China = WorkCalendar.China;

    [Fact]
    public void AWeekendPause_IsNotCountedTwice() => // the weekend stops the clock once, not once more for the pause
        Assert.Equal(At("2026-03-09T18:00"), Hours(16, "2026-03-06T08:00").PauseBetween(At("2026-03-07T00:00"), At("2026-03-09T00:00"), "cause").Due(China).At);

    [Fact]
    public void APause_IsNotLostWhenTheLimitChanges()
    {
        var paused = Hours(8, "2026-03-02T08:00").PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T10:00"), "cause");

        Assert.Equal(At("2026-03-03T15:00"), paused.ChangeLimit(new TimeLimit(12, LimitUnit.WorkingHours), At("2026-03-02T11:00")).Due(China).At);
        Assert.Single(paused.ChangeLimit(new TimeLimit(12, LimitUnit.WorkingHours), At("2026-03-02T11:00")).Changes);
    }

    [Theory]
    [InlineData("2026-03-02T20:00", "2026-03-03T10:00")]
    [InlineData("2026-03-02T06:00", "2026-03-02T10:00")]
    [InlineData("2026-03-07T11:00", "2026-03-09T10:00")]
    [InlineData("2026-02-20T11:00", "2026-02-24T10:00")]
    public void ACaseOpenedOutOfHours_RunsFromTheNextOpening(string start, string due) => Assert.Equal(At(due), Hours(2, start).Due(China).At);

    [Fact]
    public void APauseOnAHoliday_AddsNothing() =>
        Assert.Equal(Hours(16, "2026-04-30T14:00").Due(China), Hours(16, "2026-04-30T14:00").PauseBetween(At("2026-05-01T00:00"), At("2026-05-06T00:00"), "cause").Due(China));

    [Fact]
    public void ALunchBreak_IsNotSkippedOver() => Assert.Equal(At("2026-03-02T14:30"), Hours(1, "2026-03-02T11:30").Due(China).At);

    [Theory]
    [InlineData("2011-12-30T17:00", "2011-12-31T09:00")] // the Saturday is worked by the notice for 2012
    [InlineData("2018-12-28T17:00", "2018-12-29T09:00")] // the Saturday is worked by the notice for 2019
    [InlineData("2018-12-29T17:00", "2019-01-02T09:00")] // the Monday is off by the notice for 2019
    public void DecemberDays_FollowTheNextYearsNotice(string start, string due) => Assert.Equal(At(due), Hours(2, start).Due(China).At);

    [Fact]
    public void FortyEightHours_ThatBecomeSixDays_AreExplained()
    {
        var explanation = China.Explain(At("2026-02-12T08:00"), new TimeLimit(48, LimitUnit.WorkingHours), CountingPolicy.CivilCode);

        Assert.Equal(At("2026-02-26T18:00"), explanation.Due.At); // six days: 12, 13, the makeup Saturday 14, 24, 25 and 26
        Assert.Equal(Duration.FromHours(48), explanation.CountedTime);
        Assert.Contains(explanation.Intervals, static item => item.Kind == IntervalKind.Lunch);
        Assert.Contains(explanation.Intervals, static item => item.Kind == IntervalKind.Night);
        var english = explanation.ToString(CultureInfo.InvariantCulture);
        Assert.Contains("holiday \"春节\" (notice https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)", english, StringComparison.Ordinal);
        Assert.Contains("2026-02-12 08:00:00 – 2026-02-12 12:00:00  counted      04:00:00  working time\n", english, StringComparison.Ordinal);
        Assert.Contains("Time counted: 48:00:00\n", english, StringComparison.Ordinal);
        var chinese = explanation.ToString(CultureInfo.GetCultureInfo("zh-CN"));
        Assert.Contains("“春节”放假", chinese, StringComparison.Ordinal);
        Assert.Contains("午休", chinese, StringComparison.Ordinal);
        Assert.Contains("计入时间合计：48:00:00\n", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_OfCalendarDays_NamesStartDayDaysAndRollOver()
    {
        var explanation = China.Explain(At("2025-12-17T10:00"), new TimeLimit(15, LimitUnit.CalendarDays), CountingPolicy.CivilCode);

        Assert.Equal(15, explanation.CountedDays);
        Assert.Equal(Duration.FromDays(15), explanation.CountedTime);
        Assert.Equal(IntervalKind.StartDay, explanation.Intervals[0].Kind);
        Assert.Equal(IntervalKind.RollOver, explanation.Intervals[^1].Kind);
        Assert.False(explanation.Intervals[^1].IsCounted);
        Assert.Equal(explanation.Due.At, explanation.Intervals[^1].To);
    }

    [Fact]
    public void Explain_OfAPause_NamesItsCause()
    {
        var explanation = Hours(4, "2026-03-02T08:00").PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T20:00"), "awaiting expert opinion").Explain(China);
        var pauses = explanation.Intervals.Where(static item => item.Kind == IntervalKind.Pause).ToList();

        Assert.Equal(2, pauses.Count); // before and after lunch: only what would have counted
        Assert.All(pauses, static pause => Assert.Contains("awaiting expert opinion", pause.Reason.ToString(), StringComparison.Ordinal));
        Assert.Equal(Duration.FromHours(7), pauses.Aggregate(Duration.Zero, static (sum, item) => sum + (item.To - item.From)));
        Assert.Equal(Duration.FromHours(4), explanation.CountedTime);
    }

    [Fact]
    public void Explain_UpToAnUnknownDay_EndsThereAndSaysSo()
    {
        var explanation = China.Explain(At("2026-12-31T16:00"), new TimeLimit(8, LimitUnit.WorkingHours), CountingPolicy.CivilCode);

        Assert.Equal(At("2027-01-01T00:00"), explanation.Intervals[^1].To);
        Assert.Contains("no notice covers \"2027-01-01\"", explanation.ToString(), StringComparison.Ordinal);
    }

    private static DeadlineLedger Hours(int hours, string start) => DeadlineLedger.Start(new TimeLimit(hours, LimitUnit.WorkingHours), CountingPolicy.CivilCode, At(start));
}
