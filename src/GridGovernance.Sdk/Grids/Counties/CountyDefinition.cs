namespace GridGovernance.Sdk.Grids;

/// <summary>The county (县) that a model describes: the file <c>county.json</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CountyDefinition
{
    /// <summary>Gets the division code, of six digits.</summary>
    public required DivisionCode Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets where the facts come from; null where it is not said.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the area in square kilometres, as published; null where unknown.</summary>
    public decimal? AreaSquareKilometres { get; init; }

    /// <summary>Gets the number of people, as published; null where unknown.</summary>
    public int? Population { get; init; }

    /// <summary>Gets how many units of a level the county says it has; a level that is absent is not stated.</summary>
    public EquatableArray<StatedCount> Units { get; init; }
}
