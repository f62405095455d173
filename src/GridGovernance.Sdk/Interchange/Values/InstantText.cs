using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Interchange.Values;

/// <summary>Instants as they stand in a file: a date and time with an offset; without one it is of Asia/Shanghai.</summary>
/// <remarks>This type is safe to share between threads.</remarks>
public static class InstantText
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"),
    ];

    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
    ];

    private static readonly OffsetDateTimePattern Output = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>");

    /// <summary>Reads an instant of the years 1 to 8999.</summary>
    /// <param name="text">The text, such as <c>2026-01-05T09:00</c> or <c>2026-01-05T09:00:30+08:00</c>.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is anything else.</exception>
    public static Instant Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var at) ? at : throw new FormatException($"Expected a date and time such as \"2026-01-05T09:00\", but found \"{text}\".");
    }

    /// <summary>Tries to read an instant of the years 1 to 8999.</summary>
    /// <param name="text">The text, such as <c>2026-01-05T09:00</c> or <c>2026-01-05T09:00:30+08:00</c>.</param>
    /// <param name="at">The instant, when it was one.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out Instant at)
    {
        if (text is null)
        {
            at = default;
            return false;
        }

        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                at = IsUsable(value.Date) ? value.ToInstant() : default;
                return IsUsable(value.Date);
            }
        }

        foreach (var pattern in Local)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                at = IsUsable(value.Date) ? value.InZoneLeniently(Shanghai).ToInstant() : default;
                return IsUsable(value.Date);
            }
        }

        at = default;
        return false;
    }

    /// <summary>Writes an instant in the time of Asia/Shanghai, with its offset.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The text, which <see cref="TryParse"/> reads back.</returns>
    public static string Write(Instant at) => Output.Format(at.InZone(Shanghai).ToOffsetDateTime());

    // A margin of a day keeps every offset within what calendars compute with.
    private static bool IsUsable(LocalDate date) => date >= new LocalDate(1, 1, 3) && date <= new LocalDate(8999, 12, 29);
}
