using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Calendar;

/// <summary><c>gridgov calendar due --start T --limit "15 calendar-days"</c>: when something is due, and how that comes about.</summary>
internal static class CalendarDueCommand
{
    internal static Command Create()
    {
        var start = new Option<string>("--start") { Description = "When it starts; without an offset in Asia/Shanghai, whatever the calendar's time zone.", Required = true, HelpName = "T" };
        var limit = new Option<string>("--limit")
        {
            Description = "How long: an amount and one of urgent-hours, working-hours, working-days, calendar-days, months, years.",
            Required = true,
            HelpName = "LIMIT",
        };
        var policy = new Option<string>("--policy")
        {
            Description = $"How it is counted: {string.Join(", ", CountingPolicy.Presets.Select(static preset => preset.Code))}.",
            HelpName = "NAME",
            DefaultValueFactory = static _ => CountingPolicy.CivilCode.Code,
        };
        var pauses = new Option<string[]>("--pause")
        {
            Description = "A pause from T to T, with a slash between; without the second it lasts. May be repeated. A limit in hours moves by what was worked meanwhile; "
                + "one in days by the whole days that the paused shares of its days make, and past every day whose end is paused.",
            HelpName = "T/T",
            DefaultValueFactory = static _ => [],
        };
        var files = CalendarFiles.CreateOption();
        var explain = new Option<bool>("--explain") { Description = "List every stretch of time with its reason." };
        var command = new Command("due", "Prints when a limit is due.") { start, limit, policy, pauses, files, explain };
        return Session.Bind(command, (call, session) =>
        {
            var ledger = Ledger(session, call.GetValue(start)!, call.GetValue(limit)!, call.GetValue(policy)!, call.GetValue(pauses)!);
            return Run(session, CalendarFiles.Compile(session, call.GetValue(files)!), ledger, call.GetValue(explain));
        });
    }

    private static int Run(Session session, WorkCalendar calendar, DeadlineLedger ledger, bool explain)
    {
        var explanation = ledger.Explain(calendar);
        var due = explanation.Due;
        if (session.IsJson)
        {
            session.Result(new JsonObject
            {
                ["dueAt"] = due.IsKnown ? CalendarTime.Text(due.At, calendar.Zone) : null,
                ["dueOn"] = due.IsKnown ? CalendarTime.Text(due.On) : null,
                ["unknownDay"] = CalendarTime.Node(due.UnknownDay),
                ["stopped"] = due.IsStopped,
                ["policy"] = ledger.Policy.Code,
                ["limit"] = ledger.Limit.ToString(),
                ["countedDays"] = explanation.CountedDays,
                ["intervals"] = new JsonArray([.. explanation.Intervals.Select(item => (JsonNode)ToJson(item, calendar.Zone, session))]),
            });
        }
        else
        {
            session.Result(due.IsKnown
                ? $"dueAt {CalendarTime.Text(due.At, calendar.Zone)}\ndueOn {CalendarTime.Text(due.On)}"
                : due.UnknownDay is { } day ? $"dueAt unknown\nunknownDay {CalendarTime.Text(day)}" : "dueAt stopped");
            session.Result($"policy {ledger.Policy.Code}");
            if (explain)
            {
                session.Result("\n" + explanation.ToString(session.Culture).TrimEnd('\n'));
            }
        }

        if (due.UnknownDay is { } unknown && (session.IsJson || !explain))
        {
            var text = CalendarTime.Text(unknown);
            session.Note(new LocalizedText($"Not known: no notice covers \"{text}\".", $"无法确定：“{text}”尚无放假通知。"));
        }

        return due.IsKnown ? ExitCode.Ok : ExitCode.Findings;
    }

    private static JsonObject ToJson(DeadlineInterval interval, DateTimeZone zone, Session session) => new()
    {
        ["from"] = CalendarTime.Text(interval.From, zone),
        ["to"] = CalendarTime.Text(interval.To, zone),
        ["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(interval.Kind.ToString()),
        ["reason"] = interval.Reason.ToString(session.Culture),
        ["counted"] = interval.IsCounted,
        ["countedDays"] = interval.CountedDays,
    };

    private static DeadlineLedger Ledger(Session session, string start, string limit, string policy, string[] pauses)
    {
        if (!CountingPolicy.TryFromCode(policy, out var counting))
        {
            var known = string.Join(", ", CountingPolicy.Presets.Select(static preset => preset.Code));
            throw new UnusableInputException(session.Say($"--policy should be one of {known}, but is \"{policy}\".", $"--policy应为下列之一：{known}，但为“{policy}”。"));
        }

        TimeLimit amount;
        try
        {
            amount = TimeLimit.Parse(limit, null);
        }
        catch (FormatException fault)
        {
            throw new UnusableInputException(session.Say(
                "--limit: " + fault.Message,
                $"--limit应为数量、空格与单位，例如“15 calendar-days”，单位为urgent-hours、working-hours（0至876600）、working-days、calendar-days（0至36525）、months（0至1200）或years（0至100），但为“{limit}”。"));
        }

        var ledger = DeadlineLedger.Start(amount, counting, CalendarTime.Read(session, "--start", start));
        foreach (var pause in pauses)
        {
            ledger = Paused(session, ledger, pause);
        }

        return ledger;
    }

    private static DeadlineLedger Paused(Session session, DeadlineLedger ledger, string pause)
    {
        var ends = pause.Split('/');
        if (ends.Length != 2)
        {
            throw new UnusableInputException(session.Say(
                $"--pause should be two times with a slash between, but is \"{pause}\".", $"--pause应为以斜线分隔的两个时间，但为“{pause}”。"));
        }

        var from = CalendarTime.Read(session, "--pause", ends[0]);
        if (ends[1].Length == 0)
        {
            return ledger.IsPaused
                ? throw new UnusableInputException(session.Say($"--pause \"{pause}\" should end, because another one lasts, but does not.", $"--pause“{pause}”应有结束时间（已有一个未结束的暂停），但没有。"))
                : ledger.Pause(from, pause);
        }

        var to = CalendarTime.Read(session, "--pause", ends[1]);
        return to < from
            ? throw new UnusableInputException(session.Say($"--pause should end after it begins, but is \"{pause}\".", $"--pause的结束应晚于开始，但为“{pause}”。"))
            : ledger.PauseBetween(from, to, pause);
    }
}
