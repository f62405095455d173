using GridGovernance.Sdk.Cases;

namespace GridGovernance.Sdk.Assessment;

/// <summary>How cases become what assessment counts (考核取数规则): which clock measures which step, and which ends make a report invalid.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CaseFactRules
{
    /// <summary>Gets the rules for the lifecycles that come with the library, whose clocks they name.</summary>
    /// <remarks>
    /// Which step a figure of digital urban management (CJ/T 292, GB/T 30428.4) measures is read off the names of the steps; no source maps these lifecycles to the figures.
    /// A lifecycle of a county whose clocks have the same codes is measured alike. The hotline, the whistle, the hazard alert and the service by proxy have a limit for each of their steps
    /// and none for the whole, so that their cases count in no closure rate.
    /// </remarks>
    public static CaseFactRules Standard { get; } = new()
    {
        Steps =
        [
            Closing("closure", []),
            Closing("total", ["digital-city"]),
            Closing("handling", ["petition"]),
            Closing("mediation", ["mediation"]),
            Disposal("handling", ["daily", "ordinary", "serious", "hotline-12345", "whistle"]),
            Disposal("handle", ["digital-city"]),
            Disposal("treatment", ["hazard-alert"]),
            Disposal("processing", ["agency-service"]),
            Filing("intake", []),
            Filing("acceptance", ["digital-city", "petition", "mediation", "agency-service"]),
            Filing("answer", ["hotline-12345"]),
            new CaseStepRule("dispatch", CaseStepEnd.Passed) { Due = CaseMarks.DispatchDue, Done = CaseMarks.Dispatched, OnTime = CaseMarks.DispatchedOnTime },
            new CaseStepRule("verification", CaseStepEnd.Passed) { Lifecycles = ["digital-city"], Due = CaseMarks.VerificationDue, OnTime = CaseMarks.VerifiedOnTime },
            Check("verification", ["daily", "ordinary", "serious"]),
            Check("check", ["digital-city", "hazard-alert"]),
            Whistle("answer-daily"),
            Whistle("answer-key"),
            Whistle("answer-emergency"),
        ],
        InvalidStates = ["rejected", "declined", "not-accepted", "dismissed"],
        DeferralClocks = ["suspension", "hang"],
        GridLevel = "grid",
    };

    /// <summary>Gets the steps that are measured.</summary>
    public EquatableArray<CaseStepRule> Steps { get; init; }

    /// <summary>Gets the final states that say that the report was not valid (无效上报); a case that was filed before it came there is voided (作废).</summary>
    public EquatableArray<string> InvalidStates { get; init; }

    /// <summary>Gets the clocks that run while a case is put off with permission (缓办, 挂账).</summary>
    public EquatableArray<string> DeferralClocks { get; init; }

    /// <summary>Gets the level whose unit a case counts for as its worker's; null where cases count for no worker.</summary>
    public string? GridLevel { get; init; }

    /// <summary>Gets the least rating of a resident that counts as satisfied, 1 to 5. The default is <see cref="CaseResolution.DefaultGoodFrom"/>.</summary>
    public int GoodFrom { get; init; } = CaseResolution.DefaultGoodFrom;

    private static CaseStepRule Closing(string clock, EquatableArray<string> lifecycles) => new(clock, CaseStepEnd.Closed)
    {
        Lifecycles = lifecycles,
        Due = CaseMarks.ClosureDue,
        Done = CaseMarks.Closed,
        OnTime = CaseMarks.ClosedOnTime,
        Late = CaseMarks.ClosedLate,
    };

    private static CaseStepRule Disposal(string clock, EquatableArray<string> lifecycles) => new(clock, CaseStepEnd.Handled)
    {
        Lifecycles = lifecycles,
        Due = CaseMarks.DisposalDue,
        Done = CaseMarks.Disposed,
        OnTime = CaseMarks.DisposedOnTime,
        Overdue = CaseMarks.DisposalOverdue,
    };

    private static CaseStepRule Filing(string clock, EquatableArray<string> lifecycles) =>
        new(clock, CaseStepEnd.Passed) { Lifecycles = lifecycles, Done = CaseMarks.Filed, OnTime = CaseMarks.FiledOnTime };

    private static CaseStepRule Check(string clock, EquatableArray<string> lifecycles) =>
        new(clock, CaseStepEnd.Stopped) { Lifecycles = lifecycles, Due = CaseMarks.CheckDue, OnTime = CaseMarks.CheckedOnTime };

    private static CaseStepRule Whistle(string clock) =>
        new(clock, CaseStepEnd.Passed) { Lifecycles = ["whistle"], Due = CaseMarks.WhistleReceived, OnTime = CaseMarks.WhistleAnswered };
}
