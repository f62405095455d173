namespace GridGovernance.Sdk.Staffing;

/// <summary>How a party unit lies in the grid network (点、线、面, S0-14).</summary>
public enum PartyForm
{
    /// <summary>Not stated.</summary>
    Unstated = 0,

    /// <summary>A point (点).</summary>
    Point = 1,

    /// <summary>A line (线).</summary>
    Line = 2,

    /// <summary>An area (面).</summary>
    Area = 3,
}
