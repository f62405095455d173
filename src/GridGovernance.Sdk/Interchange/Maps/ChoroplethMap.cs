namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>A map that colours areas by a number (分级设色图), for <see cref="ChoroplethSvg"/> to draw.</summary>
/// <remarks>Equality is by value over the lists. This type is immutable and safe to share between threads.</remarks>
public sealed record ChoroplethMap
{
    /// <summary>Gets the title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets what the number is, such as "cases a cell".</summary>
    public required LocalizedText Measure { get; init; }

    /// <summary>Gets the coloured areas, all in one coordinate system.</summary>
    public required EquatableArray<MapArea> Areas { get; init; }

    /// <summary>Gets the outlined and named areas above them, in the same system; empty for none.</summary>
    public EquatableArray<MapLabel> Labels { get; init; }

    /// <summary>Gets the upper ends of the classes but the last, ascending: an area is in the first class whose end its value does not exceed. Empty: five classes of about equally many areas.</summary>
    public EquatableArray<decimal> ClassEnds { get; init; }

    /// <summary>Gets the number of decimals in the legend, 0 to 6.</summary>
    public int Decimals { get; init; }

    /// <summary>Gets the width of the picture on paper in millimetres; null where it takes the width of the page that it stands in.</summary>
    public int? WidthMillimetres { get; init; }

    /// <summary>Gets a line of small print under the legend, such as "synthetic data"; null for none.</summary>
    public LocalizedText? Note { get; init; }
}
