using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Who approves an extension (延期) of a clock, and how long it may be: the nth entry of a clock stands for its nth extension.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ClockExtension
{
    /// <summary>Gets the party that approves it: a post's code, or one of <see cref="LifecycleParty"/>.</summary>
    public required string By { get; init; }

    /// <summary>Gets how long it may be at most, counted in its unit; null where nothing is said.</summary>
    public TimeLimit? Most { get; init; }

    internal bool IsOverMost(TimeLimit by) => Most is { } most && (by.Unit != most.Unit || by.Amount > most.Amount);
}
