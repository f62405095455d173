namespace GridGovernance.Sdk.Fieldwork;

/// <summary>An objection was answered.</summary>
/// <param name="IsUpheld">Whether the colour stays; otherwise the rule that holds without one does.</param>
/// <param name="Reason">Why. No personal data.</param>
public sealed record ColourAppealAnswered(bool IsUpheld, string Reason) : ColourEvent;
