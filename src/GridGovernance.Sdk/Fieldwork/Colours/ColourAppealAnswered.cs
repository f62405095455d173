namespace GridGovernance.Sdk.Fieldwork;

/// <summary>An objection was answered.</summary>
/// <param name="IsUpheld">Whether the colour stays; otherwise the subject has the colour that it would have without it.</param>
/// <param name="Reason">Why. No personal data.</param>
public sealed record ColourAppealAnswered(bool IsUpheld, string Reason) : ColourEvent;
