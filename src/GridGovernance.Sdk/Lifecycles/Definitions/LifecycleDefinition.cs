namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A lifecycle (流程) as data: the states of a case, who may move it, and the clocks that watch it.</summary>
/// <remarks>
/// <para>It speaks the vocabulary of the Stateless library: states with superstates, triggers, guards, entry and exit effects.
/// Guards, effects and parties are named here and bound to code by name when the lifecycle is compiled.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record LifecycleDefinition
{
    /// <summary>Gets the code, such as <c>daily</c>; a tier's lifecycle bears the tier's code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the version, from 1; a case keeps the version that it began with.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets where the lifecycle comes from: a statute, an article, or <c>sample</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the code of the state in which a case begins.</summary>
    public required string Initial { get; init; }

    /// <summary>Gets the parties that work round the clock (值守), for whom a limit in urgent hours is meant.</summary>
    public EquatableArray<string> OnDuty { get; init; }

    /// <summary>Gets the states.</summary>
    public required EquatableArray<StateDefinition> States { get; init; }

    /// <summary>Gets the triggers.</summary>
    public required EquatableArray<TriggerDefinition> Triggers { get; init; }

    /// <summary>Gets the transitions; of two that share state and trigger the earlier one is tried first.</summary>
    public required EquatableArray<TransitionDefinition> Transitions { get; init; }

    /// <summary>Gets the clocks.</summary>
    public EquatableArray<ClockDefinition> Clocks { get; init; }

    /// <summary>Gets the ladder that an overdue case climbs, lowest rung first; the last rung repeats until the case is closed.</summary>
    public EquatableArray<EscalationRung> Escalation { get; init; }
}
