namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>What became of some cases under some rules.</summary>
/// <remarks>Equality is by value. The default counts nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Cases">How many there are.</param>
/// <param name="Closed">How many of them are closed.</param>
/// <param name="Overdue">How many were closed after their deadline, or are open past it.</param>
/// <param name="Unknown">How many have no deadline that is known; they count as neither on time nor overdue.</param>
public readonly record struct ReplayCount(int Cases, int Closed, int Overdue, int Unknown)
{
    /// <summary>Adds up.</summary>
    /// <param name="other">Others.</param>
    /// <returns>The sums.</returns>
    public ReplayCount Plus(ReplayCount other) => new(Cases + other.Cases, Closed + other.Closed, Overdue + other.Overdue, Unknown + other.Unknown);
}
