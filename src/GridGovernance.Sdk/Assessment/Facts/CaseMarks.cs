namespace GridGovernance.Sdk.Assessment;

/// <summary>What became of a case, as far as indicators ask: the counts that the formulas of digital urban management (CJ/T 292, GB/T 30428.4) name.</summary>
/// <remarks>
/// "Due" marks (应处置, 应结案 …) say that the case counts in the period that is assessed: its limit has run out, or it was done before.
/// A host decides which period that is, and marks accordingly.
/// </remarks>
[Flags]
public enum CaseMarks : long
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reported (上报).</summary>
    Reported = 1L << 0,

    /// <summary>Reported, and the report was valid (有效上报).</summary>
    ValidReport = 1L << 1,

    /// <summary>Missed by who should have reported it, and known through others (漏报).</summary>
    Missed = 1L << 2,

    /// <summary>First known through supervision or the public, and found true (监督举报核实).</summary>
    BySupervision = 1L << 3,

    /// <summary>Filed (立案).</summary>
    Filed = 1L << 4,

    /// <summary>Filed within its limit (按时立案).</summary>
    FiledOnTime = 1L << 5,

    /// <summary>Filed and later voided (作废).</summary>
    Voided = 1L << 6,

    /// <summary>To be verified after its report (应核实).</summary>
    VerificationDue = 1L << 7,

    /// <summary>Verified within its limit (按时核实).</summary>
    VerifiedOnTime = 1L << 8,

    /// <summary>To be checked after its disposal (应核查).</summary>
    CheckDue = 1L << 9,

    /// <summary>Checked within its limit (按时核查).</summary>
    CheckedOnTime = 1L << 10,

    /// <summary>To be dispatched (应派遣).</summary>
    DispatchDue = 1L << 11,

    /// <summary>Dispatched (派遣).</summary>
    Dispatched = 1L << 12,

    /// <summary>Dispatched within its limit (按时派遣).</summary>
    DispatchedOnTime = 1L << 13,

    /// <summary>Dispatched and sent back (退回).</summary>
    DispatchReturned = 1L << 14,

    /// <summary>To be disposed of (应处置).</summary>
    DisposalDue = 1L << 15,

    /// <summary>Disposed of (处置).</summary>
    Disposed = 1L << 16,

    /// <summary>Disposed of within its limit (按期处置).</summary>
    DisposedOnTime = 1L << 17,

    /// <summary>Beyond its limit and not yet disposed of (超期待处置).</summary>
    DisposalOverdue = 1L << 18,

    /// <summary>Extended (延期).</summary>
    Extended = 1L << 19,

    /// <summary>To be closed (应结案).</summary>
    ClosureDue = 1L << 20,

    /// <summary>Closed (结案).</summary>
    Closed = 1L << 21,

    /// <summary>Closed within its limit (按期结案).</summary>
    ClosedOnTime = 1L << 22,

    /// <summary>Closed after its limit (超期结案).</summary>
    ClosedLate = 1L << 23,

    /// <summary>Sent back for rework after its disposal (返工).</summary>
    Reworked = 1L << 24,

    /// <summary>Put off with permission, and so still (缓办, 挂账): neither closed since nor taken up again.</summary>
    Deferred = 1L << 25,

    /// <summary>Escalated to supervision because it was late (督办).</summary>
    Escalated = 1L << 26,

    /// <summary>The person who raised it was asked and answered (有效回访).</summary>
    Surveyed = 1L << 27,

    /// <summary>The person who raised it was satisfied (满意).</summary>
    Satisfied = 1L << 28,

    /// <summary>A grid worker called the department to the spot (吹哨).</summary>
    WhistleReceived = 1L << 29,

    /// <summary>The department came in time (报到).</summary>
    WhistleAnswered = 1L << 30,

    /// <summary>The person who raised it was to be contacted (应响应).</summary>
    ResponseDue = 1L << 31,

    /// <summary>The person who raised it was contacted within the limit (按时响应).</summary>
    Responded = 1L << 32,

    /// <summary>The person who raised it said that it was resolved (解决).</summary>
    Resolved = 1L << 33,
}
