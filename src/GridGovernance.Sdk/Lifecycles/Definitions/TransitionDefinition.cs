using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A transition: in a state, a trigger, by certain parties, under guards, leads to a state.</summary>
/// <remarks>
/// <para>A transition of a superstate holds in every substate; the substate's own transition on the same trigger is tried first.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record TransitionDefinition
{
    /// <summary>Gets the code of the state or superstate that it leaves.</summary>
    public required string From { get; init; }

    /// <summary>Gets the code of the trigger.</summary>
    public required string Trigger { get; init; }

    /// <summary>Gets the code of the state that it reaches; null for an internal transition, which neither leaves nor enters a state.</summary>
    public string? To { get; init; }

    /// <summary>Gets who may fire it: posts' codes, or parties of <see cref="LifecycleParty"/>; at least one.</summary>
    public required EquatableArray<string> By { get; init; }

    /// <summary>Gets the names of the guards, all of which must hold.</summary>
    public EquatableArray<string> Guards { get; init; }

    /// <summary>Gets the names of the effects that follow.</summary>
    public EquatableArray<string> Effects { get; init; }

    /// <summary>Gets the window (期限) in which it may fire, from the entry into the state that it leaves; null where it may fire at any time.</summary>
    /// <remarks>A final state is left by nothing but a transition with a window: a reopening, an application for review.</remarks>
    public TimeLimit? Within { get; init; }

    /// <summary>Gets how <see cref="Within"/> is counted; <see cref="CountingPolicy.CivilCode"/> when null.</summary>
    public CountingPolicy? Policy { get; init; }
}
