using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

public class SeatDesksTests
{
    private static readonly Seat Seat = new("dispatcher", "511921");
    private static readonly Instant Start = new LocalDate(2026, 3, 1).AtStartOfDayInZone(SampleCounty.Model.Calendar.Zone).ToInstant();
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 2, 0); // 10:00 in China

    [Fact]
    public void Serve_SomebodyIsOnLeave_TheOthersOfTheSeatServe()
    {
        // One minute's work on each of 60 working days: with eight people, somebody is always there.
        Instant[] mornings = [.. WorkingMornings(60)];
        var ends = Play(new StaffBehaviour { LeaveDays = 100 }, people: 8).Ends([.. mornings.Select(static morning => new DeskAsk(morning, 1))]);

        Assert.Equal(mornings.Select(static morning => (Instant?)(morning + Duration.FromMinutes(1))), ends);
    }

    [Fact]
    public void Serve_TheOnlyOneIsOnLeave_TheCaseWaits()
    {
        Instant[] mornings = [.. WorkingMornings(60)];
        var ends = Play(new StaffBehaviour { LeaveDays = 100 }, people: 1).Ends([.. mornings.Select(static morning => new DeskAsk(morning, 1))]);

        Assert.InRange(mornings.Zip(ends).Count(static one => one.Second > one.First + Duration.FromMinutes(1)), 5, 35);
    }

    [Fact]
    public void Turnover_OneInAThousandYears_StaysWithinTime()
    {
        var behaviour = new StaffBehaviour { TurnoverPermille = 1, LeaveDays = 1 };
        var streams = new RandomStreams(1);

        Assert.All(Enumerable.Range(0, 20_000), i => Assert.True(new StaffDesk(behaviour, DateTimeZone.Utc, Monday, streams.Stream("a", i)).PresenceFrom(Monday).From >= Monday));
    }

    [Fact]
    public void Serve_WorkOfTheNight_IsDoneByWhoeverIsRestedInTheMorning()
    {
        var ends = Play(new StaffBehaviour { FatiguePercentPerHour = 100 }, people: 1)
            .Ends(new DeskAsk(Monday, 120), new DeskAsk(Instant.FromUtc(2026, 3, 2, 12, 0), 120));

        // The same evening, two hours' work for the next morning: nobody is tired then.
        Assert.Equal([Instant.FromUtc(2026, 3, 2, 4, 0), Instant.FromUtc(2026, 3, 3, 2, 0)], ends);
    }

    [Fact]
    public void RoundTheClock_InterruptsWhatIsBegun_AndDelaysAllThatWaits()
    {
        var morning = Instant.FromUtc(2026, 3, 2, 0, 0);
        DeskAsk[] asked = [new(morning, 240), new(Later(1), 240), new(Later(5), 240, RoundTheClock: true), new(Later(6), 60)];

        // Five minutes of the first, the urgent one until 12:05, then the rest in turn: from 14:00 to 18:00 and on the next day from 8:00 to 12:00.
        Assert.Equal([At(2, 17, 55), At(3, 11, 55), At(2, 12, 5), At(3, 14, 55)], Neutral(1).Ends(asked).Select(static at => at!.Value.InZone(SampleCounty.Model.Calendar.Zone).LocalDateTime));

        Instant Later(int minutes) => morning + Duration.FromMinutes(minutes);
        static LocalDateTime At(int day, int hour, int minute) => new(2026, 3, day, hour, minute);
    }

    [Fact]
    public void RoundTheClock_OfTwoPeople_OnlyOneIsInterrupted()
    {
        var ends = Neutral(2).Ends(new DeskAsk(Monday, 60), new DeskAsk(Monday + Duration.FromMinutes(10), 60), new DeskAsk(Monday + Duration.FromMinutes(20), 30, RoundTheClock: true));

        // Whoever has begun last has put least into it.
        Assert.Equal([60, 100, 50], ends.Select(static at => (int)(at!.Value - Monday).TotalMinutes));
    }

    [Fact]
    public void Urged_IsNext_AndNobodyWorksFaster()
    {
        DeskAsk[] asked = [new(Monday, 30), new(Monday, 30), new(Monday, 30), new(Monday, 30)];
        var ends = Neutral(1).Ends([.. asked[..3], asked[3] with { UrgedAt = Monday + Duration.FromMinutes(10) }]);

        Assert.Equal([30, 90, 120, 60], ends.Select(static at => (int)(at!.Value - Monday).TotalMinutes));
        Assert.Equal([30, 60, 90, 120], Neutral(1).Ends(asked).Select(static at => (int)(at!.Value - Monday).TotalMinutes));
    }

    [Fact]
    public void Busy_WhatIsNotDoneByTheEnd_CountsAsFarAsItIs()
    {
        var play = Neutral(1);
        play.Ends(new DeskAsk(Monday, 30), new DeskAsk(Monday, 1_000), new DeskAsk(Monday, 1_000), new DeskAsk(Monday + Duration.FromMinutes(60), 20, RoundTheClock: true));
        var unfinished = Neutral(1);
        unfinished.Until = Monday + Duration.FromMinutes(90);
        unfinished.Ends(new DeskAsk(Monday, 30), new DeskAsk(Monday, 1_000), new DeskAsk(Monday, 1_000), new DeskAsk(Monday + Duration.FromMinutes(60), 20, RoundTheClock: true));

        Assert.Equal(Duration.FromMinutes(2_050), play.Desks.Busy[Seat.Post]);
        Assert.Equal(Duration.FromMinutes(90), unfinished.Desks.Busy[Seat.Post]);
    }

    [Property(MaxTest = 200)]
    public void OneDesk_OnAnyWork_GoesMinuteByMinute((byte At, byte Minutes, byte Kind, byte Urged)[] drawn, bool isOftenAway)
    {
        var staff = isOftenAway ? new StaffBehaviour { TurnoverPermille = 5_000, VacancyDays = 1, LeaveDays = 100, LearningDays = 0 } : new StaffBehaviour();
        DeskAsk[] asked = [.. drawn.OrderBy(static one => one.At).Select(static one => new DeskAsk(
            Monday + Duration.FromMinutes(60 * one.At), 1 + (one.Minutes % 90), one.Kind % 4 == 0, one.Kind % 4 > 1 ? Monday + Duration.FromMinutes((60 * one.At) + 1 + one.Urged) : null))];

        Assert.Equal(MinuteByMinute(asked, new StaffDesk(staff, SampleCounty.Model.Calendar.Zone, Start, new RandomStreams(7).Stream("staff/" + Seat))), Play(staff, 1).Ends(asked));
    }

    [Fact]
    public void Fatigue_OfWhatIsInterrupted_IsOfWhatWasWorked()
    {
        var ends = Play(new StaffBehaviour { FatiguePercentPerHour = 100 }, people: 1).Ends(new DeskAsk(Monday, 120), new DeskAsk(Monday + Duration.FromMinutes(60), 30, RoundTheClock: true));

        // After an hour's work half an hour takes an hour, until noon; the other hour is from 14:00 on.
        Assert.Equal([Instant.FromUtc(2026, 3, 2, 7, 0), Instant.FromUtc(2026, 3, 2, 4, 0)], ends);
    }

    [Fact]
    public void AServiceOfDecades_IsNeverDone()
    {
        var play = new DeskPlay(Seat, new CountyRunParameters { From = new LocalDate(2026, 3, 1), To = new LocalDate(2026, 6, 30), Desks = [new("dispatcher", 1)], Duties = new DutyBehaviour { Post = Seat.Post, VisitMinutes = 480 } });

        Assert.Equal([null, null], play.Ends(new DeskAsk(Monday, 14_400_000), new DeskAsk(Monday, 1)));
    }

    // Who is there takes up, of what waits: what runs round the clock, what was begun, what was urged first, what came first; and leaves for the first of these what is none.
    private static List<Instant?> MinuteByMinute(DeskAsk[] asked, StaffDesk desk)
    {
        var (left, ends, begun) = (asked.Select(static one => one.Minutes).ToArray(), new Instant?[asked.Length], new bool[asked.Length]);
        int? hand = null;
        for (var at = Monday; left.Any(static minutes => minutes > 0); at += Duration.FromMinutes(1))
        {
            hand = hand is { } held && left[held] == 0 ? null : hand;
            int[] waiting = [.. Enumerable.Range(0, asked.Length).Where(i => left[i] > 0 && asked[i].At <= at)];
            if (waiting.Length == 0)
            {
                continue;
            }

            var next = waiting.MinBy(i => (asked[i].RoundTheClock ? 0 : begun[i] ? 1 : asked[i].UrgedAt <= at ? 2 : 3, asked[i].UrgedAt <= at && !begun[i] ? asked[i].UrgedAt!.Value : Instant.MinValue, i));
            if (desk.IsPresent(at) && (hand is not { } now || (asked[next].RoundTheClock && !asked[now].RoundTheClock)))
            {
                hand = next;
                begun[next] = true;
            }

            if (hand is { } one && (asked[one].RoundTheClock || SampleCounty.Model.Calendar.WorkingTimeBetween(at, at + Duration.FromMinutes(1)).Length > Duration.Zero))
            {
                ends[one] = --left[one] == 0 ? at + Duration.FromMinutes(1) : null;
            }
        }

        return [.. ends];
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(1, 200)]
    [InlineData(3, 200)]
    public void WhilePresent_TimeInWhichNobodyIsThere_DoesNotCount(int people, int leaveDays)
    {
        var staff = new StaffBehaviour { LeaveDays = leaveDays, TurnoverPermille = 2_000, VacancyDays = 20 };
        var (desks, streams, minute) = (Play(staff, people).Desks, new RandomStreams(7), Duration.FromMinutes(1));
        StaffDesk[] alone = [.. Enumerable.Range(0, people).Select(i => new StaffDesk(staff, SampleCounty.Model.Calendar.Zone, Start, streams.Stream("staff/" + Seat, i)))];
        var waited = 0;
        for (var day = 90; day >= 0; day -= 7)
        {
            // Minute by minute, whoever is there.
            var (from, left, at) = (Monday + Duration.FromDays(day), 36 * 60, Monday + Duration.FromDays(day));
            for (; left > 0; at += minute)
            {
                left -= alone.Any(desk => desk.PresenceFrom(at).From == at) ? 1 : 0;
            }

            waited += at > from + Duration.FromHours(36) ? 1 : 0;
            Assert.Equal(at, desks.WhilePresent(Seat, from, Duration.FromHours(36), Instant.MaxValue));
            Assert.True(desks.WhilePresent(Seat, from, Duration.FromHours(36), from) is var soon && (soon == at || (soon > from && soon < at)));
        }

        Assert.InRange(waited, 1, people == 1 ? 13 : 8);
    }

    [Fact]
    public void PresenceFrom_AskedInAnyOrder_IsTheSame()
    {
        var staff = new StaffBehaviour { LeaveDays = 200, TurnoverPermille = 3_000, VacancyDays = 5 };
        StaffDesk Desk() => new(staff, DateTimeZone.Utc, Monday, new RandomStreams(1).Stream("a"));
        var (forth, back, hours) = (Desk(), Desk(), Enumerable.Range(0, 3_000).Select(static hour => Monday + Duration.FromHours(hour)).ToArray());

        Assert.Equal(hours.Select(forth.PresenceFrom), hours.Reverse().Select(back.PresenceFrom).Reverse());
        Assert.All(hours, at => Assert.True(forth.PresenceFrom(at) is var (from, until) && from >= at && until > from));
    }

    private static IEnumerable<Instant> WorkingMornings(int days) => Enumerable.Range(0, days).Select(static day => Monday + Duration.FromDays(day))
        .Where(static at => SampleCounty.Model.Calendar.IsWorkingDay(at.InUtc().Date) == true);

    private static DeskPlay Neutral(int people) => Play(new StaffBehaviour(), people);

    private static DeskPlay Play(StaffBehaviour staff, int people) =>
        new(Seat, new CountyRunParameters { From = new LocalDate(2026, 3, 1), To = new LocalDate(2026, 6, 30), Staff = staff, Desks = [new("dispatcher", people)] });
}
