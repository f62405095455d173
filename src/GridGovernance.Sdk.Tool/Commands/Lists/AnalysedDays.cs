using System.CommandLine;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Lists;

/// <summary>The options <c>--from</c> and <c>--to</c>: the days for which the lists of a model are analysed.</summary>
internal sealed class AnalysedDays
{
    private readonly Option<string?> _from = new("--from") { Description = "The first day to analyse the lists for: a rule that was over before it has expired. When absent, the first that the lists name: then no rule counts as expired.", HelpName = "DATE" };
    private readonly Option<string?> _to = new("--to") { Description = "The last day; when absent, the day after the last that the lists name.", HelpName = "DATE" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The command.</returns>
    internal Command AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
        return command;
    }

    /// <summary>Reads the days.</summary>
    /// <param name="call">The call.</param>
    /// <param name="session">The call's form and language.</param>
    /// <returns>How to load the model.</returns>
    /// <exception cref="UnusableInputException">A day is no date, or they run backwards.</exception>
    internal ModelOptions Read(ParseResult call, Session session)
    {
        var from = call.GetValue(_from) is { } first ? CalendarTime.ReadDate(session, "--from", first) : (LocalDate?)null;
        var to = call.GetValue(_to) is { } last ? CalendarTime.ReadDate(session, "--to", last) : (LocalDate?)null;
        return to < from
            ? throw new UnusableInputException(session.Say(
                $"--to should be on or after {CalendarTime.Text(from.Value)}, but is {CalendarTime.Text(to.Value)}.", $"--to应不早于{CalendarTime.Text(from.Value)}，但为{CalendarTime.Text(to.Value)}。"))
            : ModelOptions.Default with { AnalysedFrom = from, AnalysedTo = to };
    }
}
