using System.CommandLine;
using System.Text.Json.Nodes;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Calendar;

/// <summary><c>gridgov calendar days --from D --to D</c>: which days are worked, and of which it is not known.</summary>
internal static class CalendarDaysCommand
{
    internal static Command Create()
    {
        var from = new Option<string>("--from") { Description = "The first day.", Required = true, HelpName = "D" };
        var to = new Option<string>("--to") { Description = "The last day.", Required = true, HelpName = "D" };
        var files = CalendarFiles.CreateOption();
        var command = new Command("days", "Prints which days are worked: true, false or unknown.") { from, to, files };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(from)!, call.GetValue(to)!, call.GetValue(files)!));
    }

    private static int Run(Session session, string from, string to, string[] files)
    {
        var (first, last) = (CalendarTime.ReadDate(session, "--from", from), CalendarTime.ReadDate(session, "--to", to));
        if (last < first || Period.DaysBetween(first, last) > 366_000)
        {
            throw new UnusableInputException(session.Say(
                $"--to should be on or after --from (\"{from}\"), within a thousand years, but is \"{to}\".", $"--to应不早于--from（“{from}”）且在一千年之内，但为“{to}”。"));
        }

        var calendar = CalendarFiles.Compile(session, files);
        var days = new JsonArray();
        if (!session.IsJson)
        {
            session.Result("date,working");
        }

        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            var working = calendar.IsWorkingDay(date);
            if (session.IsJson)
            {
                days.Add((JsonNode)new JsonObject { ["date"] = CalendarTime.Text(date), ["working"] = working });
            }
            else
            {
                session.Result($"{CalendarTime.Text(date)},{(working is { } known ? known ? "true" : "false" : "unknown")}");
            }
        }

        if (session.IsJson)
        {
            session.Result(new JsonObject { ["days"] = days });
        }

        return ExitCode.Ok;
    }
}
