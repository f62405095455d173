namespace GridGovernance.Sdk.Division;

/// <summary>What came of one parent.</summary>
internal sealed class PartPlan
{
    /// <summary>Gets the grid of each vertex, from 0; null where there is none.</summary>
    internal int[]? GridOf { get; init; }

    /// <summary>Gets the number of grids, settled ones not counted.</summary>
    internal int Count { get; init; }

    /// <summary>Gets the largest deviation.</summary>
    internal double Deviation { get; init; }

    /// <summary>Gets a lower bound of the largest deviation.</summary>
    internal double Bound { get; init; }

    /// <summary>Gets whether it is proven to be the best.</summary>
    internal bool IsOptimal { get; init; }

    /// <summary>Gets whether every hard bound is kept.</summary>
    internal bool IsLegal { get; init; }

    /// <summary>Gets the proof that there is no plan; null where there is none.</summary>
    internal InfeasibilityCertificate? Certificate { get; init; }
}
