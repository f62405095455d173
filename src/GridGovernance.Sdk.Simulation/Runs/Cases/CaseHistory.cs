using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>A case at the end of a run, with all its events.</summary>
/// <param name="Case">The case.</param>
/// <param name="Events">Its events, in order; replaying them gives <paramref name="Case"/>.</param>
public sealed record CaseHistory(GridCase Case, EquatableArray<CaseEvent> Events)
{
    /// <summary>Gets when the matter arose: its report, or earlier where somebody first had to find it; null where unknown.</summary>
    public Instant? AroseAt { get; init; }
}
