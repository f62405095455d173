namespace GridGovernance.Sdk.Cases;

/// <summary>What is put on record in a case without moving it.</summary>
public enum CaseRecordKind
{
    /// <summary>Whoever must act was urged (催办).</summary>
    Urging = 0,

    /// <summary>The case was put under supervision (督办): for a timeout, by a leader, or for its importance.</summary>
    Supervision = 1,

    /// <summary>A seat was named in a notice (通报).</summary>
    Notice = 2,

    /// <summary>A seat was held to account (问责, S3-45).</summary>
    Accountability = 3,

    /// <summary>The lead reported how far it is (阶段报告): 北京市接诉即办工作条例, article 14.</summary>
    StageReport = 4,

    /// <summary>A picture, a document or a recording was added (证据), by its address or hash.</summary>
    Evidence = 5,

    /// <summary>The case is the same matter as another (重复件).</summary>
    Duplicate = 6,

    /// <summary>A part of the matter goes on as a case of its own (拆分).</summary>
    Split = 7,
}
