using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>What the hand-written table knows of a case.</summary>
internal sealed record TableCase(string State, Instant EnteredAt, Seat? Lead, Seat? Handler, int Returned, bool IsOpen);
