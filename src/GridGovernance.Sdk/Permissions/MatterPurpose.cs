namespace GridGovernance.Sdk.Permissions;

/// <summary>What a matter is for; the grid is for keeping order and for services that are close at hand (维护基层社会秩序和提供便民服务).</summary>
public enum MatterPurpose
{
    /// <summary>Keeping the order of local society (秩序).</summary>
    Order = 0,

    /// <summary>A service to residents (便民服务).</summary>
    Service = 1,

    /// <summary>Self-governance and the vitality of society (社会活力), which belongs to the residents' own bodies.</summary>
    Vitality = 2,

    /// <summary>A public affair that has nothing to do with the grid (无关公共事务).</summary>
    Unrelated = 3,
}
