namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Lets the host's model say which rule holds.</summary>
/// <param name="Subject">The opaque id of the person, or the code of the area.</param>
public sealed record AssessColour(string Subject) : ColourCommand;
