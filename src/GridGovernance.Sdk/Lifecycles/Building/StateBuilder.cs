namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Says what a state does, in the vocabulary of the Stateless library; see <see cref="LifecycleBuilder.Configure"/>.</summary>
/// <remarks>Use a builder once and from one thread.</remarks>
public sealed class StateBuilder
{
    private readonly List<TransitionDefinition> _transitions = [];

    internal StateBuilder(string code, LocalizedText label) => State = new StateDefinition { Code = code, Label = label };

    internal StateDefinition State { get; private set; }

    internal IReadOnlyList<TransitionDefinition> Transitions => _transitions;

    /// <summary>Puts the state within another.</summary>
    /// <param name="superstate">The superstate's code.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="superstate"/> is null.</exception>
    public StateBuilder SubstateOf(string superstate)
    {
        ArgumentNullException.ThrowIfNull(superstate);
        State = State with { Superstate = superstate };
        return this;
    }

    /// <summary>Makes it a state in which a case ends.</summary>
    /// <returns>This builder.</returns>
    public StateBuilder Final()
    {
        State = State with { Final = true };
        return this;
    }

    /// <summary>Names the party that must act next.</summary>
    /// <param name="party">A post's code, or one of <see cref="LifecycleParty"/>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="party"/> is null.</exception>
    public StateBuilder ResponsibleIs(string party)
    {
        ArgumentNullException.ThrowIfNull(party);
        State = State with { Responsible = party };
        return this;
    }

    /// <summary>Names the effects of entering.</summary>
    /// <param name="effects">The effects' names, in order.</param>
    /// <returns>This builder.</returns>
    public StateBuilder OnEntry(params EquatableArray<string> effects)
    {
        State = State with { OnEntry = effects };
        return this;
    }

    /// <summary>Names the effects of leaving.</summary>
    /// <param name="effects">The effects' names, in order.</param>
    /// <returns>This builder.</returns>
    public StateBuilder OnExit(params EquatableArray<string> effects)
    {
        State = State with { OnExit = effects };
        return this;
    }

    /// <summary>Permits a trigger.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="to">The state that it leads to.</param>
    /// <param name="by">Who may fire it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> or <paramref name="to"/> is null.</exception>
    public StateBuilder Permit(string trigger, string to, params EquatableArray<string> by)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(to);
        return PermitIf(trigger, to, [], by);
    }

    /// <summary>Permits a trigger under guards.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="to">The state that it leads to.</param>
    /// <param name="guards">The guards' names, all of which must hold.</param>
    /// <param name="by">Who may fire it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> or <paramref name="to"/> is null.</exception>
    public StateBuilder PermitIf(string trigger, string to, EquatableArray<string> guards, params EquatableArray<string> by)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(to);
        return Add(new TransitionDefinition { From = State.Code, Trigger = trigger, To = to, By = by, Guards = guards });
    }

    /// <summary>Permits a trigger that neither leaves nor enters a state, but has effects.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="effects">The effects' names, in order.</param>
    /// <param name="by">Who may fire it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public StateBuilder InternalTransition(string trigger, EquatableArray<string> effects, params EquatableArray<string> by)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return Add(new TransitionDefinition { From = State.Code, Trigger = trigger, By = by, Effects = effects });
    }

    /// <summary>Permits whatever a definition can say.</summary>
    /// <param name="transition">The transition; it leaves this state, whatever it names as <see cref="TransitionDefinition.From"/>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="transition"/> is null.</exception>
    public StateBuilder Add(TransitionDefinition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        _transitions.Add(transition with { From = State.Code });
        return this;
    }
}
