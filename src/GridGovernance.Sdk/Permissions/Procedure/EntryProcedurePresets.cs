using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Entry procedures of places, each with its source. What a source does not say is marked in <see cref="EntryProcedureDefinition.Source"/>.</summary>
public static class EntryProcedurePresets
{
    private static readonly TimeLimit TwoWeeks = new(10, LimitUnit.WorkingDays);
    private static readonly TimeLimit Year = new(1, LimitUnit.Years);

    /// <summary>Gets the procedure of Xicheng District, Beijing (西城区): apply 30 working days ahead, decided within 15 working days.</summary>
    /// <remarks>西城区 2018: four steps 申请、审批、准入、撤销. How long completion and publication take, and the yearly review, are samples.</remarks>
    public static EntryProcedureDefinition Xicheng2018 { get; } = Create(
        "xicheng-2018", "Xicheng District 2018", "西城区2018", "西城区2018年社区工作事项准入：申请、审批、准入、撤销; completion, publication, review: sample", new TimeLimit(15, LimitUnit.WorkingDays)) with
    {
        ApplyAhead = new TimeLimit(30, LimitUnit.WorkingDays),
    };

    /// <summary>Gets the procedure of the regulation of Zhoushan (舟山市): apply in advance; urgent items by consent and for a stated term; adjusted after evaluation and publication.</summary>
    /// <remarks>舟山市网格化服务管理条例 arts 23–25, which name no limits in days: all limits are samples.</remarks>
    public static EntryProcedureDefinition Zhoushan { get; } = Create(
        "zhoushan", "Regulation of Zhoushan", "舟山条例", "舟山市网格化服务管理条例第二十三条至第二十五条; all limits: sample", new TimeLimit(20, LimitUnit.WorkingDays));

    private static EntryProcedureDefinition Create(string code, string en, string zh, string source, TimeLimit decideWithin) => new()
    {
        Code = code,
        Title = new LocalizedText(en, zh),
        Source = source,
        Office = "grid-office",
        Lifecycle = LifecycleOf(code, new LocalizedText(en, zh), decideWithin) with { Source = source },
    };

