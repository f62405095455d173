using NodaTime;

namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>A case of a real log: one row of <c>LOG.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">The id, opaque.</param>
/// <param name="Category">The code of its matter or of its tier.</param>
/// <param name="Unit">The unit or department that had it.</param>
/// <param name="OpenedAt">When it was reported.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
public sealed record LoggedCase(string Id, string Category, string Unit, Instant OpenedAt, Instant? ClosedAt = null);
