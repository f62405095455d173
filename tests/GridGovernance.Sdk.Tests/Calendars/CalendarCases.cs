using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Random calendars, compiled once with an oracle beside each, and random limits, policies and pauses over them.</summary>
public static class CalendarCases
{
    private const int Calendars = 24;
    private static readonly Lazy<(WorkCalendar Calendar, NaiveOracle Oracle)>[] Pool = [.. Enumerable.Range(0, Calendars).Select(static index => new Lazy<(WorkCalendar, NaiveOracle)>(() => Build(index)))];

    private static readonly EquatableArray<DailyHours>[] Shifts =
    [
        Hours("08:00-12:00", "14:00-18:00"), Hours("09:00-17:00"), Hours("08:30-11:45", "13:10-16:05", "19:00-20:00"),
        Hours("22:00-06:00"), Hours("08:00-16:00", "16:00-24:00", "00:00-08:00"), Hours("20:00-08:00"),
    ];

    public sealed record Case(int CalendarIndex, int StartMinute, TimeLimit Limit, CountingPolicy Policy, EquatableArray<(int From, int Length)> Pauses, TimeLimit? Extension, int Seconds)
    {
        public WorkCalendar Calendar => Pool[CalendarIndex].Value.Calendar;

        internal NaiveOracle Oracle => Pool[CalendarIndex].Value.Oracle;

        public Instant Start => Instant.FromUtc(2023, 12, 20, 0, 0) + Duration.FromMinutes(StartMinute);

        public (Instant From, Instant? To)[] Spans =>
            [.. Pauses.Select(pause => (Start + Duration.FromMinutes(pause.From), pause.Length == 0 ? (Instant?)null : Start + Duration.FromMinutes(pause.From + pause.Length)))];

        public DeadlineLedger Ledger
        {
            get
            {
                var ledger = DeadlineLedger.Start(Limit, Policy, Start);
                foreach (var (from, to) in Spans)
                {
                    ledger = to is { } end ? ledger.PauseBetween(from, end, "cause " + from) : ledger.IsPaused ? ledger : ledger.Pause(from, "open");
                }

                return Extension is { } by ? ledger.Extend(by, Start) : ledger;
            }
        }

        public override string ToString() =>
            $"calendar {CalendarIndex}, {Start} + {Limit} + {Extension} by {Policy.RollOver}/{Policy.DayEnd}/{Policy.HourStart}/{Policy.MonthEnd}/{Policy.CountsStartDay}, pauses {string.Join(", ", Spans)}, {Seconds} s";
    }

    public static Arbitrary<Case> AnyCase() => Arb.ToArbitrary(
        from calendar in Gen.Choose(0, Calendars - 1)
        from start in Gen.Choose(0, 745 * 1440)
        from limit in Limits
        from policy in Policies
        from pauseCount in Gen.Frequency((4, Gen.Constant(0)), (3, Gen.Choose(1, 3)))
        from pauses in Gen.ArrayOf(Pauses, pauseCount)
        from extension in Gen.Frequency((5, Gen.Constant<TimeLimit?>(null)), (1, Limits.Select(static limit => (TimeLimit?)limit)))
        from seconds in Gen.Choose(0, 59)
        select new Case(calendar, start, limit, policy, OneOpen(pauses), extension, seconds));

    internal static EquatableArray<DailyHours> Hours(params string[] texts) => [.. texts.Select(static text => DailyHours.Parse(text, null))];

    private static Gen<TimeLimit> Limits => Gen.Frequency(
        (3, Gen.Choose(0, 40).Select(static n => new TimeLimit(n, LimitUnit.WorkingHours))),
        (2, Gen.Choose(0, 60).Select(static n => new TimeLimit(n, LimitUnit.UrgentHours))),
        (2, Gen.Choose(0, 20).Select(static n => new TimeLimit(n, LimitUnit.WorkingDays))),
        (2, Gen.Choose(0, 90).Select(static n => new TimeLimit(n, LimitUnit.CalendarDays))),
        (1, Gen.Choose(0, 15).Select(static n => new TimeLimit(n, LimitUnit.Months))),
        (1, Gen.Choose(0, 3).Select(static n => new TimeLimit(n, LimitUnit.Years))));

