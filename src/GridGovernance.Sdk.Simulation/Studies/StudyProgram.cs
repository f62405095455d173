using System.Globalization;
using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Runs a study as a program: reads its options, runs the experiment, prints a table and writes the files.</summary>
/// <remarks>
/// <para>Options: <c>--replications A..B</c> or <c>N</c>, <c>--seed N</c>, <c>--threads N</c>, <c>-o DIR</c> (otherwise <c>out</c> and the study's name), <c>--lang en|zh</c>;
/// <c>--rerun MANIFEST</c> runs again what a <c>manifest.json</c> names, and says so when a single bit differs.
/// A share of the replications can be run on each of several machines; <c>gridgov simulate merge</c> puts their folders together.</para>
/// </remarks>
public static class StudyProgram
{
    private const string Usage = "Expected options: --replications A..B | N, --seed N, --threads N, --rerun MANIFEST, -o DIR, --lang en|zh";

    /// <summary>Runs the program from its arguments to its exit code.</summary>
    /// <typeparam name="TParameters">What tells one scenario from another.</typeparam>
    /// <param name="args">The arguments of the program; <c>--help</c> prints the options.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="labels">The titles.</param>
    /// <param name="seed">The seed, where no option gives one.</param>
    /// <param name="replications">How many replications, where no option says which.</param>
    /// <param name="output">Takes the table; null for the console.</param>
    /// <param name="error">Takes progress and problems; null for the console.</param>
    /// <returns>0 when it ran or helped, 2 when the arguments are unusable or a run failed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="args"/>, <paramref name="experiment"/> or <paramref name="labels"/> is null.</exception>
    public static int Execute<TParameters>(
        IReadOnlyList<string> args, Experiment<TParameters> experiment, StudyLabels labels, long seed, int replications, TextWriter? output = null, TextWriter? error = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Contains("--help", StringComparer.Ordinal))
        {
            (output ?? Console.Out).WriteLine(Usage);
            return 0;
        }

