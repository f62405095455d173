namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A share of the limit is over, and households are still missing (催办).</summary>
/// <param name="Share">The share of the limit that is over.</param>
public sealed record BroadcastWarned(decimal Share) : BroadcastEvent;
