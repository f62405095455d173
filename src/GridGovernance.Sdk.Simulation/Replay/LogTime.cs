using GridGovernance.Sdk.Interchange.Values;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>Times as logs have them: as our own files do, and as databases and spreadsheets export them, the year first.</summary>
internal static class LogTime
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly LocalDateTimePattern[] Exported =
    [
        .. new[] { "uuuu'-'M'-'d H':'mm", "uuuu'-'M'-'d H':'mm':'ss;FFFFFFFFF", "uuuu'/'M'/'d H':'mm", "uuuu'/'M'/'d H':'mm':'ss;FFFFFFFFF" }
            .Select(LocalDateTimePattern.CreateWithInvariantCulture),
    ];

    /// <summary>Reads an instant of the years 1 to 8999; null for anything else, such as a date alone or one that begins with the day.</summary>
    internal static Instant? Read(string text)
    {
        if (InstantText.TryParse(text, out var at))
        {
            return at;
        }

        foreach (var pattern in Exported)
        {
            if (pattern.Parse(text).TryGetValue(default, out var local) && local.Year is >= 1 and <= 8999)
            {
                return local.InZoneLeniently(Shanghai).ToInstant();
            }
        }

        return null;
    }
}
