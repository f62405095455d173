namespace GridGovernance.Sdk.Permissions;

/// <summary>Where an entry of a list comes from, so that nothing invented is taken for law.</summary>
public enum Origin
{
    /// <summary>Made up for a sample; no source names it.</summary>
    Sample = 0,

    /// <summary>Named in a published article or report.</summary>
    Article = 1,

    /// <summary>Named in a law, regulation or local statute.</summary>
    Statute = 2,
}
