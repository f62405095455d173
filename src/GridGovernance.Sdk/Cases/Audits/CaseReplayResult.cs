namespace GridGovernance.Sdk.Cases;

/// <summary>A case as its events tell it, and everything in them that its model forbids.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Case">The case after the last event that could be applied; null where not even the first could.</param>
/// <param name="Violations">The violations in the order of the events; places are <c>/events/0</c>, <c>/events/1</c> ….</param>
public sealed record CaseReplayResult(GridCase? Case, FindingReport Violations);
