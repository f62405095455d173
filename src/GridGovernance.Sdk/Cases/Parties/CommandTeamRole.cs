namespace GridGovernance.Sdk.Cases;

/// <summary>What a seat is in a command team (事件联动处置小组, S3-21).</summary>
public enum CommandTeamRole
{
    /// <summary>An adviser (顾问).</summary>
    Adviser = 0,

    /// <summary>The commander (指挥长), of whom there is one.</summary>
    Commander = 1,

    /// <summary>A deputy commander (副指挥长).</summary>
    DeputyCommander = 2,

    /// <summary>A member (成员).</summary>
    Member = 3,
}
