namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A way through a lifecycle: a state, a trigger, the next state, and so on to the last state.</summary>
/// <remarks>Equality is by value. The default value leads nowhere. This type is immutable and safe to share between threads.</remarks>
/// <param name="Steps">Codes of states and triggers in turn, beginning and ending with a state; empty where there is no way.</param>
public readonly record struct LifecyclePath(EquatableArray<string> Steps)
{
    /// <summary>Gets the codes of the states, in order.</summary>
    public EquatableArray<string> States => EquatableArray.From(Steps.Where(static (_, i) => i % 2 == 0));

    /// <summary>Gets the codes of the triggers, in order.</summary>
    public EquatableArray<string> Triggers => EquatableArray.From(Steps.Where(static (_, i) => i % 2 == 1));

    /// <summary>Returns the path with one more step.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="state">The state that it leads to.</param>
    /// <returns>The longer path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> or <paramref name="state"/> is null.</exception>
    public LifecyclePath Then(string trigger, string state)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(state);
        return new(Steps.Add(trigger).Add(state));
    }

    /// <summary>Returns the codes, joined by arrows.</summary>
    /// <returns>The text; empty where there is no way.</returns>
    public override string ToString() => string.Join(" → ", Steps);
}
