namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The states of many cases under one lifecycle as a column of numbers: two bytes a case, and one trigger fired over all of them at once.</summary>
/// <remarks>A column changes as triggers fire. Use it from one thread at a time.</remarks>
public sealed class LifecycleColumn
{
    private readonly Lifecycle _lifecycle;
    private readonly ushort[] _states;
    private readonly Dictionary<string, (ulong Guards, ushort Target)[][]> _rows = new(StringComparer.Ordinal);

    /// <summary>Creates a column in which every case is in the initial state.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="count">How many cases.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public LifecycleColumn(Lifecycle lifecycle, int count)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _lifecycle = lifecycle;
        _states = new ushort[count];
        _states.AsSpan().Fill((ushort)lifecycle.Initial.Index);
    }

    /// <summary>Gets how many cases there are.</summary>
    public int Count => _states.Length;

    /// <summary>Gets the state of a case.</summary>
    /// <param name="index">The position of the case.</param>
    /// <returns>Its state.</returns>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is no position.</exception>
    public LifecycleState this[int index] => _lifecycle.States[_states[index]];

    /// <summary>Puts a case into a state, as when it is loaded.</summary>
    /// <param name="index">The position of the case.</param>
    /// <param name="state">A state of the lifecycle.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is no position.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public void Put(int index, LifecycleState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _states[index] = (ushort)state.Index;
    }

    /// <summary>Fires a trigger over all cases: each moves as <see cref="Lifecycle.Fire"/> would move it.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="satisfied">The guards that hold, a case each, one bit a guard, by position in <see cref="Lifecycle.Guards"/>.</param>
    /// <returns>How many cases took a transition.</returns>
    /// <exception cref="ArgumentException"><paramref name="satisfied"/> has another length than the column.</exception>
    public int Fire(string trigger, ReadOnlySpan<ulong> satisfied)
    {
        if (satisfied.Length != _states.Length)
        {
            throw new ArgumentException($"There should be guards for {_states.Length} cases, but there are for {satisfied.Length}.", nameof(satisfied));
        }

        var rows = RowsOf(trigger);
        var taken = 0;
        var states = _states.AsSpan();
        for (var i = 0; i < states.Length; i++)
        {
            foreach (var (guards, target) in rows[states[i]])
            {
                if ((guards & ~satisfied[i]) == 0)
                {
                    states[i] = target;
                    taken++;
                    break;
                }
            }
        }

        return taken;
    }

    /// <summary>Fires a trigger over some of the cases, such as those that are due to act now.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="positions">The positions of the cases, each once.</param>
    /// <param name="satisfied">The guards that hold for every case of the column, as <see cref="Fire(string, ReadOnlySpan{ulong})"/> takes them.</param>
    /// <returns>How many of these cases took a transition.</returns>
    /// <exception cref="ArgumentException"><paramref name="satisfied"/> has another length than the column.</exception>
    /// <exception cref="IndexOutOfRangeException">A position is none of the column.</exception>
    public int Fire(string trigger, ReadOnlySpan<int> positions, ReadOnlySpan<ulong> satisfied)
    {
        if (satisfied.Length != _states.Length)
        {
            throw new ArgumentException($"There should be guards for {_states.Length} cases, but there are for {satisfied.Length}.", nameof(satisfied));
        }

        var rows = RowsOf(trigger);
        var taken = 0;
        foreach (var position in positions)
        {
            foreach (var (guards, target) in rows[_states[position]])
            {
                if ((guards & ~satisfied[position]) == 0)
                {
                    _states[position] = target;
                    taken++;
                    break;
                }
            }
        }

        return taken;
    }

    private (ulong Guards, ushort Target)[][] RowsOf(string trigger)
    {
        if (_rows.TryGetValue(trigger, out var rows))
        {
            return rows;
        }

        rows = new (ulong Guards, ushort Target)[_lifecycle.States.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = _lifecycle.Transitions(_lifecycle.States[i], trigger);
            rows[i] = new (ulong, ushort)[row.Length];
            for (var k = 0; k < row.Length; k++)
            {
                rows[i][k] = (row[k].Guards, (ushort)row[k].Target.Index);
            }
        }

        _rows.Add(trigger, rows);
        return rows;
    }
}
