namespace GridGovernance.Sdk.Grids;

/// <summary>What holds an overlay circle together.</summary>
public enum OverlayCircleKind
{
    /// <summary>Neighbours (邻里圈).</summary>
    Neighbourhood = 0,

    /// <summary>A place of work: an institution, a firm, a school (单位圈).</summary>
    WorkUnit = 1,
}
