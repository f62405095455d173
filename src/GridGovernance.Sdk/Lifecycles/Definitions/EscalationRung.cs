using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A rung of the ladder that an overdue case climbs (逐级督办): to whom, and by when that one must have moved it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record EscalationRung
{
    /// <summary>Gets the party that is told: a post's code, or <see cref="LifecycleParty.Supervisor"/>.</summary>
    public required string To { get; init; }

    /// <summary>Gets the time until the next rung.</summary>
    public required TimeLimit Within { get; init; }

    /// <summary>Gets how <see cref="Within"/> is counted.</summary>
    public required CountingPolicy Policy { get; init; }
}
