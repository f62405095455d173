namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>A result as it stands in its file.</summary>
internal sealed class ResultFile
{
    public required ManifestFile Manifest { get; init; }

    // A row a run: replication after replication, in each all scenarios.
    public required double?[][] Values { get; init; }
}
