namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A state of a compiled <see cref="Lifecycle"/>.</summary>
/// <remarks>Equality is by reference: states belong to their lifecycle. This type is immutable and safe to share between threads.</remarks>
public sealed class LifecycleState
{
    internal LifecycleState(int index, StateDefinition definition, LifecycleState? superstate)
    {
        Index = index;
        Definition = definition;
        Superstate = superstate;
        Responsible = definition.Responsible ?? superstate?.Responsible;
        Depth = superstate is null ? 0 : superstate.Depth + 1;
    }

    /// <summary>Gets the position in <see cref="Lifecycle.States"/>.</summary>
    public int Index { get; }

    /// <summary>Gets the definition.</summary>
    public StateDefinition Definition { get; }

    /// <summary>Gets the code.</summary>
    public string Code => Definition.Code;

    /// <summary>Gets the superstate, or null.</summary>
    public LifecycleState? Superstate { get; }

    /// <summary>Gets the party that must act next, its superstate's where it names none; null only in final states and pure superstates.</summary>
    public string? Responsible { get; }

    /// <summary>Gets a value indicating whether a case ends here.</summary>
    public bool IsFinal => Definition.Final;

    /// <summary>Gets a value indicating whether other states name this one as their superstate; no case rests in it.</summary>
    public bool IsSuperstate { get; internal set; }

    internal int Depth { get; }

    /// <summary>Says whether this state is another one or lies within it.</summary>
    /// <param name="other">The other state.</param>
    /// <returns>True for itself and for each of its superstates.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool IsIn(LifecycleState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var state = this; state is not null; state = state.Superstate)
        {
            if (ReferenceEquals(state, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;
}
