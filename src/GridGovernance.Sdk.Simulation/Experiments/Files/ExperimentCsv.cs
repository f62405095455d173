using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Writes the values of an experiment as CSV, for a statistics program or a spreadsheet. Numbers read back as the same doubles.</summary>
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
}
