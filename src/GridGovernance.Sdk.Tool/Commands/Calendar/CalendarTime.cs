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

    // What the library computes with; a date far outside has no instant at all.
    private static readonly Instant First = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>Reads an instant; without an offset it is in Asia/Shanghai, a date alone is its first second.</summary>
    internal static Instant Read(Session session, string option, string text)
    {
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return InRange(session, option, text, value.Year is >= 0 and <= 9000 ? value.ToInstant() : End);
            }
        }

        foreach (var pattern in Local)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return InRange(session, option, text, value.Year is >= 0 and <= 9000 ? value.InZoneLeniently(Shanghai).ToInstant() : End);
            }
        }

        throw new UnusableInputException(session.Say(
            $"{option} should be a date and time such as \"2026-02-05T10:00\" or \"2026-02-05T10:00:00+08:00\", but is \"{text}\".",
            $"{option}应为“2026-02-05T10:00”或“2026-02-05T10:00:00+08:00”之类的日期时间，但为“{text}”。"));
    }

    /// <summary>Reads a date.</summary>
    internal static LocalDate ReadDate(Session session, string option, string text) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) && date.Year is >= 1 and <= 8999
        ? date
        : throw new UnusableInputException(session.Say(
            $"{option} should be a date such as \"2026-02-05\", of the years 1 to 8999, but is \"{text}\".", $"{option}应为“2026-02-05”之类的日期（公元1至8999年），但为“{text}”。"));

    private static Instant InRange(Session session, string option, string text, Instant at) => at >= First && at < End
        ? at
        : throw new UnusableInputException(session.Say(
            $"{option} should be within the years 1 to 8999, but is \"{text}\".", $"{option}应在公元1至8999年之内，但为“{text}”。"));

    /// <summary>Writes an instant with the offset of a zone.</summary>
    internal static string Text(Instant at, DateTimeZone zone) => Output.Format(at.InZone(zone).ToOffsetDateTime());

    /// <summary>Writes a date.</summary>
    internal static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Writes a date that may be absent.</summary>
    internal static JsonNode? Node(LocalDate? date) => date is { } day ? (JsonNode)Text(day) : null;
}
