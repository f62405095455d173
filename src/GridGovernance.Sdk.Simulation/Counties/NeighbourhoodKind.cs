namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>What lies below a township.</summary>
internal enum NeighbourhoodKind
{
    /// <summary>A community (社区) of the main town.</summary>
    MainTown = 0,

    /// <summary>A community (社区) in the market town of a township.</summary>
    MarketTown = 1,

    /// <summary>An administrative village (行政村).</summary>
    Village = 2,
}
