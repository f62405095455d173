using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The check that comes before compilation: every name must be known, unique and used where it belongs.</summary>
internal sealed class LifecycleCheck
{
    private const int MostGuards = 64;

    // A column holds a case's state in two bytes, and no analysis could walk so many.
    private const int MostStates = ushort.MaxValue + 1;
    private readonly LifecycleDefinition _definition;
    private readonly LifecycleVocabulary _vocabulary;
    private readonly int _mostStates;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, StateDefinition> _states = new(StringComparer.Ordinal);
    private readonly HashSet<string> _superstates = new(StringComparer.Ordinal);
    private readonly HashSet<string> _triggers = new(StringComparer.Ordinal);

    private LifecycleCheck(LifecycleDefinition definition, LifecycleVocabulary vocabulary, int mostStates)
    {
        _mostStates = mostStates;
        _definition = definition;
        _vocabulary = vocabulary;
    }

    internal static FindingReport Run(LifecycleDefinition definition, LifecycleVocabulary vocabulary, int mostStates = MostStates)
    {
        var check = new LifecycleCheck(definition, vocabulary, mostStates);
        check.Header();
        check.States();
        check.Triggers();
        check.Transitions();
        check.Clocks();
        check.Escalation();
        return new FindingReport(check._findings);
    }

    private void Header()
    {
        Coded("/code", _definition.Code);
        if (_definition.Version < 1)
        {
            Error("/version", "lifecycles.version-not-positive", _definition.Version);
        }

        if (_definition.States.Count > _mostStates)
        {
            Error("/states", "lifecycles.too-many-states", _mostStates, _definition.States.Count);
        }

        Each("/onDuty", _definition.OnDuty, KnownParty);
    }

    private void States()
    {
        foreach (var (state, i) in Indexed(_definition.States))
        {
            Coded($"/states/{i}/code", state.Code);
            if (!_states.TryAdd(state.Code, state))
            {
                Error($"/states/{i}/code", "lifecycles.duplicate-state", state.Code);
            }
        }

        foreach (var (state, i) in Indexed(_definition.States))
        {
            if (state.Superstate is { } superstate)
            {
                _superstates.Add(superstate);
                KnownState($"/states/{i}/superstate", superstate);
            }
        }

        foreach (var (state, i) in Indexed(_definition.States))
        {
            StateItself(state, i);
        }

        if (KnownState("/initial", _definition.Initial))
        {
            RestingState("/initial", _definition.Initial);
            if (_states[_definition.Initial].Final)
            {
                Error("/initial", "lifecycles.initial-final", _definition.Initial);
            }
        }
    }

    private void StateItself(StateDefinition state, int i)
    {
        if (state.Responsible is { } responsible)
        {
            KnownParty($"/states/{i}/responsible", responsible);
        }

        if (IsInCycle(state))
        {
            Error($"/states/{i}/superstate", "lifecycles.superstate-cycle", state.Code);
        }
        else if (!state.Final && !_superstates.Contains(state.Code) && ResponsibleOf(state) is null)
        {
            Error($"/states/{i}", "lifecycles.no-responsible", state.Code);
        }

        else if (state.Final)
        {
            Inherited(state, i);
        }

        if (state.Final && _superstates.Contains(state.Code))
        {
            Error($"/states/{i}/final", "lifecycles.final-superstate", state.Code);
        }
    }

    // What every state of a group may do, a closed case may do too: its superstates must leave it alone, but for a window.
    private void Inherited(StateDefinition state, int i)
    {
        for (var owner = state.Superstate; owner is not null; owner = _states.GetValueOrDefault(owner)?.Superstate)
        {
            foreach (var transition in _definition.Transitions)
            {
                if (string.Equals(transition.From, owner, StringComparison.Ordinal) && (transition.Within is null || transition.To is null))
                {
                    Error($"/states/{i}/superstate", "lifecycles.final-inherits", state.Code, owner, transition.Trigger);
                }
            }
        }
    }

    private void Triggers()
    {
        foreach (var (trigger, i) in Indexed(_definition.Triggers))
        {
            Coded($"/triggers/{i}/code", trigger.Code);
            if (!_triggers.Add(trigger.Code))
            {
                Error($"/triggers/{i}/code", "lifecycles.duplicate-trigger", trigger.Code);
            }
        }
    }

