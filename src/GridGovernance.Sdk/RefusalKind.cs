namespace GridGovernance.Sdk;

/// <summary>Which of the five "no" it was.</summary>
public enum RefusalKind
{
    /// <summary>There is no such action here: the state, the lifecycle or the list does not know it.</summary>
    NoSuchAction = 0,

    /// <summary>The action exists, but not for this role, post or department (无权, 越权).</summary>
    NotYourRole = 1,

    /// <summary>The role may do it, but not in this place.</summary>
    NotYourGrid = 2,

    /// <summary>A condition (guard) is unmet.</summary>
    ConditionUnmet = 3,

    /// <summary>The matter is outside the list, or the list's term has not begun or is over.</summary>
    OutsideListOrTime = 4,
}
