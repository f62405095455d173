using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>A state machine as a good engineer writes one by hand: numbers for states and triggers, one flat table, guards as bits.</summary>
public sealed class TableEngine
{
    private readonly Dictionary<string, int> _triggers = new(StringComparer.Ordinal);
    private readonly (ulong Guards, int Target)[][] _rows;

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

        _rows = new (ulong, int)[states.Count * _triggers.Count][];
        for (var state = 0; state < states.Count; state++)
        {
            foreach (var (trigger, column) in _triggers)
            {
                var rows = new List<(ulong, int)>();
                for (var level = definition.States[state]; level is not null; level = definition.States.FirstOrDefault(other => other.Code == level.Superstate))
                {
                    rows.AddRange(definition.Transitions
                        .Where(transition => transition.From == level.Code && transition.Trigger == trigger)
                        .Select(transition => (transition.Guards.Aggregate(0UL, (mask, guard) => mask | (1UL << guards.ToList().IndexOf(guard))), transition.To is null ? state : states.IndexOf(transition.To))));
                }

                _rows[(state * _triggers.Count) + column] = [.. rows];
            }
        }
    }

    /// <summary>Returns the state after a trigger, or −1 when none of its guards hold.</summary>
    /// <param name="state">The state's number.</param>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="satisfied">The guards that hold.</param>
    /// <returns>A state's number, or −1.</returns>
    public int Fire(int state, string trigger, ulong satisfied)
    {
        if (_triggers.TryGetValue(trigger, out var column))
        {
            foreach (var (guards, target) in _rows[(state * _triggers.Count) + column])
            {
                if ((guards & ~satisfied) == 0)
                {
                    return target;
                }
            }
        }

        return -1;
    }
}
