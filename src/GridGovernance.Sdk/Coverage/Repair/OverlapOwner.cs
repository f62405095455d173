namespace GridGovernance.Sdk.Coverage;

/// <summary>Who keeps a place that several units claim.</summary>
public enum OverlapOwner
{
    /// <summary>The smaller unit: an enclave keeps its area where the unit around it was drawn without a hole. Of equal ones the first by code.</summary>
    Smaller = 0,

    /// <summary>The larger unit; of equal ones the first by code.</summary>
    Larger = 1,

    /// <summary>The first by code.</summary>
    FirstByCode = 2,

    /// <summary>The claimant whose undisputed area has the longest border with the place; the smaller where none has any.</summary>
    LongestBorder = 3,
}
