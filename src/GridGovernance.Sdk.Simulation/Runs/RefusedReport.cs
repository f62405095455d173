using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>A report that the case engine refused, since a deadline of it lies on a day that the calendar does not know.</summary>
/// <param name="CaseId">The id that the case would have had.</param>
/// <param name="Matter">The matter's code.</param>
/// <param name="Place">The leaf cell.</param>
/// <param name="Channel">The channel.</param>
/// <param name="At">When.</param>
/// <param name="Refusals">Every reason.</param>
public sealed record RefusedReport(string CaseId, string Matter, GridCode Place, string Channel, Instant At, EquatableArray<Refusal> Refusals)
{
    /// <summary>Gets when the matter arose: its report, or earlier where somebody first had to find it; null where unknown.</summary>
    public Instant? AroseAt { get; init; }
}
