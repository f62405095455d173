namespace GridGovernance.Sdk.Geodesy;

/// <summary>How cells fail to tile their parent.</summary>
internal enum TilingDefectKind
{
    /// <summary>A place inside the parent lies in no cell.</summary>
    Gap = 0,

    /// <summary>A place lies in more than one cell.</summary>
    Overlap = 1,

    /// <summary>A place lies in a cell, but not in the parent.</summary>
    Outside = 2,

    /// <summary>Edges do not match, though no area is amiss: one side of a border has a point that the other lacks.</summary>
    Unmatched = 3,

    /// <summary>The parent's straight line lacks a point that a cell has on it; no area is amiss.</summary>
    Coarser = 4,
}
