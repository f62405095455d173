using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Visits;

/// <summary><c>gridgov visits due --model FOLDER --at T</c>: who must be visited, by whom, and what is overdue.</summary>
internal static class VisitsDueCommand
{
    internal static Command Create()
    {
        var model = new Option<string>("--model") { Description = "The folder of the model, with visit-policy.json, visit-subjects.csv, and visits.csv and appointments.csv where there are any.", Required = true, HelpName = "FOLDER" };
        var at = new Option<string>("--at") { Description = "The time asked about; without an offset in Asia/Shanghai.", Required = true, HelpName = "T" };
        var worker = new Option<string?>("--worker") { Description = "Only the visits of a seat, such as grid-worker@511921100201001.", HelpName = "SEAT" };
        var page = new Option<bool>("--page") { Description = "Print the visits of --worker as one page to take along." };
        var command = new Command("due", "Lists the visits that are owed, and who makes them; exit 1 when one is past its interval or nobody makes it.") { model, at, worker, page };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(model)!, CalendarTime.Read(session, "--at", call.GetValue(at)!), call.GetValue(worker), call.GetValue(page)));
    }

    private static int Run(Session session, string folder, Instant at, string? worker, bool page)
    {
        if (page && session.IsJson)
        {
            throw new UnusableInputException(session.Say("--page should come without --json, which holds the same visits, but comes with it.", "--page不应与--json同用，后者含相同走访。"));
        }

        if (page && (worker is null || !Seat.TryParse(worker, out _)))
        {
            throw new UnusableInputException(session.Say("--page should come with --worker and a seat such as grid-worker@511921100201001, but does not.", "--page应与--worker及席位（如grid-worker@511921100201001）同用。"));
        }

        var read = VisitFolder.Read(session, folder, at);
        var on = read.Model.LocalTime(at).Date;
        var assigner = new VisitAssigner(read.Model, read.Policy.Definition.Post);
        var assignments = new Dictionary<GridCode, VisitAssignment>();
        VisitAssignment Assign(GridCode cell) => assignments.TryGetValue(cell, out var known) ? known : assignments[cell] = assigner.AssignmentOf(cell, on);
        var lines = read.Book.Files
            .Select(file => (File: file, State: file.StateOn(on), Assignment: Assign(file.Subject.Cell)))
            .Where(line => worker is null || string.Equals(line.Assignment.Seat?.ToString(), worker, StringComparison.Ordinal))
            .ToArray();
        var owed = lines.Where(static line => Owes(line.State)).OrderBy(static line => line.File.DueOn).ThenBy(static line => line.File.Subject.Id, StringComparer.Ordinal).ToArray();
        if (session.IsJson)
        {
            int Count(VisitState state) => lines.Count(line => line.State == state);
            session.Result(new JsonObject
            {
                ["at"] = CalendarTime.Text(at, read.Model.Calendar.Zone),
                ["subjects"] = lines.Length,
                ["counts"] = new JsonObject([.. Enum.GetValues<VisitState>().Select(state => KeyValuePair.Create(NameOf(state), (JsonNode?)Count(state)))]),
                ["missed"] = lines.Sum(line => (long)line.File.MissedBy(on).Count()),
                ["householdTimes"] = lines.Sum(static line => (long)line.File.Visits.Count),
                ["personTimes"] = lines.Sum(static line => line.File.PersonTimes),
                ["due"] = new JsonArray([.. owed.Select(line => (JsonNode)ToJson(line.File, line.State, line.Assignment))]),
                ["findings"] = new JsonArray([.. read.Findings.Select(finding => (JsonNode)FindingOutput.ToJson(finding, session))]),
            });
        }
        else if (page)
        {
            var plan = new DayPlan { Worker = Seat.Parse(worker!), On = on, Visits = DayPlanVisit.Of(owed.Select(static line => line.File), on) };
            session.Result(DayPlanPage.Print(plan, session.Culture).TrimEnd('\n'));
        }
        else
        {
            foreach (var (file, state, assignment) in owed)
            {
                var subject = file.Subject;
                var by = assignment.Seat?.ToString() ?? session.Say("nobody", "无人");
                session.Result($"{CalendarTime.Text(file.DueOn)}  {SayState(session, state),-7}  {subject.Id}  {subject.Category}{(subject.Risk is null ? "" : "/" + subject.Risk)}  {subject.Cell}  {by}");
            }

            FindingOutput.Note(read.Findings, session);
        }

        var isBehind = owed.Any(static line => line.State is VisitState.Grace or VisitState.Overdue || line.Assignment.Seat is null);
        return isBehind || read.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static bool Owes(VisitState state) => state is VisitState.Due or VisitState.Refused or VisitState.Grace or VisitState.Overdue;

    private static JsonObject ToJson(VisitFile file, VisitState state, VisitAssignment assignment) => new()
    {
        ["subject"] = file.Subject.Id,
        ["category"] = file.Subject.Category,
        ["risk"] = file.Subject.Risk,
        ["cell"] = file.Subject.Cell.ToString(),
        ["state"] = NameOf(state),
        ["opensOn"] = CalendarTime.Text(file.OpensOn),
        ["dueOn"] = CalendarTime.Text(file.DueOn),
        ["graceEndsOn"] = CalendarTime.Text(file.GraceEndsOn),
        ["lastVisitOn"] = file.Visits.Count > 0 ? CalendarTime.Text(file.Visits[^1]) : null,
        ["by"] = assignment.Seat?.ToString(),
        ["person"] = assignment.Person,
        ["gaps"] = new JsonArray([.. assignment.Gaps.Select(static gap => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(gap.Kind.ToString()))]),
    };

    private static string SayState(Session session, VisitState state) => session.Say(NameOf(state), state switch
    {
        VisitState.Overdue => "逾期",
        VisitState.Grace => "补访",
        VisitState.Refused => "曾拒访",
        _ => "应访",
    });

    private static string NameOf(VisitState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
