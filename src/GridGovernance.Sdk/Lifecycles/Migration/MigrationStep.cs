namespace GridGovernance.Sdk.Lifecycles;

/// <summary>What becomes of the cases in one state of the old version.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="State">The state in the old version.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Target">The code of the state in the new version; null where there is none, or none yet.</param>
/// <param name="Reason">Why.</param>
public sealed record MigrationStep(string State, MigrationOutcome Outcome, string? Target, Message Reason)
{
    /// <summary>Gets the states that a decision could choose, where one is needed.</summary>
    public EquatableArray<string> Candidates { get; init; }
}
