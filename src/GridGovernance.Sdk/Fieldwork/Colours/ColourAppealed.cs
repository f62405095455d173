namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A subject objected to its colour (申诉).</summary>
/// <param name="Reason">Why. No personal data.</param>
public sealed record ColourAppealed(string Reason) : ColourEvent;