    private static Gen<CountingPolicy> Policies =>
        from roll in Gen.Elements(RollOver.StatutoryHolidaysAndWeekends, RollOver.StatutoryHolidaysAndWeekends, RollOver.StatutoryHolidaysOnly, RollOver.None)
        from end in Gen.Elements(DayEnd.Midnight, DayEnd.CloseOfBusiness)
        from hour in Gen.Elements(HourStart.AtOnce, HourStart.AtOnce, HourStart.NextHour)
        from month in Gen.Elements(MonthEndRule.LastDayOfMonth, MonthEndRule.FirstDayOfNextMonth)
        from counts in Gen.Elements(false, false, true)
        select new CountingPolicy { Code = "any", RollOver = roll, DayEnd = end, HourStart = hour, MonthEnd = month, CountsStartDay = counts };

    // Length 0 is a pause that lasts.
    private static Gen<(int From, int Length)> Pauses =>
        from day in Gen.Choose(-1, 12)
        from minute in Gen.Elements(0, 0, 480, 600, 720, 1080, 1200, 777)
        from length in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 600)), (4, Gen.Choose(1, 5).Select(static days => days * 1440)), (4, Gen.Choose(600, 6000)))
        select ((day * 1440) + minute, length);

    private static EquatableArray<(int From, int Length)> OneOpen((int From, int Length)[] pauses)
    {
        var open = Array.FindIndex(pauses, static pause => pause.Length == 0);
        return [.. pauses.Where((pause, index) => pause.Length > 0 || index == open)];
    }

    internal static (WorkCalendar Calendar, NaiveOracle Oracle) Build(int index)
    {
        var definition = Define(index);
        var calendar = WorkCalendar.Compile(definition, out var report) ?? throw new InvalidOperationException($"Calendar {index}: {report}");
        return (calendar, new NaiveOracle(definition));
    }

    private static CalendarDefinition Define(int index)
    {
        var random = new System.Random(index);
        var small = new CalendarDefinition
        {
            Code = "case-" + index,
            EmbeddedNotices = false,
            Notices = [.. EmbeddedNotices.All.Where(static notice => notice.Year is 2024 or 2025)],
            Hours = Shifts[index % Shifts.Length],
            ObservesHolidays = index == 7 ? false : null,
            WorkingWeekdays = index % 5 == 4 ? [.. Enumerable.Range(1, 7).Select(static day => (IsoDayOfWeek)day)] : null,
            WeekdayHours = index % 7 == 3 ? [new WeekdayHours(IsoDayOfWeek.Friday, Hours("08:00-13:00"))] : [],
            TimeZone = (index % 12) switch { 5 => "America/New_York", 6 => "Asia/Kolkata", 9 => "Europe/London", _ => null },
        };
        return index switch
        {
            0 => small with { Hours = null },
            1 => CalendarDefinition.China,
            _ => small with { Layers = [.. Enumerable.Range(0, random.Next(0, 6)).Select(i => Layer(random, i))] },
        };
    }

    private static CalendarLayer Layer(System.Random random, int index)
    {
        var kind = (LayerKind)random.Next(0, 4);
        return new CalendarLayer { Code = "layer-" + index, Kind = kind, Days = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => Rule(random, kind))] };
    }

    private static CalendarDayRule Rule(System.Random random, LayerKind kind)
    {
        var from = new LocalDate(2024, 1, 1).PlusDays(random.Next(0, 731));
        var effect = kind == LayerKind.Closure ? DayEffect.Closed : (DayEffect)random.Next(0, 4);
        var hours = random.Next(0, 2) == 0 ? Hours("10:00-15:30") : random.Next(0, 2) == 0 ? Hours("06:00-11:00", "13:00-21:00") : Hours("22:00-06:00");
        return new CalendarDayRule
        {
            From = from,
            To = random.Next(0, 3) == 0 ? from.PlusDays(random.Next(0, 10)) : null,
            Effect = effect,
            Hours = effect == DayEffect.Hours || (effect != DayEffect.Holiday && random.Next(0, 2) == 0) ? hours : [],
        };
    }
}
