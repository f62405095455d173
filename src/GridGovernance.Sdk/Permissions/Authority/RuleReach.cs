namespace GridGovernance.Sdk.Permissions;

/// <summary>How far a rule gets with a request, in the order in which it is asked: matter and action, who, where, when, under which conditions.</summary>
internal enum RuleReach
{
    /// <summary>There is no rule on the matter and the action.</summary>
    None = 0,

    /// <summary>The rule is on the matter and the action, but not for who asks.</summary>
    Matter = 1,

    /// <summary>It is for who asks, but not in this place.</summary>
    Who = 2,

    /// <summary>It holds in this place, but not on this day.</summary>
    Place = 3,

    /// <summary>It holds on this day, but a condition is unmet.</summary>
    Time = 4,

    /// <summary>It fits.</summary>
    Full = 5,
}
