namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A compiled lifecycle: one immutable table that all its cases share.</summary>
/// <remarks>
/// <para>Compile once, fire many times: a look-up by state and trigger allocates nothing. Effects are returned, never called.</para>
/// <para>Equality is by reference; <see cref="Key"/> tells whether two mean the same. Safe to share between threads.</para>
/// </remarks>
public sealed class Lifecycle
{
    private readonly Dictionary<string, LifecycleState> _states;
    private readonly Dictionary<string, int> _triggers;

    // INVARIANT: the transitions of state s and trigger t are at s × triggers + t, own ones before the superstates', in the order of the definition.
    private readonly LifecycleTransition[][] _table;

    // INVARIANT: by state, one bit a trigger: those that some transition takes without a guard, and those that only guarded ones take.
    private readonly ulong[] _always;
    private readonly (ulong Bit, ulong Guards)[][] _guarded;

    internal Lifecycle(
        LifecycleDefinition definition, LifecycleState[] states, string[] guards, LifecycleTransition[][] table, LifecycleClock[] clocks)
    {
        Definition = definition;
        States = EquatableArray.Create<LifecycleState>(states);
        Guards = EquatableArray.Create<string>(guards);
        Clocks = EquatableArray.Create<LifecycleClock>(clocks);
        _table = table;
        _states = states.ToDictionary(state => state.Code, StringComparer.Ordinal);
        _triggers = definition.Triggers.Select((trigger, index) => (trigger.Code, index))
            .ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        Initial = _states[definition.Initial];
        (_always, _guarded) = (new ulong[states.Length], new (ulong, ulong)[states.Length][]);
        for (var state = 0; state < states.Length; state++)
        {
            var guarded = new List<(ulong, ulong)>();
            for (var trigger = 0; trigger < Math.Min(64, _triggers.Count); trigger++)
            {
                foreach (var transition in table[(state * _triggers.Count) + trigger])
                {
                    if (transition.Guards == 0)
                    {
                        _always[state] |= 1UL << trigger;
                    }
                    else
                    {
                        guarded.Add((1UL << trigger, transition.Guards));
                    }
                }
            }

            _guarded[state] = [.. guarded];
        }

        Key = new LifecycleKey(definition.Code, definition.Version, LifecycleContent.HashOf(definition));
    }

    /// <summary>Gets the definition.</summary>
    public LifecycleDefinition Definition { get; }

    /// <summary>Gets code, version and content hash.</summary>
    public LifecycleKey Key { get; }

    /// <summary>Gets the states, in the order of the definition.</summary>
    public EquatableArray<LifecycleState> States { get; }

    /// <summary>Gets the state in which a case begins.</summary>
    public LifecycleState Initial { get; }

    /// <summary>Gets the names of the guards; a guard's position is its bit in <see cref="LifecycleTransition.Guards"/>.</summary>
    public EquatableArray<string> Guards { get; }

    /// <summary>Gets the clocks, in the order of the definition.</summary>
    public EquatableArray<LifecycleClock> Clocks { get; }

    /// <summary>Compiles a definition and analyses it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="vocabulary">The guards and parties that may be named.</param>
    /// <param name="report">Everything that is wrong or doubtful, with JSON Pointers into the definition.</param>
    /// <returns>The lifecycle, or null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="vocabulary"/> is null.</exception>
    public static Lifecycle? Compile(LifecycleDefinition definition, LifecycleVocabulary vocabulary, out FindingReport report)
    {
        var found = LifecycleReport.Of(definition, vocabulary);
        report = found.ToFindings();
        return found.Lifecycle;
    }

    /// <summary>Returns a state by its code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The state, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public LifecycleState? FindState(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _states.GetValueOrDefault(code);
    }

    /// <summary>Says whether the lifecycle knows a trigger, in whatever state.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <returns>True when it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public bool HasTrigger(string trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return _triggers.ContainsKey(trigger);
    }

    /// <summary>Returns the transitions on a trigger in a state, in the order in which they are tried.</summary>
    /// <param name="state">A state of this lifecycle.</param>
    /// <param name="trigger">The trigger's code.</param>
    /// <returns>The transitions; empty where the trigger does nothing in the state, or is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public ReadOnlySpan<LifecycleTransition> Transitions(LifecycleState state, string trigger)
    {
        ArgumentNullException.ThrowIfNull(state);
        return _triggers.TryGetValue(trigger, out var index) ? _table[(state.Index * _triggers.Count) + index] : [];
    }

    /// <summary>Fires a trigger: returns the first transition whose guards hold.</summary>
    /// <param name="state">A state of this lifecycle.</param>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="satisfied">The guards that hold, one bit a guard, by position in <see cref="Guards"/>.</param>
    /// <returns>The transition, or null when none is permitted.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LifecycleTransition? Fire(LifecycleState state, string trigger, ulong satisfied)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        foreach (var transition in Transitions(state, trigger))
        {
            if ((transition.Guards & ~satisfied) == 0)
            {
                return transition;
            }
        }

        return null;
    }

    /// <summary>Says whether a trigger would move a case.</summary>
    /// <param name="state">A state of this lifecycle.</param>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="satisfied">The guards that hold.</param>
    /// <returns>True when <see cref="Fire"/> would return a transition.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public bool CanFire(LifecycleState state, string trigger, ulong satisfied = ulong.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return Fire(state, trigger, satisfied) is not null;
    }

    /// <summary>Judges a trigger: the transition that it takes, or the nearest one and the guards that it lacks.</summary>
    /// <param name="state">A state of this lifecycle.</param>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="satisfied">The guards that hold, one bit a guard, by position in <see cref="Guards"/>.</param>
    /// <returns>The verdict; it allocates nothing.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LifecycleVerdict Judge(LifecycleState state, string trigger, ulong satisfied)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var row = Transitions(state, trigger);
        foreach (var transition in row)
        {
            if ((transition.Guards & ~satisfied) == 0)
            {
                return new LifecycleVerdict(transition, transition, 0);
            }
        }

        return row.Length == 0 ? default : new LifecycleVerdict(null, row[0], row[0].Guards & ~satisfied);
    }

    /// <summary>Returns the triggers that would move a case, as bits.</summary>
    /// <param name="state">A state of this lifecycle.</param>
    /// <param name="satisfied">The guards that hold, one bit a guard, by position in <see cref="Guards"/>.</param>
    /// <returns>One bit a trigger, by position in <see cref="LifecycleDefinition.Triggers"/>; triggers after the sixty-fourth have none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public ulong PermittedSet(LifecycleState state, ulong satisfied)
    {
        ArgumentNullException.ThrowIfNull(state);
        var set = _always[state.Index];
        foreach (var (bit, guards) in _guarded[state.Index])
        {
            set |= (guards & ~satisfied) == 0 ? bit : 0;
        }

        return set;
    }

    /// <summary>Returns the triggers that do something in a state, guards aside, in the order of the definition.</summary>
    /// <param name="state">A state of this lifecycle.</param>
    /// <returns>The triggers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public IEnumerable<TriggerDefinition> PermittedTriggers(LifecycleState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Definition.Triggers.Where((_, index) => _table[(state.Index * _triggers.Count) + index].Length > 0);
    }
}