        return Run(args, experiment, labels, seed, replications, output, error) is null ? 2 : 0;
    }

    /// <summary>Runs the program, for what a study concludes beyond the table.</summary>
    /// <typeparam name="TParameters">What tells one scenario from another.</typeparam>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="labels">The titles.</param>
    /// <param name="seed">The seed, where no option gives one.</param>
    /// <param name="replications">How many replications, where no option says which.</param>
    /// <param name="output">Takes the table; null for the console.</param>
    /// <param name="error">Takes progress and problems; null for the console.</param>
    /// <returns>The result; null when the arguments are unusable or a run failed, which has been told, and the program should end with 2.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="args"/>, <paramref name="experiment"/> or <paramref name="labels"/> is null.</exception>
    public static ExperimentResult? Run<TParameters>(
        IReadOnlyList<string> args, Experiment<TParameters> experiment, StudyLabels labels, long seed, int replications, TextWriter? output = null, TextWriter? error = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(labels);
        error ??= Console.Error;
        var call = new Call(new ExperimentOptions { Seed = seed, Replications = ReplicationRange.FirstOf(replications) }, Path.Combine("out", experiment.Name), CultureInfo.InvariantCulture);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            if (call.With(args[i], value) is not { } next)
            {
                error.WriteLine($"{Usage}; but found \"{args[i]} {value}\".");
                return null;
            }

            call = next;
        }

        try
        {
            var progress = new LineProgress(error);
            var result = call.Rerun is { } manifest
                ? experiment.Rerun(ExperimentJson.ReadManifest(File.ReadAllBytes(manifest), manifest), call.Options.Parallelism, progress)
                : experiment.Run(call.Options, progress);
            Print(result, labels, call.Culture, output ?? Console.Out);
            if (call.Rerun is not null)
            {
                error.WriteLine(new LocalizedText($"Every value is that of \"{call.Rerun}\", bit for bit.", $"全部数值与“{call.Rerun}”逐位相同。").ToString(call.Culture));
            }

            StudyFolder.Write(call.Folder, result, labels, call.Culture);
            error.WriteLine(Path.Combine(call.Folder, "plot.svg"));
            return result;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or ReplicationException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(FaultText.Of(fault).ReplaceLineEndings(" "));
            return null;
        }
    }

    /// <summary>Finds a file or folder beside the program's source, wherever it is started from.</summary>
    /// <param name="relative">The path from the folder of the source.</param>
    /// <returns>The full path; relative to the current folder where the program is not run from its source.</returns>
    /// <exception cref="ArgumentException"><paramref name="relative"/> is null or empty.</exception>
    public static string Beside(string relative)
    {
        ArgumentException.ThrowIfNullOrEmpty(relative);
        return Path.GetFullPath(Path.Combine(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "", relative));
    }

    /// <summary>Prints the means with their intervals, and the paired differences from the control with intervals that hold together over all scenarios, as <c>comparisons.csv</c> has them.</summary>
    /// <param name="result">The result.</param>
    /// <param name="labels">The titles.</param>
    /// <param name="culture">The language.</param>
    /// <param name="output">Takes the lines.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Print(ExperimentResult result, StudyLabels labels, CultureInfo culture, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(culture);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(labels.Title.ToString(culture));
        foreach (var measure in labels.Measures)
        {
            var scale = measure.Unit == "share" ? 100 : 1;
            output.WriteLine($"  {measure.Title.ToString(culture)} [{UnitText.Of(measure, culture)}]");
            var differences = result.CompareWithControl(labels.Control, measure.Code);
            foreach (var scenario in labels.Scenarios)
            {
                var one = result.Summary(scenario.Code, measure.Code);
                var difference = differences.FirstOrDefault(other => other.Scenario == scenario.Code);
                output.WriteLine($"    {scenario.Code,-24} {Number(one.Mean * scale),12}  ± {Number(one.Interval?.HalfWidth * scale),-10} {Difference(difference, scale, culture)}".TrimEnd());
            }
        }
    }

    private static string Difference(ScenarioComparison? one, int scale, CultureInfo culture)
    {
        if (one is null)
        {
            return "";
        }

        var (difference, ratio) = ($"{Number(one.MeanDifference * scale)} ± {Number(one.Interval?.HalfWidth * scale)}", Number(one.VarianceRatio));
        return new LocalizedText($"difference {difference}, variance ratio {ratio}", $"差异 {difference}，方差比 {ratio}").ToString(culture);
    }

    private static string Number(double? value) => value is { } number ? PlotAxis.Number(number) : "–";

    // What the program was asked for; an option that does not fit gives null. A manifest brings its own seed and replications.
    private sealed record Call(ExperimentOptions Options, string Folder, CultureInfo Culture, string? Rerun = null, bool IsChanged = false)
    {
        internal Call? With(string name, string value) => name switch
        {
            "--replications" when Rerun is null && ReplicationRange.TryParse(value, null, out var range) => this with { Options = Options with { Replications = range }, IsChanged = true },
            "--seed" when Rerun is null && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) =>
                this with { Options = Options with { Seed = seed }, IsChanged = true },
            "--threads" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is > 0 and <= 1024 =>
                this with { Options = Options with { Parallelism = threads } },
            "--rerun" when value.Length > 0 && !IsChanged => this with { Rerun = value },
            "-o" when value.Length > 0 => this with { Folder = value },
            "--lang" when value is "en" or "zh" => this with { Culture = value == "zh" ? CultureInfo.GetCultureInfo("zh-Hans") : CultureInfo.InvariantCulture },
            _ => null,
        };
    }

    private sealed class LineProgress(TextWriter error) : IProgress<ExperimentProgress>
    {
        private int _told;

        public void Report(ExperimentProgress value)
        {
            var tenth = 10 * value.Done / Math.Max(1, value.Total);
            if (tenth > _told)
            {
                _told = tenth;
                error.WriteLine($"{10 * tenth} %");
            }
        }
    }
}
