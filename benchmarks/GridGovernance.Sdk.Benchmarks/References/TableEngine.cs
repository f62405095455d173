using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>A full state machine as a good engineer writes one by hand: numbers for states and triggers, one flat table, guards as bits, effects laid out beforehand, and what a refusal lacks.</summary>
public sealed class TableEngine
{
    private readonly Dictionary<string, int> _triggers = new(StringComparer.Ordinal);
    private readonly (ulong Guards, int Target, string[] Effects)[][] _rows;

    /// <summary>Lays out a definition, superstates resolved; guards are numbered in the order given.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="guards">The names of the guards.</param>
    public TableEngine(LifecycleDefinition definition, IReadOnlyList<string> guards)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(guards);
        var states = definition.States.Select(static state => state.Code).ToList();
        foreach (var trigger in definition.Triggers)
        {
            _triggers.Add(trigger.Code, _triggers.Count);
        }

        _rows = new (ulong, int, string[])[states.Count * _triggers.Count][];
        for (var state = 0; state < states.Count; state++)
        {
            foreach (var (trigger, column) in _triggers)
            {
                var rows = new List<(ulong, int, string[])>();
                for (var level = definition.States[state]; level is not null; level = definition.States.FirstOrDefault(other => other.Code == level.Superstate))
                {
                    rows.AddRange(definition.Transitions
                        .Where(transition => transition.From == level.Code && transition.Trigger == trigger)
                        .Select(transition => (
                            transition.Guards.Aggregate(0UL, (mask, guard) => mask | (1UL << guards.ToList().IndexOf(guard))),
                            transition.To is null ? state : states.IndexOf(transition.To),
                            EffectsOf(definition, definition.States[state], transition))));
                }

                _rows[(state * _triggers.Count) + column] = [.. rows];
            }
        }
    }

    /// <summary>Returns the number of a trigger, for who fires it many times.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <returns>The number.</returns>
    public int NumberOf(string trigger) => _triggers[trigger];

    /// <summary>Returns the state after a trigger, or −1 when none of its guards hold.</summary>
    /// <param name="state">The state's number.</param>
    /// <param name="trigger">The trigger's number.</param>
    /// <param name="satisfied">The guards that hold.</param>
    /// <returns>A state's number, or −1.</returns>
    public int Fire(int state, int trigger, ulong satisfied)
    {
        foreach (var (guards, target, _) in _rows[(state * _triggers.Count) + trigger])
        {
            if ((guards & ~satisfied) == 0)
            {
                return target;
            }
        }

        return -1;
    }

    /// <summary>Returns what a trigger does, all told.</summary>
    /// <param name="state">The state's number.</param>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="satisfied">The guards that hold.</param>
    /// <returns>The state reached and the effects; or −1, and the guards that the first row lacks.</returns>
    public (int Target, string[] Effects, ulong Unmet) Judge(int state, string trigger, ulong satisfied)
    {
        if (!_triggers.TryGetValue(trigger, out var column))
        {
            return (-1, [], 0);
        }

        var row = _rows[(state * _triggers.Count) + column];
        foreach (var (guards, target, effects) in row)
        {
            if ((guards & ~satisfied) == 0)
            {
                return (target, effects, 0);
            }
        }

        return (-1, [], row.Length == 0 ? 0 : row[0].Guards & ~satisfied);
    }

    private static string[] EffectsOf(LifecycleDefinition definition, StateDefinition from, TransitionDefinition transition)
    {
        if (transition.To is null)
        {
            return [.. transition.Effects];
        }

        var (left, entered) = (Line(definition, from), Line(definition, definition.States.First(state => state.Code == transition.To)));
        var common = from.Code == transition.To ? left[1..] : [.. left.Intersect(entered)];
        return
        [
            .. left.Except(common).SelectMany(static state => state.OnExit), .. transition.Effects,
            .. entered.Except(common).Reverse().SelectMany(static state => state.OnEntry),
        ];
    }

    private static StateDefinition[] Line(LifecycleDefinition definition, StateDefinition state)
    {
        var line = new List<StateDefinition> { state };
        while (line[^1].Superstate is { } superstate)
        {
            line.Add(definition.States.First(known => known.Code == superstate));
        }

        return [.. line];
    }
}
