namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Why somebody or some area has a colour: no colour without a rule that explains it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ColourRule
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the code of the colour that it gives.</summary>
    public required string Colour { get; init; }

    /// <summary>Gets the reason in words, as people are told it.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>Gets how many days the colour lasts; null until it is changed.</summary>
    public int? LastsDays { get; init; }

    /// <summary>Gets where it comes from; null where nobody says.</summary>
    public LocalizedText? Source { get; init; }
}