    private static LifecycleDefinition LifecycleOf(string code, LocalizedText title, TimeLimit decideWithin) => new LifecycleBuilder(code, 1, title, "applied")
        .Configure("applied", new LocalizedText("Applied for", "已申请"), static state => state.ResponsibleIs("office")
            .PermitIf(EntryTriggers.Return, "to-be-completed", [EntryGuards.Reason], "office")
            .PermitIf(EntryTriggers.Receive, "received", [EntryGuards.Complete, EntryGuards.Ahead], "office")
            .PermitIf(EntryTriggers.Refuse, "refused", [EntryGuards.Reason], "office")
            .PermitIf(EntryTriggers.Sign, "applied", [EntryGuards.Temporary, EntryGuards.MaySign], "approver")
            .PermitIf(EntryTriggers.AdmitTemporarily, "in-force", [EntryGuards.Complete, EntryGuards.Temporary, EntryGuards.AllSigned], "office")
            .PermitIf(EntryTriggers.Withdraw, "given-up", [EntryGuards.Reason], "applicant"))
        .Configure("to-be-completed", new LocalizedText("To be completed", "待补正"), static state => state.ResponsibleIs("applicant")
            .PermitIf(EntryTriggers.Complete, "applied", [EntryGuards.Content], "applicant")
            .PermitIf(EntryTriggers.Withdraw, "given-up", [EntryGuards.Reason], "applicant", "office"))
        .Configure("received", new LocalizedText("Received", "已受理"), static state => state.ResponsibleIs("office")
            .Permit(EntryTriggers.Review, "under-review", "office"))
        .Configure("under-review", new LocalizedText("Under joint review", "会审中"), static state => state.ResponsibleIs("approver")
            .PermitIf(EntryTriggers.Sign, "approved", [EntryGuards.MaySign, EntryGuards.AllSigned], "approver")
            .PermitIf(EntryTriggers.Sign, "under-review", [EntryGuards.MaySign], "approver")
            .PermitIf(EntryTriggers.Refuse, "refused", [EntryGuards.Reason], "approver"))
        .Configure("approved", new LocalizedText("Approved", "已批准"), static state => state.ResponsibleIs("office")
            .Permit(EntryTriggers.Publish, "published", "office"))
        .Configure("published", new LocalizedText("Published", "公示中"), static state => state.ResponsibleIs("office")
            .PermitIf(EntryTriggers.Enter, "in-force", [EntryGuards.Ahead], "office")
            .PermitIf(EntryTriggers.Withdraw, "withdrawn", [EntryGuards.Reason], "office"))
        .Configure("in-force", new LocalizedText("In force", "已生效"), static state => state.ResponsibleIs("office")
            .PermitIf(EntryTriggers.Adjust, "adjusting", [EntryGuards.Content, EntryGuards.Complete], "applicant", "office")
            .Permit(EntryTriggers.Publish, "in-force", "office")
            .Permit(EntryTriggers.Confirm, "in-force", "office")
            .PermitIf(EntryTriggers.Suspend, "suspended", [EntryGuards.Reason], "office")
            .PermitIf(EntryTriggers.Withdraw, "withdrawn", [EntryGuards.Reason], "office", "applicant"))
        .Configure("adjusting", new LocalizedText("Being adjusted", "调整中"), static state => state.ResponsibleIs("approver")
            .PermitIf(EntryTriggers.Sign, "adjustment-approved", [EntryGuards.MaySign, EntryGuards.AllSigned], "approver")
            .PermitIf(EntryTriggers.Sign, "adjusting", [EntryGuards.MaySign], "approver")
            .PermitIf(EntryTriggers.Refuse, "in-force", [EntryGuards.Reason], "approver"))
        .Configure("adjustment-approved", new LocalizedText("Adjustment approved", "调整已批准"), static state => state.ResponsibleIs("office")
            .PermitIf(EntryTriggers.Publish, "in-force", [EntryGuards.Ahead], "office"))
        .Configure("suspended", new LocalizedText("Suspended", "已暂停"), static state => state.ResponsibleIs("office")
            .Permit(EntryTriggers.Resume, "in-force", "office")
            .PermitIf(EntryTriggers.Withdraw, "withdrawn", [EntryGuards.Reason], "office", "applicant"))
        .Configure("refused", new LocalizedText("Refused", "已驳回"), static state => state.Final())
        .Configure("given-up", new LocalizedText("Given up", "已撤回申请"), static state => state.Final())
        .Configure("withdrawn", new LocalizedText("Withdrawn", "已退出"), static state => state.Final())
        .Label(EntryTriggers.Return, new LocalizedText("return to be completed", "退回补正"))
        .Label(EntryTriggers.Complete, new LocalizedText("complete", "补正"))
        .Label(EntryTriggers.Receive, new LocalizedText("receive", "受理"))
        .Label(EntryTriggers.Review, new LocalizedText("open the joint review", "提交会审"))
        .Label(EntryTriggers.Sign, new LocalizedText("sign", "会签"))
        .Label(EntryTriggers.Refuse, new LocalizedText("refuse", "驳回"))
        .Label(EntryTriggers.Publish, new LocalizedText("publish", "公示"))
        .Label(EntryTriggers.Enter, new LocalizedText("put in force", "生效"))
        .Label(EntryTriggers.AdmitTemporarily, new LocalizedText("admit for a term", "临时准入"))
        .Label(EntryTriggers.Adjust, new LocalizedText("adjust", "调整"))
        .Label(EntryTriggers.Confirm, new LocalizedText("review and keep", "评估后继续"))
        .Label(EntryTriggers.Suspend, new LocalizedText("suspend", "暂停"))
        .Label(EntryTriggers.Resume, new LocalizedText("take up again", "恢复"))
        .Label(EntryTriggers.Withdraw, new LocalizedText("withdraw", "退出"))
        .Clock(Clock(EntryProcedure.Decision, "Decision", "审批时限", decideWithin, ["applied", "received", "under-review"], ["to-be-completed"], ["approved", "in-force"]))
        .Clock(Clock("completion", "Completion", "补正时限", TwoWeeks, ["to-be-completed"], [], ["applied"]) with { Reentry = ClockReentry.Restart })
        .Clock(Clock("publication", "Publication", "公示时限", TwoWeeks, ["approved", "published"], [], ["in-force"]))
        .Clock(Clock("adjustment", "Adjustment", "调整时限", decideWithin, ["adjusting", "adjustment-approved"], [], ["in-force"]) with { Reentry = ClockReentry.Restart })
        .Clock(Clock(EntryProcedure.ReviewClock, "Review", "评估周期", Year, ["in-force"], [], []))
        .Escalate("office", TwoWeeks)
        .Build();

    private static ClockDefinition Clock(string code, string en, string zh, TimeLimit limit, EquatableArray<string> starts, EquatableArray<string> pauses, EquatableArray<string> stops) => new()
    {
        Code = code,
        Label = new LocalizedText(en, zh),
        Limit = limit,
        Policy = CountingPolicy.CivilCode,
        Starts = starts,
        Pauses = pauses,
        Stops = stops,
    };
}
