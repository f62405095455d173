using NodaTime.Text;

namespace GridGovernance.Sdk.Calendars;

/// <summary>The State Council's notices for 2007–2026 that the assembly carries, each with the address of its paper.</summary>
internal static class EmbeddedNotices
{
    private const string Resource = "GridGovernance.Sdk.Calendars.Notices.notices.txt";
    private static readonly Lazy<EquatableArray<HolidayNotice>> Notices = new(Read);

    /// <summary>Gets the notices, in the order in which they were given.</summary>
    internal static EquatableArray<HolidayNotice> All => Notices.Value;

    private static EquatableArray<HolidayNotice> Read()
    {
        using var stream = typeof(EmbeddedNotices).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var notices = new List<HolidayNotice>();
        var days = new List<HolidayNoticeDay>();
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["notice", var year, var knownFrom, var paper]:
                    Close();
                    notices.Add(new HolidayNotice
                    {
                        Year = int.Parse(year, System.Globalization.CultureInfo.InvariantCulture),
                        EffectiveFrom = string.Equals(knownFrom, "-", StringComparison.Ordinal) ? null : LocalDatePattern.Iso.Parse(knownFrom).Value,
                        Papers = [paper],
                    });
                    break;
                case ["off", var name, var first, var last]:
                    var end = LocalDatePattern.Iso.Parse(last).Value;
                    for (var date = LocalDatePattern.Iso.Parse(first).Value; date <= end; date = date.PlusDays(1))
                    {
                        days.Add(new HolidayNoticeDay(name, date, true));
                    }

                    break;
                case ["work", var name, var day]:
                    days.Add(new HolidayNoticeDay(name, LocalDatePattern.Iso.Parse(day).Value, false));
                    break;
                default:
                    break;
            }
        }

        Close();
        return EquatableArray.From(notices);

        void Close()
        {
            if (notices.Count > 0)
            {
                notices[^1] = notices[^1] with { Days = EquatableArray.From(days) };
                days.Clear();
            }
        }
    }
}
