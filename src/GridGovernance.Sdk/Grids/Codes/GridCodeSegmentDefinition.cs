namespace GridGovernance.Sdk.Grids;

/// <summary>One segment of a grid code, as a grid code scheme's file holds it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record GridCodeSegmentDefinition
{
    /// <summary>Gets the code of the segment, such as <c>community</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name in both languages.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets what the segment stands for.</summary>
    public required GridCodeRole Role { get; init; }

    /// <summary>Gets how many characters it has, 1 to 12.</summary>
    public required int Width { get; init; }

    /// <summary>Gets what it is written with.</summary>
    public GridCodeAlphabet Alphabet { get; init; }

    /// <summary>Gets the values that are set aside; empty where there are none.</summary>
    public EquatableArray<GridCodeReservation> Reserved { get; init; }
}
