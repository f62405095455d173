using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.TestKit;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>The engine against <see cref="NaiveOracle"/>, and the laws of its arithmetic.</summary>
public sealed class WorkCalendarProperties
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Property(MaxTest = 20_000, Arbitrary = [typeof(CalendarCases)])]
    public void Due_OfAnyLedger_IsTheOracles(CalendarCases.Case item)
    {
        static TimeLimit InMonths(TimeLimit limit) => limit.Unit == LimitUnit.Years ? new TimeLimit(limit.Amount * 12, LimitUnit.Months) : limit;
        IReadOnlyList<TimeLimit> limits = item.Extension is not { } extension || extension.Amount == 0 ? [item.Limit]
            : (InMonths(item.Limit), InMonths(extension)) is var (limit, by) && by.Unit == limit.Unit ? [new TimeLimit(limit.Amount + by.Amount, by.Unit)]
            : [item.Limit, extension];

        Assert.Equal(item.Oracle.Due(item.Start, limits, item.Policy, item.Spans), item.Ledger.Due(item.Calendar));
    }

    [Property(MaxTest = 5_000, Arbitrary = [typeof(CalendarCases)])]
    public void Due_OfAnyLedger_IsNeitherBeforeItsStartNorInsideAPause(CalendarCases.Case item)
    {
        if (item.Ledger.Due(item.Calendar) is { IsKnown: true, At: var due })
        {
            Assert.True(due >= item.Start);
            Assert.True(item.Limit is { IsInHours: true, Amount: 0 } || !item.Spans.Any(pause => pause.From < due && (pause.To is null || due < pause.To)));
        }
    }

    [Property(MaxTest = 5_000, Arbitrary = [typeof(CalendarCases)])]
    public void Due_AfterALongerPause_IsNotEarlier(CalendarCases.Case item)
    {
        var shorter = item.Spans.Where(static pause => pause.To is not null).ToList();
        if (shorter.Count == 0)
        {
            return;
        }

        DueDate Due(Duration more)
        {
            var ledger = DeadlineLedger.Start(item.Limit, item.Policy, item.Start);
            ledger = shorter.Skip(1).Aggregate(ledger, static (some, pause) => some.PauseBetween(pause.From, pause.To!.Value, "cause"));
            ledger = ledger.PauseBetween(shorter[0].From, shorter[0].To!.Value + more, "cause");
            return (item.Extension is { } by ? ledger.Extend(by, item.Start) : ledger).Due(item.Calendar);
        }

        var (before, after) = (Due(Duration.Zero), Due(Duration.FromMinutes(1 + (item.Seconds * 37))));
        Assert.False(before.IsKnown && after.IsKnown && after.At < before.At);
    }

    [Property(MaxTest = 20_000, Arbitrary = [typeof(CalendarCases)])]
    public void LatestStart_OfAnyLimit_IsTheLastThatIsInTime(CalendarCases.Case item)
    {
        var (calendar, policy, until) = (item.Calendar, item.Policy, item.Start);
        var start = calendar.LatestStart(until, item.Limit, policy);
        if (item.Limit.IsInHours && policy.HourStart == HourStart.AtOnce)
        {
            Assert.Equal(item.Oracle.LatestStartInHours(until, item.Limit), start);
        }

        if (start.IsKnown)
        {
            var (due, next) = (calendar.Due(start.At, item.Limit, policy), calendar.Due(start.At + Second, item.Limit, policy));
            Assert.True(due.At <= until, $"{due} is after {until}.");
            Assert.True(!next.IsKnown || next.At > until, $"{start} could be later: {next}.");
        }
        else
        {
            Assert.Equal('U', item.Oracle.Kind(start.UnknownDay!.Value));
        }
    }

    [Property(MaxTest = 5_000, Arbitrary = [typeof(CalendarCases)])]
    public void Due_SomeSecondsLater_IsShiftedByThemInWorkingTime(CalendarCases.Case item)
    {
        if (item.Limit is not { IsInHours: true, Amount: > 0 } || item.Policy.HourStart != HourStart.AtOnce || item.Extension is not null || item.Ledger.Due(item.Calendar) is not { IsKnown: true } due)
        {
            return;
        }

        bool Runs(Instant at) => !item.Spans.Any(pause => pause.From <= at && (pause.To is null || pause.To > at))
            && (item.Limit.Unit == LimitUnit.UrgentHours || item.Oracle.Works(at));

        var later = item.Ledger.StartAt(item.Start + Duration.FromSeconds(item.Seconds)).Due(item.Calendar);
        var expected = due.At;
        while (Runs(item.Start) && item.Seconds > 0 && !Runs(expected))
        {
            expected += Duration.FromMinutes(1);
            if (item.Limit.Unit == LimitUnit.WorkingHours && !item.Oracle.IsKnown(expected))
            {
                return;
            }

            if (item.Spans.Any(pause => pause.To is null && pause.From <= expected))
            {
                Assert.True(later.IsStopped);
                return;
            }
        }

        Assert.Equal(Runs(item.Start) ? expected + Duration.FromSeconds(item.Seconds) : due.At, later.At);
    }

    [Property(MaxTest = 5_000, Arbitrary = [typeof(CalendarCases)])]
    public void SubtractWorkingTime_OfWhatWasAdded_ReturnsTheWorkingInstant(CalendarCases.Case item)
    {
        var (calendar, start) = (item.Calendar, item.Start + Duration.FromSeconds(item.Seconds));
        var time = Duration.FromMinutes(item.Limit.Amount * 7) + Duration.FromSeconds(item.Seconds);
        if (calendar.IsWorkingTime(start) == true && calendar.AddWorkingTime(start, time) is { IsKnown: true, At: var end })
        {
            Assert.Equal(start, calendar.SubtractWorkingTime(end, time).At);
            Assert.Equal(time, calendar.WorkingTimeBetween(start, end).Length);
            Assert.Equal(-time, calendar.WorkingTimeBetween(end, start).Length);
        }

        Assert.Equal(item.Oracle.IsKnown(item.Start) ? item.Oracle.Works(item.Start) : null, calendar.IsWorkingTime(item.Start));
    }

    [Property(MaxTest = 3_000, Arbitrary = [typeof(CalendarCases)])]
    public void Explain_OfAnyLedger_HasNoGapAndSumsExactly(CalendarCases.Case item)
    {
        var explanation = item.Ledger.Explain(item.Calendar);
        var at = item.Start;
        foreach (var interval in explanation.Intervals)
        {
            Assert.Equal(at, interval.From);
            Assert.True(interval.To > interval.From);
            at = interval.To;
        }

        if (explanation.Due is { IsKnown: true, At: var due })
        {
            TimeLimit[] limits = item.Extension is { } by ? [item.Limit, by] : [item.Limit];
            Assert.Equal(due, at);
            Assert.Equal(Duration.FromHours(limits.Where(static limit => limit.IsInHours).Sum(static limit => limit.Amount)), explanation.CountedHours);
            if (limits.All(static limit => limit.Unit < LimitUnit.Months))
            {
                Assert.Equal(limits.Where(static limit => !limit.IsInHours).Sum(static limit => limit.Amount), explanation.CountedDays);
            }
        }
    }

    [Property(MaxTest = 2_000, Arbitrary = [typeof(CalendarCases)])]
    public void ShareUsed_OfAnyLedger_RisesFromNothingToOne(CalendarCases.Case item)
    {
        var ledger = item.Ledger;
        if (ledger.Due(item.Calendar) is not { IsKnown: true, At: var due } || due <= item.Start || ledger.ShareUsed(item.Calendar, due) is not { } atDue)
        {
            return;
        }

        Assert.Equal(1m, atDue);
        Assert.Equal(0m, ledger.ShareUsed(item.Calendar, item.Start - Second));
        var half = item.Start + ((due - item.Start) / 2);
        Assert.InRange(ledger.ShareUsed(item.Calendar, half)!.Value, 0m, 1m);
        if (item.Limit.Amount > 0 && !ledger.IsPaused && ledger.ReachesShare(item.Calendar, 0.8m) is { IsKnown: true, At: var warn })
        {
            Assert.True(ledger.ShareUsed(item.Calendar, warn) >= 0.8m);
            Assert.True(warn == due || ledger.ShareUsed(item.Calendar, warn - Second) < 0.8m);
        }
    }
}
