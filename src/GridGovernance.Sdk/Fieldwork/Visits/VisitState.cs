namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How a subject stands on a day.</summary>
public enum VisitState
{
    /// <summary>The duty has not begun; text <c>ahead</c>.</summary>
    Ahead = 0,

    /// <summary>The period's visit was made, and nothing is owed; text <c>done</c>.</summary>
    Done = 1,

    /// <summary>The period's visit is still to be made; text <c>due</c>.</summary>
    Due = 2,

    /// <summary>The period's visit is still to be made, and the last attempt was refused; text <c>refused</c>.</summary>
    Refused = 3,

    /// <summary>The last period ended without its visit, which may still be made up for; text <c>grace</c>.</summary>
    Grace = 4,

    /// <summary>The visit is past its grace; text <c>overdue</c>.</summary>
    Overdue = 5,

    /// <summary>The duty is over; text <c>ended</c>.</summary>
    Ended = 6,
}
