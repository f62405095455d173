namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something that somebody wants done about a colour.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public abstract record ColourCommand;
