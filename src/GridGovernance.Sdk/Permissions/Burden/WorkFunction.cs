namespace GridGovernance.Sdk.Permissions;

/// <summary>What work in a grid does: the three functions between which its weight is to move (从社会控制向社区服务转变).</summary>
/// <remarks>通江县: 功能三定位 "社会控制、信息传递、社区服务"; 新时代网格化管理的核心逻辑: from "综治维稳为中心" to "以公共服务为重心".</remarks>
public enum WorkFunction
{
    /// <summary>Social control (社会控制).</summary>
    Control = 0,

    /// <summary>Passing information (信息传递).</summary>
    Information = 1,

    /// <summary>Community service (社区服务).</summary>
    Service = 2,
}