    private void Transitions()
    {
        foreach (var (transition, i) in Indexed(_definition.Transitions))
        {
            var path = $"/transitions/{i}";
            if (KnownState(path + "/from", transition.From) && _states[transition.From].Final && (transition.Within is null || transition.To is null))
            {
                Error(path + "/from", "lifecycles.leaves-final", transition.From);
            }

            if (transition.Within is { } within)
            {
                Limit(path + "/within", within);
            }

            if (transition.To is { } target && KnownState(path + "/to", target))
            {
                RestingState(path + "/to", target);
            }

            if (!_triggers.Contains(transition.Trigger))
            {
                Error(path + "/trigger", "lifecycles.unknown-trigger", transition.Trigger);
            }

            if (transition.By.Count == 0)
            {
                Error(path + "/by", "lifecycles.by-nobody", transition.Trigger, transition.From);
            }

            Each(path + "/by", transition.By, KnownParty);
            Each(path + "/guards", transition.Guards, KnownGuard);
        }

        if (_definition.Transitions.SelectMany(transition => transition.Guards).Distinct(StringComparer.Ordinal).Count() > MostGuards)
        {
            Error("/transitions", "lifecycles.too-many-guards", MostGuards);
        }
    }

    private void Clocks()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (clock, i) in Indexed(_definition.Clocks))
        {
            var path = $"/clocks/{i}";
            Coded(path + "/code", clock.Code);
            if (!codes.Add(clock.Code))
            {
                Error(path + "/code", "lifecycles.duplicate-clock", clock.Code);
            }

            Limit(path + "/limit", clock.Limit);
            foreach (var (extension, k) in Indexed(clock.Extensions))
            {
                KnownParty($"{path}/extensions/{k}/by", extension.By);
                if (extension.Most is { } most)
                {
                    Limit($"{path}/extensions/{k}/most", most);
                }
            }

            if (clock.Starts.Count == 0)
            {
                Error(path + "/starts", "lifecycles.clock-never-starts", clock.Code);
            }

            var roles = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (name, states) in new[] { ("starts", clock.Starts), ("pauses", clock.Pauses), ("stops", clock.Stops) })
            {
                Each($"{path}/{name}", states, (place, state) =>
                {
                    if (KnownState(place, state) && !roles.Add(state))
                    {
                        Error(place, "lifecycles.clock-two-roles", clock.Code, state);
                    }
                });
            }
        }
    }

    private void Escalation()
    {
        foreach (var (rung, i) in Indexed(_definition.Escalation))
        {
            KnownParty($"/escalation/{i}/to", rung.To);
            Limit($"/escalation/{i}/within", rung.Within);
        }

        if (_definition.Escalation.Count == 0)
        {
            Error("/escalation", "lifecycles.no-escalation", _definition.Code);
        }
    }

    private void Limit(string path, TimeLimit limit)
    {
        if (limit.Amount < 1)
        {
            Error(path, "lifecycles.limit-not-positive", limit);
        }
    }

    private void Coded(string path, string code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            Error(path, "lifecycles.code-blank", code);
        }
    }

    private bool KnownState(string path, string code)
    {
        if (_states.ContainsKey(code))
        {
            return true;
        }

        Error(path, "lifecycles.unknown-state", code);
        return false;
    }

    private void RestingState(string path, string code)
    {
        if (_superstates.Contains(code))
        {
            Error(path, "lifecycles.rests-in-superstate", code);
        }
    }

    private void KnownParty(string path, string party)
    {
        if (!_vocabulary.Parties.Contains(party))
        {
            Error(path, "lifecycles.unknown-party", party);
        }
    }

    private void KnownGuard(string path, string guard)
    {
        if (!_vocabulary.Guards.Contains(guard))
        {
            Error(path, "lifecycles.unknown-guard", guard);
        }
    }

    private string? ResponsibleOf(StateDefinition? state)
    {
        while (state is not null)
        {
            if (state.Responsible is { } responsible)
            {
                return responsible;
            }

            state = state.Superstate is { } superstate ? _states.GetValueOrDefault(superstate) : null;
        }

        return null;
    }

    private bool IsInCycle(StateDefinition state)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = state; at is not null; at = at.Superstate is { } superstate ? _states.GetValueOrDefault(superstate) : null)
        {
            if (!seen.Add(at.Code))
            {
                return true;
            }
        }

        return false;
    }

    private void Error(string path, string code, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(LifecycleMessages.Texts[code, values], FindingPlace.At(path)));

    private static void Each(string path, EquatableArray<string> names, Action<string, string> check)
    {
        foreach (var (name, i) in Indexed(names))
        {
            check($"{path}/{i}", name);
        }
    }

    private static IEnumerable<(T Item, int Index)> Indexed<T>(EquatableArray<T> items) => items.Select((item, index) => (item, index));
}
