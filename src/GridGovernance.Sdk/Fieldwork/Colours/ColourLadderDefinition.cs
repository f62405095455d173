namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A ladder of colours (三色码、五色图) and the rules that give them: the file <c>colours.json</c>.</summary>
/// <remarks>Colours stand from the worst to the best. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ColourLadderDefinition
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets where it comes from; null where nobody says.</summary>
    public LocalizedText? Source { get; init; }

    /// <summary>Gets the colours, from the worst to the best.</summary>
    public required EquatableArray<ColourStep> Colours { get; init; }

    /// <summary>Gets the rules.</summary>
    public required EquatableArray<ColourRule> Rules { get; init; }

    /// <summary>Gets the code of the rule that holds where no other does or the last one has expired; it has no end.</summary>
    public required string Otherwise { get; init; }
}
