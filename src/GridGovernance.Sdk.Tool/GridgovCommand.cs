using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using GridGovernance.Sdk.Tool.Commands.Assess;
using GridGovernance.Sdk.Tool.Commands.Broadcast;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using GridGovernance.Sdk.Tool.Commands.Lifecycles;
using GridGovernance.Sdk.Tool.Commands.Campaign;
using GridGovernance.Sdk.Tool.Commands.Lists;
using GridGovernance.Sdk.Tool.Commands.Cases;
using GridGovernance.Sdk.Tool.Commands.Grids;
using GridGovernance.Sdk.Tool.Commands.Model;
using GridGovernance.Sdk.Tool.Commands.Schema;
using GridGovernance.Sdk.Tool.Commands.Simulate;
using GridGovernance.Sdk.Tool.Commands.Stats;
using GridGovernance.Sdk.Tool.Commands.Visits;

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
        var before = CultureInfo.CurrentUICulture;
        try
        {
            // The parser speaks the language of the thread, so that must be known before anything is parsed.
            CultureInfo.CurrentUICulture = Session.CultureOf(args);
            return Run(Create().Parse(args), output, error);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        if (parsed.Errors.Count > 0)
        {
            return Unusable(error, Describe(parsed));
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

    // The parser speaks Chinese but for options that are missing.
    private static string Describe(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands is { Count: > 0 } verbs)
        {
            var (word, known) = (parsed.UnmatchedTokens[0], string.Join(", ", verbs.Select(static verb => verb.Name)));
            return new LocalizedText($"\"{word}\" should be one of {known}, but is not.", $"“{word}”应为下列之一：{known}。").ToString(CultureInfo.CurrentUICulture);
        }

        var first = parsed.Errors[0].Message;
        var missing = parsed.CommandResult.Command.Options.FirstOrDefault(option =>
            option.Required && parsed.GetResult(option) is not { IdentifierTokenCount: > 0 } && first.Contains($"'{option.Name}'", StringComparison.Ordinal));
        return missing is not null
            ? new LocalizedText($"Option '{missing.Name}' is required.", $"选项“{missing.Name}”为必填项。").ToString(CultureInfo.CurrentUICulture)
            : first;
    }

    private static int Unusable(TextWriter error, string message)
    {
        error.WriteLine("gridgov: " + string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return ExitCode.Unusable;
    }

    // Not a RootCommand: that bears the name of the assembly, and help would tell people to type it.
    private static Command Create() => new("gridgov", "Checks, draws and simulates grid governance (网格化管理) models.")
    {
        new HelpOption(),
        new VersionOption(),
        Session.JsonOption,
        Session.LanguageOption,
        new Command("model", "The model of a county: a folder of definitions.") { ModelCheckCommand.Create(), ModelNewCommand.Create() },
        new Command("calendar", "Working time: which days are worked, and when something is due.") { CalendarDaysCommand.Create(), CalendarDueCommand.Create() },
        new Command("visits", "Visits to people and places (走访).") { VisitsDueCommand.Create() },
        new Command("campaign", "Collections that every cell takes part in (采集行动).") { CampaignStatusCommand.Create() },
        new Command("broadcast", "Notices to every household (信息传达到户).") { BroadcastStatusCommand.Create() },
        new Command("lists", "The entry list (准入清单) and the power-and-duty list (权责清单) of a model.")
        {
            ListsCheckCommand.Create(), ListsExplainCommand.Create(), ListsDiffCommand.Create(), ListsTestCommand.Create(),
        },
        new Command("lifecycle", "Lifecycles of cases: are they closed loops, how do they look.") 
        {
            LifecycleCheckCommand.Create(), LifecycleDrawCommand.Create(), LifecycleMigrateCommand.Create(),
        },
        new Command("cases", "Cases as their events tell them.") { CasesReplayCommand.Create() },
        new Command("stats", "Counts, and the audit of printed tables.") { StatsTableCommand.Create(), StatsAuditCommand.Create() },
        AssessCommand.Create(),
        SimulateCommand.Create(),
        new Command("grids", "Cells as GeoJSON: do they cover, can they be made to, which holds a place, how do they look, how are they divided.")
        {
            GridsAuditCommand.Create(), GridsRepairCommand.Create(), GridsLocateCommand.Create(), GridsMapCommand.Create(), GridsDivideCommand.Create(), GridsRedivideCommand.Create(),
            GridsMergeCommand.Create(),
        },
        SchemaCommand.Create(),
    };
}
