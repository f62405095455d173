namespace GridGovernance.Sdk.Grids;

/// <summary>What a reserved value of a segment says.</summary>
public enum GridCodeReserve
{
    /// <summary>The grid is the whole division, which is not split (整个社区为一个网格).</summary>
    WholeDivision = 0,

    /// <summary>The division was formed by a merger (合并社区).</summary>
    MergedDivision = 1,

    /// <summary>The value is never given.</summary>
    NotGiven = 2,
}
