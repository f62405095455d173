using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Lifecycles;

/// <summary><c>gridgov lifecycle check FILE</c>: everything that is wrong or doubtful in a lifecycle, each with its state and the way there.</summary>
internal static class LifecycleCheckCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The lifecycle, or preset: and the code of a published one." };
        var model = new Option<string?>("--model") { Description = "The folder of a model, whose posts, guards and calendar the lifecycle must suit; without it every name is taken as known.", HelpName = "FOLDER" };
        var start = new Option<string?>("--start") { Description = "Also reckon the longest lawful time to closure of a case reported at T.", HelpName = "T" };
        var command = new Command("check", "Analyses a lifecycle: dead ends, states without a deadline, choices that only order decides, guards that never hold, ladders that end in nobody.") { file, model, start };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(file)!, call.GetValue(model), call.GetValue(start)));
    }

    private static int Run(Session session, string file, string? folder, string? start)
    {
        var read = LifecycleFile.Read(session, file);
        var vocabulary = LifecycleFile.Vocabulary(session, read.Value!, folder);
        var report = LifecycleReport.Of(read.Value!, vocabulary);
        var longest = start is { } text && report.Lifecycle is { } lifecycle
            ? LongestClosure.Of(lifecycle, vocabulary.Calendar!, CalendarTime.Read(session, "--start", text), vocabulary)
            : null;
        var findings = read.Locate(report.ToFindings());
        if (session.IsJson)
        {
            WriteJson(session, report, findings, longest, vocabulary.Calendar!);
        }
        else
        {
            FindingOutput.Write(session, findings);
            if (longest is not null)
            {
                session.Result(Describe(session, longest, vocabulary.Calendar!.Zone));
            }
        }

        return findings.Any(static finding => finding.Severity > FindingSeverity.Info) ? ExitCode.Findings : ExitCode.Ok;
    }

    private static void WriteJson(Session session, LifecycleReport report, FindingReport located, LongestClosure? longest, WorkCalendar calendar)
    {
        var findings = new JsonArray();
        for (var i = 0; i < report.Findings.Count; i++)
        {
            // The way to the state is the path that people look for; where it stands in the file is a pointer.
            var finding = FindingOutput.ToJson(located[i], session);
            finding["pointer"] = located[i].Place.Path;
            finding["state"] = report.Findings[i].State;
            finding["path"] = LifecycleFile.ToJson(report.Findings[i].Path);
            finding["lacking"] = new JsonArray([.. report.Findings[i].Lacking.Select(static guard => (JsonNode)guard)]);
            findings.Add((JsonNode)finding);
        }

        session.Result(new JsonObject
        {
            ["valid"] = report.Lifecycle is not null,
            ["key"] = report.Lifecycle?.Key.ToString(),
            ["hash"] = report.Lifecycle?.Key.Hash.ToString(),
            ["findings"] = findings,
            ["coveringPaths"] = new JsonArray([.. report.CoveringPaths.Select(static path => (JsonNode)LifecycleFile.ToJson(path))]),
            ["longest"] = longest is null ? null : new JsonObject
            {
                ["endsAt"] = longest.EndsAt is { } end ? CalendarTime.Text(end, calendar.Zone) : null,
                ["unbounded"] = longest.IsUnbounded,
                ["unknownDay"] = CalendarTime.Node(longest.UnknownDay),
                ["atLeast"] = !longest.IsExact,
                ["path"] = LifecycleFile.ToJson(longest.Path),
            },
        });
    }

    private static string Describe(Session session, LongestClosure longest, DateTimeZone zone) =>
        longest.IsUnbounded ? session.Say($"longest: without end, by {longest.Path}", $"最长合法时间：无上限，路径{longest.Path}")
        : longest.UnknownDay is { } day ? session.Say($"longest: unknown, because no notice covers {CalendarTime.Text(day)}", $"最长合法时间：无法确定，{CalendarTime.Text(day)}尚无放假通知")
        : !longest.IsExact ? session.Say($"longest: at least until {CalendarTime.Text(longest.EndsAt!.Value, zone)}, by {longest.Path}", $"最长合法时间：至少至{CalendarTime.Text(longest.EndsAt!.Value, zone)}，路径{longest.Path}")
        : session.Say($"longest: until {CalendarTime.Text(longest.EndsAt!.Value, zone)}, by {longest.Path}", $"最长合法时间：至{CalendarTime.Text(longest.EndsAt!.Value, zone)}，路径{longest.Path}");
}
