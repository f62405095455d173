namespace GridGovernance.Sdk.Staffing;

/// <summary>How a unit departs from a staffing standard.</summary>
public enum StaffingGapKind
{
    /// <summary>Fewer people than the standard asks for, and nobody stands in.</summary>
    Understaffed = 0,

    /// <summary>The one seat is vacant, but a deputy acts for it.</summary>
    Deputised = 1,

    /// <summary>Enough people, but all are away and nobody stands in.</summary>
    Unattended = 2,

    /// <summary>More people than the standard allows.</summary>
    Overstaffed = 3,

    /// <summary>One person in more seats than the standard allows.</summary>
    SpreadThin = 4,
}
