using NodaTime;

namespace GridGovernance.Sdk.Hosting;

/// <summary>A case and its next deadline.</summary>
/// <remarks>Equality is by value. The default value names no case. This type is immutable and safe to share between threads.</remarks>
/// <param name="CaseId">The case's id.</param>
/// <param name="DueAt">The deadline.</param>
public readonly record struct DueCase(string CaseId, Instant DueAt);
