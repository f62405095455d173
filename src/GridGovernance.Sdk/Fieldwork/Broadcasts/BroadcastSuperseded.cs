namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Another notice takes the place of this one (更新替代).</summary>
/// <param name="Successor">The id of the notice that takes its place; it must reach whoever this one reached.</param>
public sealed record BroadcastSuperseded(string Successor) : BroadcastEvent;
