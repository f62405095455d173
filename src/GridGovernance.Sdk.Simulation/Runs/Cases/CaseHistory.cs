using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>A case at the end of a run, with all its events.</summary>
/// <param name="Case">The case.</param>
/// <param name="Events">Its events, in order; replaying them gives <paramref name="Case"/>.</param>
public sealed record CaseHistory(GridCase Case, EquatableArray<CaseEvent> Events);
