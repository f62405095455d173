namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Which way a matter is referred (转介).</summary>
public enum ReferralDirection
{
    /// <summary>From the grid system to a body outside of it; text <c>to-body</c>.</summary>
    ToBody = 0,

    /// <summary>From a body outside to the grid system; text <c>to-grid</c>.</summary>
    ToGrid = 1,
}
