namespace GridGovernance.Sdk.Grids;

/// <summary>What decides which grid a subject belongs to.</summary>
public enum MembershipRule
{
    /// <summary>Its assignment where it has one, otherwise its place.</summary>
    AssignmentFirst = 0,

    /// <summary>Its place alone, and the assignment only where it has no place or the grid has no geography.</summary>
    Place = 1,

    /// <summary>Its assignment alone.</summary>
    Assignment = 2,
}
