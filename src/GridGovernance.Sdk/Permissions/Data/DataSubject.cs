namespace GridGovernance.Sdk.Permissions;

/// <summary>What a data item is about: the five groups that a grid has an overview of (人口、房屋、基础设施、舆情、风险).</summary>
/// <remarks>新时代网格化管理的核心逻辑: "人口、房屋、基础设施、舆情和风险等信息进行全面而动态的掌握".</remarks>
public enum DataSubject
{
    /// <summary>People (人口).</summary>
    People = 0,

    /// <summary>Dwellings (房屋).</summary>
    Dwellings = 1,

    /// <summary>Infrastructure (基础设施).</summary>
    Infrastructure = 2,

    /// <summary>Public opinion (舆情).</summary>
    Opinion = 3,

    /// <summary>Risks (风险).</summary>
    Risks = 4,
}
