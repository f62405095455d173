namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>How people act on a case in one state: how long it takes, and what they then do.</summary>
/// <remarks>
/// <para>A case waits until a desk of its responsible post is free, occupies it for a service time, and then waits for a lag (materials, travel,
/// other people) that occupies nobody. Both are exponential, in working time; a hard case multiplies the lag, except of what is done at a desk.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record StepBehaviour
{
    /// <summary>Gets the code of the state.</summary>
    public required string State { get; init; }

    /// <summary>Gets the mean service time, in minutes of working time.</summary>
    public required int ServiceMinutes { get; init; }

    /// <summary>Gets the mean lag, in minutes of working time. The default is 0.</summary>
    public int LagMinutes { get; init; }

    /// <summary>Gets a value indicating whether the step is paper work, such as accepting or signing in: a hard case then lags no longer than any other. The default is false.</summary>
    public bool IsDeskWork { get; init; }

    /// <summary>Gets the triggers that are fired, by weight; one that the state does not permit is passed over.</summary>
    public required EquatableArray<WeightedCode> Triggers { get; init; }
}
