using System.Globalization;
using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Runs a study as a program: reads its options, runs the experiment, prints a table and writes the files.</summary>
/// <remarks>
/// <para>Options: <c>--replications A..B</c> or <c>N</c>, <c>--seed N</c>, <c>--threads N</c>, <c>-o DIR</c> (otherwise <c>out</c> and the study's name), <c>--lang en|zh</c>.
/// A share of the replications can be run on each of several machines; <c>gridgov simulate merge</c> puts their folders together.</para>
/// </remarks>
public static class StudyProgram
{
    private const string Usage = "Expected options: --replications A..B | N, --seed N, --threads N, -o DIR, --lang en|zh";

    /// <summary>Runs the program.</summary>
    /// <typeparam name="TParameters">What tells one scenario from another.</typeparam>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="labels">The titles.</param>
    /// <param name="seed">The seed, where no option gives one.</param>
    /// <param name="replications">How many replications, where no option says which.</param>
    /// <param name="output">Takes the table; null for the console.</param>
    /// <param name="error">Takes progress and problems; null for the console.</param>
    /// <returns>The result, for what a study concludes beyond the table; null when the arguments are unusable, and the program should end with 2.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="args"/>, <paramref name="experiment"/> or <paramref name="labels"/> is null.</exception>
    public static ExperimentResult? Run<TParameters>(
        IReadOnlyList<string> args, Experiment<TParameters> experiment, StudyLabels labels, long seed, int replications, TextWriter? output = null, TextWriter? error = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(labels);
        error ??= Console.Error;
        var options = new ExperimentOptions { Seed = seed, Replications = ReplicationRange.FirstOf(replications) };
        var (folder, culture) = (Path.Combine("out", experiment.Name), CultureInfo.InvariantCulture);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            if (!TryRead(args[i], value, ref options, ref folder, ref culture))
            {
                error.WriteLine($"{Usage}; but found \"{args[i]} {value}\".");
                return null;
            }
        }

        var result = experiment.Run(options, new LineProgress(error));
        Print(result, labels, culture, output ?? Console.Out);
        StudyFolder.Write(folder, result, labels, culture);
        error.WriteLine($"{Path.Combine(folder, "plot.svg")}");
        return result;
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

    /// <summary>Prints the means with their intervals, and the paired differences from the control.</summary>
    /// <param name="result">The result.</param>
    /// <param name="labels">The titles.</param>
    /// <param name="culture">The language.</param>
    /// <param name="output">Takes the lines.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Print(ExperimentResult result, StudyLabels labels, CultureInfo culture, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(labels.Title.ToString(culture));
        foreach (var measure in labels.Measures)
        {
            var unit = measure.Unit == "share" ? "%" : measure.Unit;
            var scale = measure.Unit == "share" ? 100 : 1;
            output.WriteLine($"  {measure.Title.ToString(culture)} [{unit}]");
            foreach (var scenario in labels.Scenarios)
            {
                var one = result.Summary(scenario.Code, measure.Code);
                var difference = scenario.Code == labels.Control ? null : result.Compare(scenario.Code, labels.Control, measure.Code);
                output.WriteLine($"    {scenario.Code,-24} {Number(one.Mean * scale),12}  ± {Number(one.Interval?.HalfWidth * scale),-10} {Difference(difference, scale)}".TrimEnd());
            }
        }
    }

    private static string Difference(ScenarioComparison? one, int scale) => one is null ? "" :
        $"difference {Number(one.MeanDifference * scale)} ± {Number(one.Interval?.HalfWidth * scale)}, variance ratio {Number(one.VarianceRatio)}";

    private static string Number(double? value) => value is { } number ? PlotAxis.Number(number) : "–";

    private static bool TryRead(string name, string value, ref ExperimentOptions options, ref string folder, ref CultureInfo culture)
    {
        switch (name)
        {
            case "--replications" when ReplicationRange.TryParse(value, null, out var range):
                options = options with { Replications = range };
                return true;
            case "--seed" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed):
                options = options with { Seed = seed };
                return true;
            case "--threads" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is > 0 and <= 1024:
                options = options with { Parallelism = threads };
                return true;
            case "-o" when value.Length > 0:
                folder = value;
                return true;
            case "--lang" when value is "en" or "zh":
                culture = value == "zh" ? CultureInfo.GetCultureInfo("zh-Hans") : CultureInfo.InvariantCulture;
                return true;
            default:
                return false;
        }
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
