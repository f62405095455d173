namespace GridGovernance.Sdk.Lifecycles;

/// <summary>What becomes of a case, or of a state, when a lifecycle gets a new version.</summary>
public enum MigrationOutcome
{
    /// <summary>It stays as it is.</summary>
    Kept = 0,

    /// <summary>It goes on under another code, by a rule that somebody wrote down.</summary>
    Mapped = 1,

    /// <summary>Somebody must decide first: there are several ways, or none that is plain.</summary>
    NeedsDecision = 2,

    /// <summary>It cannot be done, whatever is decided here.</summary>
    Impossible = 3,
}
