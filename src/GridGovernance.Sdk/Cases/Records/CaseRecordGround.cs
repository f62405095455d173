namespace GridGovernance.Sdk.Cases;

/// <summary>Why something was put on record.</summary>
public enum CaseRecordGround
{
    /// <summary>The note says why.</summary>
    Other = 0,

    /// <summary>A deadline has passed (超时督办).</summary>
    Timeout = 1,

    /// <summary>A leader asks for it (领导督办).</summary>
    Leader = 2,

    /// <summary>The matter is important (重点督办).</summary>
    Importance = 3,

    /// <summary>The matter was within their authority, should have been solved and is not (职责权限范围内该解决而未解决, S3-45).</summary>
    UnresolvedWithinAuthority = 4,

    /// <summary>The deadline has passed and they have done nothing since (规定时限内未解决而不主动作为, S3-45).</summary>
    OverdueAndPassive = 5,
}
