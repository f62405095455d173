namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Answers an objection.</summary>
/// <param name="IsUpheld">Whether the colour stays.</param>
/// <param name="Reason">Why. No personal data.</param>
public sealed record AnswerColourAppeal(bool IsUpheld, string Reason) : ColourCommand;
