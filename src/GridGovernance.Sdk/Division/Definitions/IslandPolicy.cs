namespace GridGovernance.Sdk.Division;

/// <summary>What becomes of an island (飞地): units of a parent that no open edge joins to the rest of it.</summary>
public enum IslandPolicy
{
    /// <summary>No exception is made: each island is divided by itself, and one that cannot be is the proof that there is no plan.</summary>
    Error = 0,

    /// <summary>The island is joined to the nearest unit of the same parent, and the grid that crosses the gap is flagged <see cref="DeviationReason.Exclave"/>.</summary>
    NearestBridge = 1,

    /// <summary>An island below the minimum is a grid of its own outside the bounds, flagged <see cref="DeviationReason.Exclave"/>.</summary>
    OwnGrid = 2,
}
