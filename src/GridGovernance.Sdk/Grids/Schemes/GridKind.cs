namespace GridGovernance.Sdk.Grids;

/// <summary>What kind of area a unit of the hierarchy is; its level says how high it stands.</summary>
public enum GridKind
{
    /// <summary>An administrative division above the village: county, township, street (县、乡镇、街道).</summary>
    Division = 0,

    /// <summary>A village (行政村).</summary>
    Village = 1,

    /// <summary>An urban community (社区).</summary>
    Community = 2,

    /// <summary>A comprehensive grid (综合网格).</summary>
    Comprehensive = 3,

    /// <summary>A dedicated grid (专属网格): an institution, a park, a market, an office building.</summary>
    Dedicated = 4,

    /// <summary>A micro-grid (微网格).</summary>
    Micro = 5,

    /// <summary>A cell (单元格).</summary>
    Cell = 6,

    /// <summary>A grid of migrants in other provinces (流动人口网格), attached to the home county without geography.</summary>
    OffTerritory = 7,
}
