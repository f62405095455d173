using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tool.Commands.Campaign;

/// <summary><c>gridgov campaign status EVENTS.jsonl</c>: how far a collection campaign is, which cells are late, and how fast it goes.</summary>
internal static class CampaignStatusCommand
{
    internal static Command Create()
    {
        var events = new Argument<string>("EVENTS.jsonl") { Description = "The log of the campaign, one line an event; gridgov schema campaign-events describes a line." };
        var at = new Option<string?>("--at") { Description = "The time asked about; the last event when absent. Without an offset in Asia/Shanghai.", HelpName = "T" };
        var digits = new Option<int?>("--digits") { Description = "Also sums the cells up by the first N characters of their codes, such as 12 for villages.", HelpName = "N" };
        var command = new Command("status", "Says how many cells are done, which are late and how fast it goes; exit 1 when a cell is open or late.") { events, at, digits };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(events)!, call.GetValue(at), call.GetValue(digits)));
    }

    private static int Run(Session session, string file, string? time, int? digits)
    {
        if (digits is < 1 or > GridCode.MostCharacters)
        {
            throw new UnusableInputException(session.Say($"--digits should be 1 to {GridCode.MostCharacters}, but is {digits}.", $"--digits应为1至{GridCode.MostCharacters}，但为{digits}。"));
        }

        var read = GovernanceLines.Read<CampaignEntry>(InputFile.Read(session, file), file);
        var campaign = CampaignLog.Compile(InputFile.ValueOf(session, read), WorkCalendar.China, out var report);
        var located = read.Locate(report);
        InputFile.Refuse(session, located);
        var at = time is null ? campaign!.ChangedAt : CalendarTime.Read(session, "--at", time);
        if (at < campaign!.OpenedAt)
        {
            throw new UnusableInputException(session.Say(
                $"--at should be no earlier than the beginning at {Text(campaign.OpenedAt)}, but is.", $"--at不应早于开始时间{Text(campaign.OpenedAt)}。"));
        }

        var status = campaign.StatusAt(at);
        EquatableArray<CampaignProgress> units = digits is { } length ? campaign.ProgressBy(cell => cell.Truncate(Math.Min(length, cell.Length)), at) : [];
        var perHour = FieldworkRates.PerHour(status.People, status.Elapsed);
        if (session.IsJson)
        {
            session.Result(new JsonObject
            {
                ["campaign"] = campaign.Plan.Id,
                ["openedAt"] = Text(status.OpenedAt),
                ["dueAt"] = Text(status.DueAt),
                ["at"] = Text(status.At),
                ["cells"] = status.Cells,
                ["done"] = status.Done,
                ["open"] = Codes(status.OpenCells),
                ["late"] = Codes(status.LateCells),
                ["firstCell"] = status.FirstCell?.ToString(),
                ["firstAfter"] = Text(status.FirstAfter),
                ["allAfter"] = Text(status.AllAfter),
                ["elapsed"] = Text(status.Elapsed),
                ["elapsedSeconds"] = status.Elapsed.TotalSeconds,
                ["people"] = status.People,
                ["peoplePerHour"] = perHour.Round(2),
                ["closed"] = status.IsClosed,
                ["findings"] = new JsonArray([.. located.Select(finding => (JsonNode)FindingOutput.ToJson(finding, session))]),
                ["units"] = new JsonArray([.. units.Select(static unit => (JsonNode)new JsonObject
                {
                    ["unit"] = unit.Unit.ToString(),
                    ["cells"] = unit.Cells,
                    ["done"] = unit.Done,
                    ["late"] = unit.Late,
                    ["people"] = unit.People,
                })]),
            });
        }
        else
        {
            session.Result($"{session.Say("campaign", "采集行动")} {campaign.Plan.Id}");
            session.Result($"{session.Say("openedAt", "开始时间")} {Text(status.OpenedAt)}");
            session.Result($"{session.Say("dueAt", "到期时间")} {Text(status.DueAt)}");
            session.Result($"{session.Say("cells", "单元格")} {status.Cells}");
            session.Result($"{session.Say("done", "已完成")} {status.Done}");
            session.Result($"{session.Say("late", "逾期")} {status.LateCells.Count}{Listed(status.LateCells)}");
            session.Result($"{session.Say("open", "未完成")} {status.OpenCells.Count}{Listed(status.OpenCells)}");
            session.Result($"{session.Say("first", "首个")} {(status.FirstCell is { } first ? $"{first} {Text(status.FirstAfter)}" : "-")}");
            session.Result($"{session.Say("elapsed", "用时")} {Text(status.Elapsed)}");
            if (status.IsClosed)
            {
                session.Result(session.Say("closed", "已结束"));
            }

            session.Result($"{session.Say("people", "人数")} {status.People}{(perHour.Round(0) is { } rate ? session.Say($", {rate} an hour", $"，每小时{rate}") : "")}");
            foreach (var unit in units)
            {
                session.Result($"{unit.Unit}  {unit.Done}/{unit.Cells}  {session.Say("late", "逾期")} {unit.Late}  {session.Say("people", "人次")} {unit.People}");
            }

            FindingOutput.Note(located, session);
        }

        return status.OpenCells.Count > 0 || status.LateCells.Count > 0 || located.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static JsonArray Codes(EquatableArray<GridCode> cells) => [.. cells.Select(static cell => (JsonNode)cell.ToString())];

    private static string Listed(EquatableArray<GridCode> cells) => cells.Count == 0 ? "" : ": " + string.Join(", ", cells);

    private static string Text(Instant at) => CalendarTime.Text(at, WorkCalendar.China.Zone);

    private static string? Text(Duration? time) => time is { } known ? PeriodPattern.NormalizingIso.Format(Period.FromTicks(known.BclCompatibleTicks)) : null;
}
