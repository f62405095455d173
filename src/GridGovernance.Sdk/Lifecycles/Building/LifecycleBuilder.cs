using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Builds a <see cref="LifecycleDefinition"/> in code, in the vocabulary of the Stateless library.</summary>
/// <remarks>
/// <para>It only collects: <see cref="Lifecycle.Compile"/> checks what it built. A trigger that is not labelled bears its code as label.</para>
/// <para>Use a builder once and from one thread.</para>
/// </remarks>
public sealed class LifecycleBuilder
{
    private readonly LifecycleDefinition _header;
    private readonly List<StateDefinition> _states = [];
    private readonly List<TransitionDefinition> _transitions = [];
    private readonly Dictionary<string, LocalizedText> _labels = new(StringComparer.Ordinal);
    private readonly List<ClockDefinition> _clocks = [];
    private readonly List<EscalationRung> _escalation = [];

    /// <summary>Begins a lifecycle.</summary>
    /// <param name="code">The code.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="title">The title.</param>
    /// <param name="initial">The code of the state in which a case begins.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> or <paramref name="initial"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> is null.</exception>
    public LifecycleBuilder(string code, int version, LocalizedText title, string initial)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(initial);
        ArgumentNullException.ThrowIfNull(title);
        _header = new LifecycleDefinition
        {
            Code = code,
            Version = version,
            Title = title,
            Initial = initial,
            States = [],
            Triggers = [],
            Transitions = [],
        };
    }

    /// <summary>Configures a state.</summary>
    /// <param name="state">The state's code.</param>
    /// <param name="label">The label.</param>
    /// <param name="configure">Says what the state does; null for a state that does nothing.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="state"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    public LifecycleBuilder Configure(string state, LocalizedText label, Action<StateBuilder>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        ArgumentNullException.ThrowIfNull(label);
        var builder = new StateBuilder(state, label);
        configure?.Invoke(builder);
        _states.Add(builder.State);
        _transitions.AddRange(builder.Transitions);
        return this;
    }

    /// <summary>Labels a trigger.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="label">The label.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="trigger"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    public LifecycleBuilder Label(string trigger, LocalizedText label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(trigger);
        ArgumentNullException.ThrowIfNull(label);
        _labels[trigger] = label;
        return this;
    }

    /// <summary>Adds a clock.</summary>
    /// <param name="clock">The clock.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clock"/> is null.</exception>
    public LifecycleBuilder Clock(ClockDefinition clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clocks.Add(clock);
        return this;
    }

    /// <summary>Adds the next rung of the escalation ladder.</summary>
    /// <param name="to">The party that is told.</param>
    /// <param name="within">The time until the next rung.</param>
    /// <param name="policy">How it is counted; <see cref="CountingPolicy.CivilCode"/> when null.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> is null or white space.</exception>
    public LifecycleBuilder Escalate(string to, TimeLimit within, CountingPolicy? policy = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        _escalation.Add(new EscalationRung { To = to, Within = within, Policy = policy ?? CountingPolicy.CivilCode });
        return this;
    }

    /// <summary>Returns the definition.</summary>
    /// <returns>The definition, with triggers in the order in which transitions first name them.</returns>
    public LifecycleDefinition Build() => _header with
    {
        States = EquatableArray.From(_states),
        Triggers = EquatableArray.From(_transitions.Select(transition => transition.Trigger).Distinct(StringComparer.Ordinal)
            .Select(trigger => new TriggerDefinition(trigger, _labels.GetValueOrDefault(trigger) ?? new LocalizedText(trigger, trigger)))),
        Transitions = EquatableArray.From(_transitions),
        Clocks = EquatableArray.From(_clocks),
        Escalation = EquatableArray.From(_escalation),
    };
}
