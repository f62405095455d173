namespace GridGovernance.Sdk.Grids;

/// <summary>What a segment of a grid code stands for.</summary>
public enum GridCodeRole
{
    /// <summary>Part of the code of the division that the grid lies in; the segments together form it.</summary>
    Division = 0,

    /// <summary>What the grid is for (管理或服务对象): it does not say where the grid lies.</summary>
    Subject = 1,

    /// <summary>The number of the grid inside its division (顺序码); the last segment.</summary>
    Serial = 2,
}
