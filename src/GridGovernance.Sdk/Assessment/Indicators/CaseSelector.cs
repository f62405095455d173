namespace GridGovernance.Sdk.Assessment;

/// <summary>A named count over case facts (计数口径): what stands above or below the line of an indicator.</summary>
/// <remarks>Data names a selector by its code; the code is bound to the function here. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, such as <c>closed-on-time</c>.</param>
/// <param name="Title">What it counts.</param>
/// <param name="Count">How much a case counts: mostly 0 or 1, or points of a rating; never negative.</param>
public sealed record CaseSelector(string Code, LocalizedText Title, Func<CaseFact, long> Count)
{
    /// <summary>Gets the selectors that the library knows: one for each mark, those that subtract, and the points of ratings.</summary>
    public static EquatableArray<CaseSelector> Standard { get; } =
    [
        Of("reported", "reported", "上报", CaseMarks.Reported),
        Of("validly-reported", "validly reported", "有效上报", CaseMarks.ValidReport),
        Of("missed", "missed by who should have reported", "漏报", CaseMarks.Missed),
        Of("by-supervision", "known through supervision", "监督举报核实", CaseMarks.BySupervision),
        Of("filed", "filed", "立案", CaseMarks.Filed),
        Of("filed-on-time", "filed on time", "按时立案", CaseMarks.FiledOnTime),
        Of("filed-not-voided", "filed and not voided", "立案且未作废", CaseMarks.Filed, CaseMarks.Voided),
        Of("verification-due", "to be verified", "应核实", CaseMarks.VerificationDue),
        Of("verified-on-time", "verified on time", "按时核实", CaseMarks.VerifiedOnTime),
        Of("check-due", "to be checked", "应核查", CaseMarks.CheckDue),
        Of("checked-on-time", "checked on time", "按时核查", CaseMarks.CheckedOnTime),
        Of("dispatch-due", "to be dispatched", "应派遣", CaseMarks.DispatchDue),
        Of("dispatched-on-time", "dispatched on time", "按时派遣", CaseMarks.DispatchedOnTime),
        Of("dispatched-not-returned", "dispatched and not sent back", "派遣且未退回", CaseMarks.Dispatched, CaseMarks.DispatchReturned),
        Of("disposal-due", "to be disposed of", "应处置", CaseMarks.DisposalDue),
        Of("disposed", "disposed of", "处置", CaseMarks.Disposed),
        Of("disposed-on-time", "disposed of on time", "按期处置", CaseMarks.DisposedOnTime),
        Of("disposal-overdue", "overdue for disposal", "超期待处置", CaseMarks.DisposalOverdue),
        Of("extended", "extended", "延期", CaseMarks.Extended),
        Of("closure-due", "to be closed", "应结案", CaseMarks.ClosureDue),
        Of("closure-due-not-deferred", "to be closed and not put off", "应结案减缓办", CaseMarks.ClosureDue, CaseMarks.Deferred),
        Of("closed", "closed", "结案", CaseMarks.Closed),
        Of("closed-on-time", "closed on time", "按期结案", CaseMarks.ClosedOnTime),
        Of("closed-late", "closed late", "超期结案", CaseMarks.ClosedLate),
        Of("not-closed", "not closed", "未结案", CaseMarks.None, CaseMarks.Closed),
        Of("reworked", "sent back for rework", "返工", CaseMarks.Reworked),
        Of("escalated", "escalated", "督办", CaseMarks.Escalated),
        Of("surveyed", "asked about satisfaction", "有效回访", CaseMarks.Surveyed),
        Of("satisfied", "satisfied", "满意", CaseMarks.Satisfied),
        Of("response-due", "to be responded to", "应响应", CaseMarks.ResponseDue),
        Of("responded", "responded to in time", "按时响应", CaseMarks.Responded),
        Of("resolved", "resolved, as who raised it says", "解决", CaseMarks.Resolved),
        Of("whistles-received", "calls to the spot", "吹哨", CaseMarks.WhistleReceived),
        Of("whistles-answered", "calls to the spot answered in time", "按时报到", CaseMarks.WhistleAnswered),
        new("worker-rating-points", new LocalizedText("points given by grid workers", "网格员评价得分"), static fact => fact.WorkerRating ?? 0),
        new("worker-rating-maximum", new LocalizedText("points that grid workers could give", "网格员评价满分"), static fact => fact.WorkerRating is null ? 0 : CaseFact.BestRating),
        new("department-rating-points", new LocalizedText("points given by departments", "部门评价得分"), static fact => fact.DepartmentRating ?? 0),
        new("department-rating-maximum", new LocalizedText("points that departments could give", "部门评价满分"), static fact => fact.DepartmentRating is null ? 0 : CaseFact.BestRating),
    ];

    private static CaseSelector Of(string code, string en, string zh, CaseMarks with, CaseMarks without = CaseMarks.None) =>
        new(code, new LocalizedText(en, zh), fact => fact.Has(with) && (fact.Marks & without) == CaseMarks.None ? 1 : 0);
}
