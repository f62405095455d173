namespace GridGovernance.Sdk.Grids;

/// <summary>How a person belongs to the county (实有人口).</summary>
public enum PersonKind
{
    /// <summary>Registered and living there (户籍人口).</summary>
    Resident = 0,

    /// <summary>Living there, registered elsewhere (流入人口).</summary>
    Migrant = 1,

    /// <summary>Registered there, living elsewhere (外出流动人口): an off-territory grid has them.</summary>
    OffTerritory = 2,
}
