namespace GridGovernance.Sdk.Grids;

/// <summary>The kind of settlement (城乡分类) that sizing rules tell apart.</summary>
public enum SettlementKind
{
    /// <summary>Town and city (城镇).</summary>
    Urban = 0,

    /// <summary>Country (乡村).</summary>
    Rural = 1,
}
