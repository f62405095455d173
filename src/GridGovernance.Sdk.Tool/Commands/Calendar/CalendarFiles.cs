using System.CommandLine;
using System.Text.Json;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool.Commands.Calendar;

/// <summary>The option <c>--calendar FILE</c>: notices that a year is known by, and at most one calendar of a county's own.</summary>
internal static class CalendarFiles
{
    /// <summary>Creates the option.</summary>
    internal static Option<string[]> CreateOption() => new("--calendar")
    {
        Description = "A holiday notice (year, papers, days) to know a year by, or a calendar.json to use instead of mainland China's; may be repeated.",
        HelpName = "FILE",
        DefaultValueFactory = static _ => [],
    };

    /// <summary>Compiles the calendar of a call.</summary>
    /// <param name="session">The call.</param>
    /// <param name="files">The files.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="UnusableInputException">A file cannot be read, or together they make no calendar.</exception>
    internal static WorkCalendar Compile(Session session, string[] files)
    {
        CalendarDefinition? own = null;
        ReadResult<CalendarDefinition>? source = null;
        var notices = new List<(string File, HolidayNotice Notice)>();
        foreach (var file in files)
        {
            var content = InputFile.Read(session, file);
            if (IsNotice(content))
            {
                var notice = HolidayNoticeReader.Read(content, out var problems);
                Refuse(session, file, problems);
                notices.Add((file, notice!));
            }
            else if (own is not null)
            {
                throw new UnusableInputException(session.Say(
                    $"\"{file}\" should be a holiday notice, because \"{source!.File}\" is the calendar already, but has no \"year\" and \"days\".",
                    $"“{file}”应为放假通知（“{source.File}”已是日历），但没有“year”和“days”。"));
            }
            else
            {
                source = GovernanceJson.Read<CalendarDefinition>(content, file);
                Refuse(session, file, source.Report);
                own = source.Value;
            }
        }

        var definition = own ?? CalendarDefinition.China;
        var calendar = WorkCalendar.Compile(definition with { Notices = [.. definition.Notices, .. notices.Select(static item => item.Notice)] }, out var report);
        if (calendar is null)
        {
            var fault = report.First(static finding => finding.Severity == FindingSeverity.Error);
            throw new UnusableInputException(Describe(session, Locate(fault, source, definition.Notices.Count, notices)));
        }

        foreach (var finding in report)
        {
            var text = Describe(session, Locate(finding, source, definition.Notices.Count, notices));
            session.Note(new LocalizedText(text, text));
        }

        return calendar;
    }

    private static bool IsNotice(byte[] content)
    {
        try
        {
            var text = content.AsMemory();
            using var document = JsonDocument.Parse(
                text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text, new JsonDocumentOptions { MaxDepth = GovernanceJson.MaxDepth });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && (root.TryGetProperty("year", out _) || root.TryGetProperty("days", out _) || root.TryGetProperty("papers", out _));
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // A name that is no text: the reader says where.
            return true;
        }
    }

    // The notices of files stand behind those of the calendar: a finding names the file that the host gave.
    private static Finding Locate(Finding finding, ReadResult<CalendarDefinition>? source, int ownNotices, List<(string File, HolidayNotice Notice)> notices)
    {
        if (finding.Place.Path is { } path && path.StartsWith("/notices/", StringComparison.Ordinal))
        {
            var parts = path.Split('/', 4);
            var index = int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) - ownNotices;
            if (index >= 0)
            {
                return finding with { Place = new FindingPlace { File = notices[index].File, Path = parts.Length > 3 ? "/" + parts[3] : "" } };
            }
        }

        return source?.Locate(new FindingReport([finding]))[0] ?? finding;
    }

    private static void Refuse(Session session, string file, FindingReport report)
    {
        if (report.HasErrors)
        {
            var finding = report.First(static item => item.Severity == FindingSeverity.Error);
            throw new UnusableInputException(Describe(session, finding.Place.File is null ? finding with { Place = finding.Place with { File = file } } : finding));
        }
    }

    private static string Describe(Session session, Finding finding) => $"{finding.Place}: {finding.Message.ToString(session.Culture)}";
}
