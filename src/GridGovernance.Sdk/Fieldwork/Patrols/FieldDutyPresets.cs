using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Duties as sources name them, for a grid.</summary>
public static class FieldDutyPresets
{
    private static readonly LocalizedText Assessment = new(
        "Assessment of grid assistants, as published: patrol at least an hour a day, key places 100 % every month", "网格协管员考核（公开）：每日巡查不少于1小时，重点场所每月走访率100%");

    private static readonly LocalizedText XCounty = new("X County: weekly meetings of the grid", "X县：网格化周例会制");

    /// <summary>Returns a patrol of at least an hour a day.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="from">The first day.</param>
    /// <returns>The duty.</returns>
    public static FieldDuty DailyPatrol(GridCode grid, LocalDate from) => new()
    {
        Code = "daily-patrol", Name = new LocalizedText("Daily patrol", "每日巡查"), Kind = FieldDutyKind.Patrol, Place = grid, From = from,
        Every = new TimeLimit(1, LimitUnit.CalendarDays), Minutes = 60, Finds = [FindingKind.Contradiction, FindingKind.Risk, FindingKind.HiddenDanger], Source = Assessment,
    };

    /// <summary>Returns the monthly inspection of a key place.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="place">The opaque id of the place; the duty's code ends with it where it has the form of a code, else with its hash.</param>
    /// <param name="from">The first day.</param>
    /// <returns>The duty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="place"/> is null.</exception>
    public static FieldDuty KeyPlaceInspection(GridCode grid, string place, LocalDate from)
    {
        ArgumentNullException.ThrowIfNull(place);
        var end = FieldworkCode.IsOne(place) ? place : ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(place)).ToString()[..12];
        return new()
        {
            Code = "key-place-" + end, Name = new LocalizedText("Inspection of a key place", "重点场所排查"), Kind = FieldDutyKind.Inspection, Place = grid, KeyPlace = place, From = from,
            Every = new TimeLimit(1, LimitUnit.Months), Finds = [FindingKind.Risk, FindingKind.HiddenDanger], Source = Assessment,
        };
    }

    /// <summary>Returns the weekly meeting of a grid (S3-37).</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="from">The first day.</param>
    /// <returns>The duty.</returns>
    public static FieldDuty WeeklyMeeting(GridCode grid, LocalDate from) => new()
    {
        Code = "weekly-meeting", Name = new LocalizedText("Weekly meeting", "网格周例会"), Kind = FieldDutyKind.Meeting, Place = grid, From = from,
        Every = new TimeLimit(7, LimitUnit.CalendarDays), Source = XCounty,
    };
}
