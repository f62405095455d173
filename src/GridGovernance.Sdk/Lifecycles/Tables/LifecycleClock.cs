namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A clock of a compiled <see cref="Lifecycle"/>: what each state does to it.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class LifecycleClock
{
    // INVARIANT: one role a state, by LifecycleState.Index; final states stop.
    private readonly ClockRole[] _roles;

    internal LifecycleClock(int index, ClockDefinition definition, ClockRole[] roles)
    {
        Index = index;
        Definition = definition;
        _roles = roles;
    }

    /// <summary>Gets the position in <see cref="Lifecycle.Clocks"/>.</summary>
    public int Index { get; }

    /// <summary>Gets the definition.</summary>
    public ClockDefinition Definition { get; }

    /// <summary>Gets the code.</summary>
    public string Code => Definition.Code;

    /// <summary>Returns what a state does to this clock.</summary>
    /// <param name="state">A state of the same lifecycle.</param>
    /// <returns>The role.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public ClockRole RoleIn(LifecycleState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return _roles[state.Index];
    }

    /// <summary>Returns how the clock stands after a case has entered a state.</summary>
    /// <param name="status">How it stood before.</param>
    /// <param name="entered">The state entered.</param>
    /// <returns>How it stands then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entered"/> is null.</exception>
    public ClockStatus After(ClockStatus status, LifecycleState entered)
    {
        ArgumentNullException.ThrowIfNull(entered);
        return (RoleIn(entered), status) switch
    {
        (ClockRole.Starts, _) => ClockStatus.Running,
        (ClockRole.Pauses, ClockStatus.Running) => ClockStatus.Paused,
        (ClockRole.Stops, ClockStatus.Running or ClockStatus.Paused) => ClockStatus.Stopped,
        (ClockRole.Keeps, ClockStatus.Paused) => ClockStatus.Running,
        _ => status,
    };
    }
}
