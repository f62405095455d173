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
        var desks = Desks(new StaffBehaviour { LeaveDays = 100 }, people: 8);

        // One minute's work on each of 60 working days: with eight people, somebody is always there.
        Assert.All(WorkingMornings(60), morning => Assert.Equal(
            morning + Duration.FromMinutes(1), desks.Serve(Seat, morning, Duration.FromMinutes(1), Duration.Zero, roundTheClock: false)));
    }

    [Fact]
    public void Serve_TheOnlyOneIsOnLeave_TheCaseWaits()
    {
        var desks = Desks(new StaffBehaviour { LeaveDays = 100 }, people: 1);

        var late = WorkingMornings(60).Count(morning => desks.Serve(Seat, morning, Duration.FromMinutes(1), Duration.Zero, roundTheClock: false) > morning + Duration.FromMinutes(1));
        Assert.InRange(late, 5, 35);
    }

    [Fact]
    public void AvailableFrom_AskedAgainWithinAnAbsence_IsStillTheReturn()
    {
        var asked = new StaffDesk(new StaffBehaviour { LeaveDays = 200 }, DateTimeZone.Utc, Monday, new RandomStreams(1).Stream("a"));
        for (var hour = 0; hour < 5_000; hour++)
        {
            var at = Monday + Duration.FromHours(hour);
            var back = asked.AvailableFrom(at);

            Assert.True(back >= at);
            Assert.Equal(back, asked.AvailableFrom(at));
            Assert.Equal(back, back > at + Duration.FromHours(1) ? asked.AvailableFrom(at + Duration.FromHours(1)) : back);
        }
    }

    [Fact]
    public void Turnover_OneInAThousandYears_StaysWithinTime()
    {
        var behaviour = new StaffBehaviour { TurnoverPermille = 1, LeaveDays = 1 };
        var streams = new RandomStreams(1);

        Assert.All(Enumerable.Range(0, 20_000), i => Assert.True(new StaffDesk(behaviour, DateTimeZone.Utc, Monday, streams.Stream("a", i)).AvailableFrom(Monday) >= Monday));
    }

    [Fact]
    public void Serve_WorkOfTheNight_IsDoneByWhoeverIsRestedInTheMorning()
    {
        var desks = Desks(new StaffBehaviour { FatiguePercentPerHour = 100 }, people: 1);
        var day = desks.Serve(Seat, Monday, Duration.FromHours(2), Duration.Zero, roundTheClock: false)!.Value;

        // The same evening, two hours' work for the next morning: nobody is tired then.
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 4, 0), day);
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 2, 0), desks.Serve(Seat, Instant.FromUtc(2026, 3, 2, 12, 0), Duration.FromHours(2), Duration.Zero, roundTheClock: false));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(1, 200)]
    [InlineData(3, 200)]
    public void WhilePresent_TimeInWhichNobodyIsThere_DoesNotCount(int people, int leaveDays)
    {
        var staff = new StaffBehaviour { LeaveDays = leaveDays, TurnoverPermille = 2_000, VacancyDays = 20 };
        var (desks, streams, minute) = (Desks(staff, people), new RandomStreams(7), Duration.FromMinutes(1));
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

    private static SeatDesks Desks(StaffBehaviour staff, int people) => new(
        SampleCounty.Model.Calendar,
        new CountyRunParameters { From = new LocalDate(2026, 3, 1), To = new LocalDate(2026, 6, 30), Staff = staff, Desks = [new("dispatcher", people)] },
        new RandomStreams(7));
}
