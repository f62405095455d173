using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridGovernance.Sdk.Calendars;

/// <summary>One stretch of working hours on a day (工作时间), such as <c>08:00-12:00</c>; a night shift runs into the next day: <c>22:00-06:00</c>.</summary>
/// <remarks>
/// <para>A shift belongs to the day on which it begins. <c>00:00-24:00</c> is the whole day.</para>
/// <para>Equality is by both ends. The default value is the empty stretch <c>00:00-00:00</c>, which no calendar accepts.
/// This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct DailyHours : IParsable<DailyHours>
{
    private const int MinutesPerDay = 1440;
    private const int LastMinute = 2 * MinutesPerDay;

    /// <summary>Creates a stretch of working hours.</summary>
    /// <param name="fromMinute">Minutes from midnight to its beginning, 0..2879; from 1440 on it is what is left of a night shift after midnight.</param>
    /// <param name="toMinute">Minutes from the same midnight to its end: later than the beginning, at most a day later, at most 2880.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is outside its range.</exception>
    public DailyHours(int fromMinute, int toMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromMinute);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(toMinute, fromMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toMinute, Math.Min(fromMinute + MinutesPerDay, LastMinute));
        FromMinute = fromMinute;
        ToMinute = toMinute;
    }

    /// <summary>Gets the minutes from midnight to the beginning.</summary>
    public int FromMinute { get; }

    /// <summary>Gets the minutes from the same midnight to the end; more than 1440 where it runs into the next day.</summary>
    public int ToMinute { get; }

    /// <summary>Reads working hours from their text.</summary>
    /// <param name="s">Two times of day with a hyphen, such as <c>14:00-18:00</c>; an end that is not later than the beginning is on the next day,
    /// and hours from 24 on are of the next day too.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The hours.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is no such text, or both times are the same.</exception>
    public static DailyHours Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var result)
            ? result
            : throw new FormatException($"Working hours were expected as two different times of day, such as \"08:00-12:00\", but were \"{s}\".");
    }

    /// <summary>Tries to read working hours from their text.</summary>
    /// <param name="s">Two times of day with a hyphen.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The hours, or the default.</param>
    /// <returns>True when they were.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DailyHours result)
    {
        result = default;
        if (s is not { Length: 11 } || s[5] != '-' || !TryReadTime(s.AsSpan(0, 5), out var from) || !TryReadTime(s.AsSpan(6), out var to) || from == to)
        {
            return false;
        }

        to = to > from ? to : to + MinutesPerDay;
        if (to <= from || to - from > MinutesPerDay || to > LastMinute)
        {
            return false;
        }

        result = new DailyHours(from, to);
        return true;
    }

    /// <summary>Returns the text that <see cref="Parse"/> reads.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var to = ToMinute <= MinutesPerDay || FromMinute >= MinutesPerDay ? ToMinute : ToMinute - MinutesPerDay;
        return string.Create(CultureInfo.InvariantCulture, $"{FromMinute / 60:00}:{FromMinute % 60:00}-{to / 60:00}:{to % 60:00}");
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, out int minute)
    {
        minute = 0;
        if (text[2] != ':' || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[3]) || !char.IsAsciiDigit(text[4]))
        {
            return false;
        }

        var (hours, minutes) = (((text[0] - '0') * 10) + text[1] - '0', ((text[3] - '0') * 10) + text[4] - '0');
        minute = (hours * 60) + minutes;
        return minutes < 60 && minute <= LastMinute;
    }
}
