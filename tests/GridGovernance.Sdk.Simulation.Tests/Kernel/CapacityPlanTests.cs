using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Kernel;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Kernel;

public sealed class CapacityPlanTests
{
    private static readonly LocalTime Eight = new(8, 0);
    private static readonly LocalTime Noon = new(12, 0);

    [Property(MaxTest = 100)]
    public void Weekly_OfAnySpells_AgreesWithACountQuarterByQuarter(ushort[] codes, byte startCode, byte workCode)
    {
        var spells = codes.Take(6).Select(static code => new ShiftSpell(
            (IsoDayOfWeek)((code % 7) + 1), LocalTime.FromMinutesSinceMidnight(code / 7 % 96 * 15), LocalTime.FromMinutesSinceMidnight(code / 673 % 96 * 15), code % 4)).ToArray();
        var plan = CapacityPlan.Weekly(spells);
        var quarters = new int[7 * 96];
        foreach (var spell in spells)
        {
            var from = (((int)spell.Day - 1) * 96) + (spell.From.Hour * 4) + (spell.From.Minute / 15);
            var length = (int)((spell.To.TickOfDay - spell.From.TickOfDay) / NodaConstants.TicksPerMinute / 15);
            length = length <= 0 ? length + 96 : length;
            for (var i = 0; i < length; i++)
            {
                quarters[(from + i) % quarters.Length] += spell.Capacity;
            }
        }

        int At(int quarter) => quarters[quarter % quarters.Length];
        for (var quarter = 0; quarter < 2 * quarters.Length; quarter += 31)
        {
            Assert.Equal(At(quarter), plan.CapacityAt(quarter / 4.0));
            Assert.Equal(At(quarter), plan.CapacityAt((quarter / 4.0) + 0.24));
            var change = Enumerable.Range(quarter + 1, quarters.Length).FirstOrDefault(next => At(next) != At(quarter), -1);
            Assert.Equal(change < 0 ? double.PositiveInfinity : change / 4.0, plan.NextChangeAfter(quarter / 4.0));
        }

        // Three weeks hold the work, or nothing does.
        var (start, work) = (startCode * 3, workCode % 97);
        var (end, left) = (start, work);
        while (left > 0 && end < 200 * quarters.Length)
        {
            left -= At(end++) > 0 ? 1 : 0;
        }

        Assert.Equal(left > 0 ? double.PositiveInfinity : end / 4.0, plan.Finish(start / 4.0, work / 4.0), 1e-9);
    }

    [Fact]
    public void NextChangeAfter_OfAnyMinute_IsLaterAndHasTheNewCapacityInEveryWeek()
    {
        for (var minute = 0; minute < 1_440; minute++)
        {
            var begin = LocalTime.FromMinutesSinceMidnight(minute);
            var plan = CapacityPlan.Weekly(new ShiftSpell(IsoDayOfWeek.Tuesday, begin, begin.PlusMinutes(61), 1), new ShiftSpell(IsoDayOfWeek.Friday, begin, begin.PlusMinutes(7), 2));
            var now = 0.0;
            for (var week = 0; week < 150; week++)
            {
                var tuesday = (168.0 * week) + 24;
                now = Change(plan, now, tuesday + (minute / 60.0), 1);
                now = Change(plan, now, tuesday + ((minute + 61) / 60.0), 0);
                now = Change(plan, now, tuesday + 72 + (minute / 60.0), 2);
                now = Change(plan, now, tuesday + 72 + ((minute + 7) / 60.0), 0);
            }
        }
    }

    [Fact]
    public void NextChangeAfter_OfACalendar_IsLaterAndHasTheNewCapacityInEveryShift()
    {
        EquatableArray<DailyHours> hours = [DailyHours.Parse("08:07-11:41", null), DailyHours.Parse("13:01-17:59", null)];
        var calendar = WorkCalendar.Compile(CalendarDefinition.China with { Hours = hours }, out _)!;
        var plan = CapacityPlan.FromCalendar(calendar, new LocalDate(2024, 1, 1), new LocalDate(2025, 12, 31), 3, 1);
        var now = 0.0;
        for (var day = 0; day < 731; day++)
        {
            foreach (var shift in calendar.Day(new LocalDate(2024, 1, 1).PlusDays(day)).Hours)
            {
                now = Change(plan, now, (24.0 * day) + (shift.FromMinute / 60.0), 3);
                now = Change(plan, now, (24.0 * day) + (shift.ToMinute / 60.0), 1);
            }
        }

        Assert.Equal(731 * 24, plan.NextChangeAfter(now));
    }

