using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>An overdue case climbed a rung of its ladder, or stayed on the last one: a supervisor was told (督办), or reminded (催办).</summary>
/// <param name="Rung">The rung, from 0.</param>
/// <param name="Supervisor">The seat that was told.</param>
/// <param name="NextAt">When the next rung follows unless the obligation is met.</param>
public sealed record CaseEscalated(int Rung, Seat Supervisor, Instant NextAt) : CaseEvent;
