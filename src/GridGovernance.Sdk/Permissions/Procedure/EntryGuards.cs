namespace GridGovernance.Sdk.Permissions;

/// <summary>The names of the guards and parties of an entry procedure, as its lifecycle may name them.</summary>
public static class EntryGuards
{
    /// <summary>The three mandatory contents are there (具体项目、权责事项、操作流程), and a temporary item has its last day.</summary>
    public const string Complete = "complete";

    /// <summary>It was applied for, or a content that gives more was put forward, as long ahead as the procedure asks.</summary>
    public const string Ahead = "ahead";

    /// <summary>Whoever signs is one of those who must, and has not signed yet.</summary>
    public const string MaySign = "may-sign";

    /// <summary>With this step every required body has signed.</summary>
    public const string AllSigned = "all-signed";

    /// <summary>The item is temporary, and its last day is not over.</summary>
    public const string Temporary = "temporary";

    /// <summary>A reason is given.</summary>
    public const string Reason = "reason";

    /// <summary>The new content is given, under the same code.</summary>
    public const string Content = "content";

    /// <summary>Gets all of them.</summary>
    public static EquatableArray<string> All { get; } = [Complete, Ahead, MaySign, AllSigned, Temporary, Reason, Content];

    /// <summary>Gets the parties: the applying department, the office that keeps the list, and whoever must sign.</summary>
    public static EquatableArray<string> Parties { get; } = ["applicant", "office", "approver"];
}
