namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Gives a subject a colour by a rule.</summary>
/// <param name="Subject">The opaque id of the person, or the code of the area.</param>
/// <param name="Rule">The code of the rule.</param>
public sealed record GiveColour(string Subject, string Rule) : ColourCommand;
