namespace GridGovernance.Sdk.Cases;

/// <summary>The size of a matter (小事、大事、难事, S3-42): an axis of its own beside the tier.</summary>
public enum CaseSize
{
    /// <summary>A small matter, solved quickly (小事迅速解决).</summary>
    Small = 0,

    /// <summary>A large matter, solved properly (大事妥善解决).</summary>
    Large = 1,

    /// <summary>A hard matter, solved by coordination (难事协调解决).</summary>
    Hard = 2,
}