    [Fact]
    public void Finish_OfALittleWork_IsNeverBeforeItsStart()
    {
        var plan = CapacityPlan.Weekly(new ShiftSpell(IsoDayOfWeek.Monday, new LocalTime(0, 7), new LocalTime(23, 1), 1));
        for (var start = 0.0; start < 5_000; start += 0.37)
        {
            Assert.InRange(plan.Finish(start, 1e-15), start, double.MaxValue);
        }
    }

    [Fact]
    public void Weekly_WithoutACapacity_NeverChangesAndNeverFinishes()
    {
        var plan = CapacityPlan.Weekly();

        Assert.Equal(0, plan.CapacityAt(1_000));
        Assert.Equal(double.PositiveInfinity, plan.NextChangeAfter(0));
        Assert.Equal(double.PositiveInfinity, plan.Finish(3, 1));
        Assert.Equal(3, plan.Finish(3, 0));
    }

    [Fact]
    public void Finish_OverManyWeeks_SkipsThemWhole()
    {
        var plan = CapacityPlan.Weekly(new ShiftSpell(IsoDayOfWeek.Monday, Eight, Noon, 2));

        Assert.Equal((168 * 999) + 12, plan.Finish(0, 4_000));
        Assert.Equal((168 * 1_000) + 8.5, plan.Finish(0, 4_000.5));
        Assert.Equal((168 * 1_000) + 9, plan.Finish(9, 4_000));
    }

    [Fact]
    public void FromCalendar_OverAHoliday_IsOpenInItsWorkingHours()
    {
        // New Year's Day of 2026 is a Thursday, its Friday is off, and the Sunday is worked instead.
        var plan = CapacityPlan.FromCalendar(WorkCalendar.China, new LocalDate(2025, 12, 31), new LocalDate(2026, 1, 4), 5, 1);
        var day = WorkCalendar.China.Day(new LocalDate(2025, 12, 31)).Hours[0];

        Assert.Equal(1, plan.CapacityAt(0));
        Assert.Equal(5, plan.CapacityAt(day.FromMinute / 60.0));
        Assert.Equal(1, plan.CapacityAt(24 + 10));
        Assert.Equal(1, plan.CapacityAt(48 + 10));
        Assert.Equal(5, plan.CapacityAt(96 + 10));
        Assert.Equal(0, plan.CapacityAt(5 * 24));
        Assert.Equal(120, plan.NextChangeAfter(119));
        Assert.Equal(double.PositiveInfinity, plan.NextChangeAfter(120));
        Assert.Equal(double.PositiveInfinity, plan.Finish(0, 121));
        Assert.Equal(120, plan.Finish(0, 120));
    }

    [Fact]
    public void Plan_OutsideOfWhatItKnows_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => CapacityPlan.FromCalendar(WorkCalendar.China, new LocalDate(2050, 1, 1), new LocalDate(2050, 1, 2), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityPlan.FromCalendar(WorkCalendar.China, new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityPlan.FromCalendar(WorkCalendar.China, new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 1), 1, 2));
        Assert.Throws<ArgumentException>(() => CapacityPlan.Weekly(new ShiftSpell(IsoDayOfWeek.None, Eight, Noon, 1)));
        Assert.Throws<ArgumentException>(() => CapacityPlan.Weekly(new ShiftSpell(IsoDayOfWeek.Monday, Eight, Noon, -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityPlan.Weekly().CapacityAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityPlan.Weekly().Finish(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityPlan.Weekly().Finish(double.NaN, 1));
    }

    [Fact]
    public void TravelSpeed_TakesTheDetour()
    {
        var onFoot = new TravelSpeed(4, 1.25);

        Assert.Equal(1.25, onFoot.HoursOver(4_000));
        Assert.Equal(5.0 * 1.25 / 4_000, onFoot.HoursBetween(new PlanePoint(1, 1), new PlanePoint(4, 5)));
        Assert.Equal(0, default(TravelSpeed).HoursOver(0));
        Assert.Equal(double.PositiveInfinity, new TravelSpeed(0, 1).HoursOver(1));
    }

    private static double Change(CapacityPlan plan, double now, double expected, int capacity)
    {
        var next = plan.NextChangeAfter(now);
        Assert.True(next > now);
        Assert.Equal(expected, next, 1e-6);
        Assert.Equal(capacity, plan.CapacityAt(next));
        return next;
    }
}
