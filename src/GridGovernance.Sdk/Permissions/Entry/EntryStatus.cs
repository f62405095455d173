namespace GridGovernance.Sdk.Permissions;

/// <summary>How far an item of the entry list has come: 申请 → 受理或补正 → 会审 → 批准或驳回 → 公示 → 生效 → 暂停或退出.</summary>
public enum EntryStatus
{
    /// <summary>The department has applied (申请).</summary>
    Applied = 0,

    /// <summary>The application is to be completed (补正).</summary>
    ToBeCompleted = 1,

    /// <summary>The application was received (受理).</summary>
    Received = 2,

    /// <summary>The joint review runs (会审).</summary>
    UnderReview = 3,

    /// <summary>The joint review refused it (驳回).</summary>
    Refused = 4,

    /// <summary>Every required body has signed (批准).</summary>
    Approved = 5,

    /// <summary>It is being published (公示).</summary>
    Published = 6,

    /// <summary>It is in force (生效), from its first day to its last.</summary>
    InForce = 7,

    /// <summary>It is suspended (暂停).</summary>
    Suspended = 8,

    /// <summary>It has left the list (退出, 撤销).</summary>
    Withdrawn = 9,
}
