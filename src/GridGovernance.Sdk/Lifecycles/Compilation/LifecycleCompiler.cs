namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Turns a checked definition into the table of a <see cref="Lifecycle"/>.</summary>
internal static class LifecycleCompiler
{
    internal static Lifecycle Compile(LifecycleDefinition definition)
    {
        var states = StatesOf(definition);
        var byCode = states.ToDictionary(state => state.Code, StringComparer.Ordinal);
        var guards = definition.Transitions.SelectMany(transition => transition.Guards).Distinct(StringComparer.Ordinal).ToArray();
        var table = states
            .SelectMany(state => definition.Triggers.Select(trigger => Row(definition, state, trigger.Code, byCode, guards)))
            .ToArray();
        var clocks = definition.Clocks.Select((clock, index) => new LifecycleClock(index, clock, RolesOf(clock, states))).ToArray();
        return new Lifecycle(definition, states, guards, table, clocks);
    }

    private static LifecycleState[] StatesOf(LifecycleDefinition definition)
    {
        var definitions = definition.States.Select((state, index) => (state, index)).ToDictionary(pair => pair.state.Code, StringComparer.Ordinal);
        var states = new LifecycleState?[definition.States.Count];

        LifecycleState Create(string code)
        {
            var (state, index) = definitions[code];
            return states[index] ??= new LifecycleState(index, state, state.Superstate is { } superstate ? Create(superstate) : null);
        }

        foreach (var state in definition.States)
        {
            if (Create(state.Code).Superstate is { } superstate)
            {
                superstate.IsSuperstate = true;
            }
        }

        return states!;
    }

    // A superstate rests no case: its row is empty, its transitions stand in the rows of its substates.
    private static LifecycleTransition[] Row(
        LifecycleDefinition definition, LifecycleState state, string trigger, Dictionary<string, LifecycleState> byCode, string[] guards)
    {
        if (state.IsSuperstate)
        {
            return [];
        }

        var row = new List<LifecycleTransition>();
        for (var owner = state; owner is not null; owner = owner.Superstate)
        {
            row.AddRange(
                from transition in definition.Transitions
                where string.Equals(transition.From, owner.Code, StringComparison.Ordinal)
                    && string.Equals(transition.Trigger, trigger, StringComparison.Ordinal)
                select new LifecycleTransition(
                    transition, state, transition.To is { } target ? byCode[target] : state, MaskOf(transition.Guards, guards)));
        }

        return [.. row];
    }

    private static ulong MaskOf(EquatableArray<string> names, string[] guards) =>
        names.Aggregate(0UL, (mask, name) => mask | (1UL << Array.IndexOf(guards, name)));

    private static ClockRole[] RolesOf(ClockDefinition clock, LifecycleState[] states)
    {
        ClockRole RoleOf(LifecycleState state)
        {
            for (var owner = state; owner is not null; owner = owner.Superstate)
            {
                var role = clock.Starts.Contains(owner.Code) ? ClockRole.Starts
                    : clock.Pauses.Contains(owner.Code) ? ClockRole.Pauses
                    : clock.Stops.Contains(owner.Code) ? ClockRole.Stops
                    : ClockRole.Keeps;
                if (role != ClockRole.Keeps)
                {
                    return role;
                }
            }

            return ClockRole.Keeps;
        }

        return [.. states.Select(state => state.IsFinal ? ClockRole.Stops : RoleOf(state))];
    }
}
