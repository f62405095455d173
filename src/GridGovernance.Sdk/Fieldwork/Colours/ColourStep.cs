namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A colour of a ladder.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, such as <c>red</c>.</param>
/// <param name="Name">The name.</param>
public sealed record ColourStep(string Code, LocalizedText Name);
