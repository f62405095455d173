namespace GridGovernance.Sdk.Grids;

/// <summary>Who lives in a dwelling.</summary>
public enum DwellingUse
{
    /// <summary>Its owner (自住).</summary>
    OwnerOccupied = 0,

    /// <summary>A tenant (出租).</summary>
    Rented = 1,

    /// <summary>Nobody (空置).</summary>
    Empty = 2,
}
