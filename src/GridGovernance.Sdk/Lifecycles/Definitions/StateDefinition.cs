namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A state of a lifecycle, or a superstate that groups others.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record StateDefinition
{
    /// <summary>Gets the code, such as <c>handling</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the label.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Gets the code of the superstate whose transitions, clocks and responsible party apply here too; null where there is none.</summary>
    public string? Superstate { get; init; }

    /// <summary>Gets a value indicating whether a case ends here. A final state is left only by a transition with a window, such as a reopening.</summary>
    public bool Final { get; init; }

    /// <summary>Gets the party that must act next: a post's code, or one of <see cref="LifecycleParty"/>; inherited from the superstate where null.</summary>
    public string? Responsible { get; init; }

    /// <summary>Gets the names of the effects that follow when a case enters.</summary>
    public EquatableArray<string> OnEntry { get; init; }

    /// <summary>Gets the names of the effects that follow when a case leaves.</summary>
    public EquatableArray<string> OnExit { get; init; }
}
