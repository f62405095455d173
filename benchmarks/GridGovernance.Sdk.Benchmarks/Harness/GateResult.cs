namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>What one measurement gave.</summary>
/// <param name="Value">The value that is held against the bound.</param>
/// <param name="Info">Absolute figures, which cannot fail.</param>
internal sealed record GateResult(double Value, IReadOnlyList<(string Name, double Value)> Info)
{
    /// <summary>Gets why the value is not a number; null where it is one.</summary>
    internal string? Problem { get; init; }
}
