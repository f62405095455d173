namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A transition as it stands in one concrete state of a compiled <see cref="Lifecycle"/>, superstates' transitions resolved.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class LifecycleTransition
{
    internal LifecycleTransition(TransitionDefinition definition, LifecycleState source, LifecycleState target, ulong guards)
    {
        Definition = definition;
        Source = source;
        Target = target;
        Guards = guards;
        Effects = EffectsOf(definition, source, target);
    }

    /// <summary>Gets the definition.</summary>
    public TransitionDefinition Definition { get; }

    /// <summary>Gets the trigger's code.</summary>
    public string Trigger => Definition.Trigger;

    /// <summary>Gets the state in which it fires.</summary>
    public LifecycleState Source { get; }

    /// <summary>Gets the state that it reaches: <see cref="Source"/> for an internal transition.</summary>
    public LifecycleState Target { get; }

    /// <summary>Gets a value indicating whether no state is left or entered.</summary>
    public bool IsInternal => Definition.To is null;

    /// <summary>Gets the guards that must hold, one bit a guard, by position in <see cref="Lifecycle.Guards"/>.</summary>
    public ulong Guards { get; }

    /// <summary>Gets the effects in order: those of the states left, innermost first, its own, those of the states entered, outermost first.</summary>
    public EquatableArray<string> Effects { get; }

    private static EquatableArray<string> EffectsOf(TransitionDefinition definition, LifecycleState source, LifecycleState target)
    {
        if (definition.To is null)
        {
            return definition.Effects;
        }

        var effects = new List<string>();
        var common = CommonSuperstate(source, target);
        for (var state = source; !ReferenceEquals(state, common); state = state!.Superstate)
        {
            effects.AddRange(state!.Definition.OnExit);
        }

        effects.AddRange(definition.Effects);
        var entered = new Stack<LifecycleState>();
        for (var state = target; !ReferenceEquals(state, common); state = state!.Superstate)
        {
            entered.Push(state!);
        }

        foreach (var state in entered)
        {
            effects.AddRange(state.Definition.OnEntry);
        }

        return EquatableArray.From(effects);
    }

    private static LifecycleState? CommonSuperstate(LifecycleState source, LifecycleState target)
    {
        var state = source.Superstate;
        while (state is not null && !target.IsIn(state))
        {
            state = state.Superstate;
        }

        return state;
    }
}
