namespace GridGovernance.Sdk.Permissions;

/// <summary>What is wrong with how data are collected.</summary>
public enum CollectionIssueKind
{
    /// <summary>Somebody else than its one collector asks for an item as well (多头采集).</summary>
    SeveralCollectors = 0,

    /// <summary>One collector asks for an item by several forms (重复采集).</summary>
    AskedTwice = 1,

    /// <summary>Two items say the same thing under different names (同一数据两个名目).</summary>
    SameUnderTwoNames = 2,

    /// <summary>No form asks for an item.</summary>
    NeverAsked = 3,

    /// <summary>Nobody may read an item: what is collected without use should not be (个人信息保护法 art 6).</summary>
    NeverRead = 4,
}
