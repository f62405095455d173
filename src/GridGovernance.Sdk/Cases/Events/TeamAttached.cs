namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A command team took up the case.</summary>
/// <param name="Team">The team.</param>
/// <param name="Note">Why.</param>
public sealed record TeamAttached(CommandTeam Team, string Note) : CaseEvent;
