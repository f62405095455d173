using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Writes the values of an experiment, or what they come to, as CSV for a statistics program or a spreadsheet. Numbers read back as the same doubles.</summary>
public static class ExperimentCsv
{
    /// <summary>Writes one row a run: <c>replication</c>, <c>scenario</c>, and a column a metric, empty where the value is missing.</summary>
    /// <param name="result">The result.</param>
    /// <param name="output">Takes the text; the caller keeps it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(ExperimentResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        var manifest = result.Manifest;
        var writer = new CsvWriter(output).Header(["replication", "scenario", .. manifest.Metrics]);
        for (var row = 0; row < result.Values.Length; row++)
        {
            writer.Number((long)manifest.Replications.First + (row / manifest.Scenarios.Count)).Text(manifest.Scenarios[row % manifest.Scenarios.Count].Code);
            foreach (var value in result.Values[row])
            {
                writer.Number(value);
            }

            writer.EndRow();
        }
    }

    /// <summary>Writes one row a scenario and metric: <c>scenario</c>, <c>metric</c>, <c>count</c>, <c>missing</c>, <c>mean</c>, <c>standardDeviation</c>, <c>lower</c>, <c>upper</c>; empty where undefined.</summary>
    /// <param name="result">The result.</param>
    /// <param name="output">Takes the text; the caller keeps it.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside its range.</exception>
    public static void WriteSummary(ExperimentResult result, TextWriter output, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(result);
        ConfidenceInterval.Checked(confidence);
        var writer = new CsvWriter(output).Header("scenario", "metric", "count", "missing", "mean", "standardDeviation", "lower", "upper");
        foreach (var scenario in result.Manifest.Scenarios)
        {
            foreach (var metric in result.Manifest.Metrics)
            {
                var summary = result.Summary(scenario.Code, metric, confidence);
                writer.Text(summary.Scenario).Text(summary.Metric).Number((long)summary.Count).Number((long)summary.Missing)
                    .Number(summary.Mean).Number(summary.StandardDeviation).Number(summary.Interval?.Lower).Number(summary.Interval?.Upper).EndRow();
            }
        }
    }
}
