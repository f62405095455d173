namespace GridGovernance.Sdk.Permissions;

/// <summary>The part of the entry list that an item stands in.</summary>
public enum EntryCategory
{
    /// <summary>A duty that law gives to the grid (法定).</summary>
    Statutory = 0,

    /// <summary>A matter in which the grid helps a department (协助).</summary>
    Assisted = 1,

    /// <summary>An urgent matter for a stated term (临时).</summary>
    Temporary = 2,

    /// <summary>What must not be given to a grid (负面清单).</summary>
    Negative = 3,
}
