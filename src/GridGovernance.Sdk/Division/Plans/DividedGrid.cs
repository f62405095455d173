namespace GridGovernance.Sdk.Division;

/// <summary>One grid (网格) of a plan.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DividedGrid
{
    /// <summary>Gets the code: the parent's code and a serial number, west to east and north to south inside the parent.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name, such as "Grid 3 of Yangbai" (杨柏第3网格), or that of the lock.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the parent; null where the problem has one without a code.</summary>
    public string? Parent { get; init; }

    /// <summary>Gets how many units it holds.</summary>
    public required int UnitCount { get; init; }

    /// <summary>Gets the households.</summary>
    public required long Households { get; init; }

    /// <summary>Gets the people.</summary>
    public required long People { get; init; }

    /// <summary>Gets the size in the measure of its sizing.</summary>
    public required long Size { get; init; }

    /// <summary>Gets the parent's mean size of a grid; null where the parent holds nobody.</summary>
    public double? Mean { get; init; }

    /// <summary>Gets (size − mean) ÷ mean, of the grids of its own parent; 0 where the parent holds nobody.</summary>
    public double DeviationFromMean { get; init; }

    /// <summary>Gets (size − norm) ÷ norm; null where no norm is named.</summary>
    public double? DeviationFromNorm { get; init; }

    /// <summary>Gets why it lies outside the soft tolerance, or outside what it otherwise had to be; empty where nothing is to be said.</summary>
    public EquatableArray<DeviationReason> Reasons { get; init; }
}
