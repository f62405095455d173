using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>The files of a study: <c>values.csv</c> (a row a run), <c>summary.csv</c> and <c>comparisons.csv</c> (means and paired differences with intervals),
/// <c>manifest.json</c> (what reruns it), <c>result.json</c> and <c>labels.json</c> (what shares are merged from), <c>plot.svg</c>.</summary>
public static class StudyFolder
{
    private const string Labels = "labels.json";
    private const string Result = "result.json";

    /// <summary>Makes the files in memory.</summary>
    /// <param name="result">The result.</param>
    /// <param name="labels">The titles.</param>
    /// <param name="culture">The language of the plot.</param>
    /// <returns>Names and contents, in the order of the names.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> or <paramref name="labels"/> is null.</exception>
    /// <exception cref="ArgumentException">The labels name a scenario or a measure that the result has not.</exception>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Files(ExperimentResult result, StudyLabels labels, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(labels);
        return
        [
            new("comparisons.csv", Csv(writer => Comparisons(writer, result, labels))),
            new(Labels, StudyJson.Format.Write(labels)),
            new("manifest.json", ExperimentJson.WriteManifest(result.Manifest)),
            new("plot.svg", Encoding.UTF8.GetBytes(IntervalPlot.Draw(result, labels, culture) + "\n")),
            new(Result, ExperimentJson.WriteResult(result)),
            new("summary.csv", Csv(writer => Summaries(writer, result))),
            new("values.csv", Csv(output => ExperimentCsv.Write(result, output))),
        ];
    }

    /// <summary>Writes the files into a folder: all of them, or none.</summary>
    /// <param name="folder">The folder; made where it is not there. Older files of these names are replaced, others stay.</param>
    /// <param name="result">The result.</param>
    /// <param name="labels">The titles.</param>
    /// <param name="culture">The language of the plot.</param>
    /// <exception cref="ArgumentException">The name is empty, or the labels do not fit the result.</exception>
    /// <exception cref="IOException">The folder cannot be written to; it is then as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to; it is then as it was before.</exception>
    public static void Write(string folder, ExperimentResult result, StudyLabels labels, CultureInfo? culture = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        StagedFiles.Write(folder, Files(result, labels, culture));
    }

    /// <summary>Reads a share of a study from its folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Its values and titles.</returns>
    /// <exception cref="IOException">The files are not there.</exception>
    /// <exception cref="FormatException">A file is not one of a study; the message names it.</exception>
    public static (ExperimentResult Result, StudyLabels Labels) Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var (result, labels) = (Path.Combine(folder, Result), Path.Combine(folder, Labels));
        var read = StudyJson.Format.Read<StudyLabels>(File.ReadAllBytes(labels), labels, ImportLimits.Default);
        return read.Report.HasErrors
            ? throw new FormatException(read.Report[0].ToString())
            : (ExperimentJson.ReadResult(File.ReadAllBytes(result), result), read.Value!);
    }

    private static byte[] Csv(Action<TextWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Summaries(TextWriter output, ExperimentResult result)
    {
        var csv = new CsvWriter(output).Header(["scenario", "metric", "count", "missing", "mean", "standardDeviation", "minimum", "maximum", "lower", "upper"]);
        foreach (var scenario in result.Manifest.Scenarios)
        {
            foreach (var metric in result.Manifest.Metrics)
            {
                var one = result.Summary(scenario.Code, metric);
                csv.Text(scenario.Code).Text(metric).Number((long)one.Count).Number((long)one.Missing).Number(one.Mean).Number(one.StandardDeviation)
                    .Number(one.Minimum).Number(one.Maximum).Number(one.Interval?.Lower).Number(one.Interval?.Upper).EndRow();
            }
        }
    }

    private static void Comparisons(TextWriter output, ExperimentResult result, StudyLabels labels)
    {
        var csv = new CsvWriter(output).Header(
            ["scenario", "reference", "metric", "pairs", "meanDifference", "lower", "upper", "p", "adjustedP", "different", "varianceRatio"]);
        foreach (var metric in result.Manifest.Metrics)
        {
            foreach (var one in result.CompareWithControl(labels.Control, metric))
            {
                csv.Text(one.Scenario).Text(one.Reference).Text(metric).Number((long)one.Pairs).Number(one.MeanDifference).Number(one.Interval?.Lower).Number(one.Interval?.Upper)
                    .Number(one.PValue).Number(one.AdjustedPValue).Text(one.IsDifferent ? "true" : "false").Number(one.VarianceRatio).EndRow();
            }
        }
    }
}
