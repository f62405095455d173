namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Puts another notice in the place of this one.</summary>
/// <param name="Successor">The id of the notice that takes its place.</param>
public sealed record SupersedeBroadcast(string Successor) : BroadcastCommand;
