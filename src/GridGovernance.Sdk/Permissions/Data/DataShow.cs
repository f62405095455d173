namespace GridGovernance.Sdk.Permissions;

/// <summary>How much of a data item somebody gets to see.</summary>
public enum DataShow
{
    /// <summary>Nothing.</summary>
    Hidden = 0,

    /// <summary>What its mask leaves (脱敏).</summary>
    Masked = 1,

    /// <summary>All of it.</summary>
    Full = 2,
}
