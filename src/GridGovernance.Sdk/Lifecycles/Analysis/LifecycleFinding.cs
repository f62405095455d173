namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A finding about a lifecycle, with the state that it concerns and a way that shows it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Finding">The finding, with its place in the definition.</param>
/// <param name="State">The code of the state; null where it concerns no single state. Of the ladder it is a state from which it is climbed.</param>
/// <param name="Path">The way from the initial state to it; empty where no way leads there. Of the ladder the way goes on rung by rung, each with who is told.</param>
public sealed record LifecycleFinding(Finding Finding, string? State, LifecyclePath Path)
{
    /// <summary>Gets the guards that are known not to hold after that way, of those that would lead on; empty where none is in the way.</summary>
    public EquatableArray<string> Lacking { get; init; }

    /// <summary>Gets the finding's code.</summary>
    public string Code => Finding.Code;
}
