using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tool.Commands.Calendar;

/// <summary>Dates and times as options give them and results show them.</summary>
internal static class CalendarTime
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly OffsetDateTimePattern Output = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFo<Z+HH:mm>");
    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"),
    ];

    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd"),
    ];

    /// <summary>Reads an instant; without an offset it is in Asia/Shanghai, a date alone is its first second.</summary>
    internal static Instant Read(Session session, string option, string text)
    {
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return value.ToInstant();
            }
        }

        foreach (var pattern in Local)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return value.InZoneLeniently(Shanghai).ToInstant();
            }
        }

        throw new UnusableInputException(session.Say(
            $"{option} should be a date and time such as \"2026-02-05T10:00\" or \"2026-02-05T10:00:00+08:00\", but is \"{text}\".",
            $"{option}应为“2026-02-05T10:00”或“2026-02-05T10:00:00+08:00”之类的日期时间，但为“{text}”。"));
    }

    /// <summary>Reads a date.</summary>
    internal static LocalDate ReadDate(Session session, string option, string text) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date)
        ? date
        : throw new UnusableInputException(session.Say(
            $"{option} should be a date such as \"2026-02-05\", but is \"{text}\".", $"{option}应为“2026-02-05”之类的日期，但为“{text}”。"));

    /// <summary>Writes an instant with the offset of a zone.</summary>
    internal static string Text(Instant at, DateTimeZone zone) => Output.Format(at.InZone(zone).ToOffsetDateTime());

    /// <summary>Writes a date.</summary>
    internal static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Writes a date that may be absent.</summary>
    internal static JsonNode? Node(LocalDate? date) => date is { } day ? (JsonNode)Text(day) : null;
}
