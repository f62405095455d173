namespace GridGovernance.Sdk.Grids;

/// <summary>What kind of change of the grid network an event records.</summary>
public enum GridEventKind
{
    /// <summary>Units were set up (设立).</summary>
    Established = 0,

    /// <summary>A unit was split (拆分).</summary>
    Split = 1,

    /// <summary>Units were merged (合并).</summary>
    Merged = 2,

    /// <summary>Borders were moved (界线变更).</summary>
    BoundaryMoved = 3,

    /// <summary>A unit was renamed (更名).</summary>
    Renamed = 4,

    /// <summary>Units were abolished (撤销).</summary>
    Abolished = 5,

    /// <summary>A unit was put under another parent (隶属变化).</summary>
    Transferred = 6,
}
