using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A matter was reported: the first event of every case.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Lifecycle">The lifecycle that the case follows to its end.</param>
/// <param name="Matter">The matter's code.</param>
/// <param name="Place">The leaf cell.</param>
/// <param name="Channel">The channel.</param>
public sealed record CaseReported(string CaseId, LifecycleKey Lifecycle, string Matter, GridCode Place, string Channel) : CaseEvent
{
    /// <summary>Gets what the case points to, or null.</summary>
    public CaseSubject? Subject { get; init; }

    /// <summary>Gets why somebody gave it another tier than the rules, or null.</summary>
    public string? TierReason { get; init; }
}
