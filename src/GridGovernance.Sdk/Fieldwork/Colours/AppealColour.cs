namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Objects to a colour.</summary>
/// <param name="Reason">Why. No personal data.</param>
public sealed record AppealColour(string Reason) : ColourCommand;
