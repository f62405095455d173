namespace GridGovernance.Sdk.Permissions;

/// <summary>The codes of what can be done to an item of the entry list.</summary>
public static class EntryTriggers
{
    /// <summary>The department applies in advance (申请).</summary>
    public const string Apply = "apply";

    /// <summary>The office sends the application back to be completed (补正).</summary>
    public const string Return = "return";

    /// <summary>The department completes it.</summary>
    public const string Complete = "complete";

    /// <summary>The office receives it (受理).</summary>
    public const string Receive = "receive";

    /// <summary>The office opens the joint review (评估、会审).</summary>
    public const string Review = "review";

    /// <summary>A required body signs (会签); with the last signature the item is approved (批准).</summary>
    public const string Sign = "sign";

    /// <summary>A required body refuses (驳回), or a new content of an item in force.</summary>
    public const string Refuse = "refuse";

    /// <summary>The office publishes it (公示).</summary>
    public const string Publish = "publish";

    /// <summary>The office puts it in force (生效).</summary>
    public const string Enter = "enter-into-force";

    /// <summary>The office lets an urgent item in at once, for a stated term (临时准入), once the bodies concerned consent.</summary>
    public const string AdmitTemporarily = "admit-temporarily";

    /// <summary>Its new content is put forward (动态调整).</summary>
    public const string Adjust = "adjust";

    /// <summary>The office suspends it (暂停).</summary>
    public const string Suspend = "suspend";

    /// <summary>The office takes it up again.</summary>
    public const string Resume = "resume";

    /// <summary>It is reviewed and stays as it is (评估后继续).</summary>
    public const string Confirm = "confirm";

    /// <summary>It leaves the list (退出、撤销).</summary>
    public const string Withdraw = "withdraw";
}
