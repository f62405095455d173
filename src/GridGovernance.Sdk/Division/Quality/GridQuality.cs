namespace GridGovernance.Sdk.Division;

/// <summary>How good one grid of a plan is (网格质量).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The grid's code.</param>
public sealed record GridQuality(string Code)
{
    /// <summary>Gets (size − mean) ÷ mean among the grids of its parent.</summary>
    public double DeviationFromMean { get; init; }

    /// <summary>Gets (size − norm) ÷ norm; null where no norm is named.</summary>
    public double? DeviationFromNorm { get; init; }

    /// <summary>Gets the area in square metres; null where neither polygons nor areas of its units are known.</summary>
    public double? AreaSquareMetres { get; init; }

    /// <summary>Gets the length of the border in metres; null where it is not known.</summary>
    public double? PerimeterMetres { get; init; }

    /// <summary>Gets 4π × area ÷ border², 0..1; null where either is not known.</summary>
    public double? PolsbyPopper { get; init; }

    /// <summary>Gets its area over that of the smallest circle around it, 0..1; null where it has no polygon.</summary>
    public double? Reock { get; init; }

    /// <summary>Gets area² ÷ (2π × its second moment about the centroid), 0..1; null where it has no polygon.</summary>
    public double? MomentOfInertia { get; init; }

    /// <summary>Gets how many edges of the definition lead out of it.</summary>
    public required int CutEdges { get; init; }

    /// <summary>Gets the mean distance in metres from its people, or households where those are counted, to the middle of where they live; null where nobody lives in it, or a unit has no place.</summary>
    public double? MeanDistanceMetres { get; init; }
}
