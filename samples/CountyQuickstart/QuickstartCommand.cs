using System.CommandLine;
using GridGovernance.Sdk.Geodesy;

namespace CountyQuickstart;

/// <summary>The command line: options in, one of <see cref="ExitCode"/> out.</summary>
internal static class QuickstartCommand
{
    private static readonly Option<string> OutOption = new("--out")
    {
        Description = "The folder that takes the results; written whole or not at all.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => "out",
    };

    private static readonly Option<long> SeedOption = new("--seed")
    {
        Description = "The seed that everything random follows from: one seed, one result, to the byte.",
        HelpName = "N",
        DefaultValueFactory = static _ => 1,
    };

    private static readonly Option<string?> BoundaryOption = new("--boundary")
    {
        Description = "A GeoJSON file with the outline of the county; without it a plausible one of the same area is generated.",
        HelpName = "FILE",
    };

    private static readonly Option<string> CrsOption = new("--crs")
    {
        Description = "The coordinate system of that file: cgcs2000, wgs84, gcj02 or bd09.",
        HelpName = "NAME",
        DefaultValueFactory = static _ => CoordinateSystem.Cgcs2000.Code,
    };

    private static readonly Option<string> LanguageOption = new("--lang")
    {
        Description = "The language of report and tables: en or zh. Names of places stay Chinese.",
        HelpName = "en|zh",
        DefaultValueFactory = static _ => "en",
    };

    private static readonly Option<string?> ModelOption = new("--model")
    {
        Description = "The folder with the model of the county; without it the one that comes with the program.",
        HelpName = "DIR",
    };

    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        LanguageOption.AcceptOnlyFromAmong("en", "zh");
        var root = new RootCommand("Builds a county of grid governance (网格化管理), runs a quarter of its cases, and reports what happened.")
        {
            OutOption, SeedOption, BoundaryOption, CrsOption, LanguageOption, ModelOption,
        };
        // On a thread of its own, so that Ctrl-C finds the command line listening.
        root.SetAction((call, stop) => Task.Run(() => Run(call, stop), CancellationToken.None));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Unusable(error, parsed.Errors[0].Message);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
            }).ConfigureAwait(false);
        }
        catch (UnusableInputException unusable)
        {
            return Unusable(error, unusable.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Unusable(error, fault.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
    }

    private static int Run(ParseResult call, CancellationToken stop)
    {
        var crs = call.GetValue(CrsOption)!;
        if (!CoordinateSystem.TryFromCode(crs, out var system) || !system.IsGeographic)
        {
            throw new UnusableInputException($"--crs must be one of cgcs2000, wgs84, gcj02, bd09, but is \"{crs}\".");
        }

        var options = new QuickstartOptions
        {
            Out = call.GetValue(OutOption)!,
            Seed = call.GetValue(SeedOption),
            Boundary = call.GetValue(BoundaryOption),
            BoundarySystem = system,
            Language = Language.Of(call.GetValue(LanguageOption)!),
        };
        options = call.GetValue(ModelOption) is { } model ? options with { Model = model } : options;
        return Quickstart.Run(options, call.InvocationConfiguration.Output, call.InvocationConfiguration.Error, stop);
    }

    private static int Unusable(TextWriter error, string message)
    {
        error.WriteLine("quickstart: " + string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return ExitCode.Unusable;
    }
}
