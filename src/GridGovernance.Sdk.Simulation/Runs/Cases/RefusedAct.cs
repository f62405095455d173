using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>An attempt to give a matter to a seat, by dispatch or by handling it oneself, that the lists or the engine refused.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Matter">The matter's code.</param>
/// <param name="Place">The leaf cell.</param>
/// <param name="Seat">The seat that was to handle it.</param>
/// <param name="At">When.</param>
/// <param name="Refusals">Every reason.</param>
public sealed record RefusedAct(string CaseId, string Matter, GridCode Place, Seat Seat, Instant At, EquatableArray<Refusal> Refusals);
