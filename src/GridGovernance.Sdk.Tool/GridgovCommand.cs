using System.CommandLine;
using GridGovernance.Sdk.Tool.Commands.Assess;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using GridGovernance.Sdk.Tool.Commands.Lists;
using GridGovernance.Sdk.Tool.Commands.Grids;
using GridGovernance.Sdk.Tool.Commands.Model;
using GridGovernance.Sdk.Tool.Commands.Schema;
using GridGovernance.Sdk.Tool.Commands.Stats;

namespace GridGovernance.Sdk.Tool;

/// <summary>The command <c>gridgov</c>: its groups of verbs, and what all verbs share.</summary>
internal static class GridgovCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Takes the result alone.</param>
    /// <param name="error">Takes diagnostics and progress.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Unusable(error, parsed.Errors[0].Message);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UnusableInputException unusable)
        {
            return Unusable(error, unusable.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Unusable(error, fault.Message);
        }
    }

    private static int Unusable(TextWriter error, string message)
    {
        error.WriteLine("gridgov: " + string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return ExitCode.Unusable;
    }

    private static RootCommand Create() => new("Checks, draws and simulates grid governance (网格化管理) models.")
    {
        Session.JsonOption,
        Session.LanguageOption,
        new Command("model", "The model of a county: a folder of definitions.") { ModelCheckCommand.Create(), ModelNewCommand.Create() },
        new Command("calendar", "Working time: which days are worked, and when something is due.") { CalendarDaysCommand.Create(), CalendarDueCommand.Create() },
        new Command("lists", "The entry list (准入清单) and the power-and-duty list (权责清单) of a model.")
        {
            ListsCheckCommand.Create(), ListsExplainCommand.Create(), ListsDiffCommand.Create(), ListsTestCommand.Create(),
        },
        new Command("stats", "Counts, and the audit of printed tables.") { StatsTableCommand.Create(), StatsAuditCommand.Create() },
        AssessCommand.Create(),
        new Command("grids", "Cells as GeoJSON: do they cover, which holds a place, how do they look.") { GridsAuditCommand.Create(), GridsLocateCommand.Create(), GridsMapCommand.Create(), GridsDivideCommand.Create(), GridsRedivideCommand.Create() },
        SchemaCommand.Create(),
    };
}
