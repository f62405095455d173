namespace GridGovernance.Sdk.Coverage;

/// <summary>How the subjects of a register lie over the grids.</summary>
/// <remarks>Equality is by value. The default value counts nothing. This type is immutable and safe to share between threads.</remarks>
public sealed record RegisterCounts
{
    /// <summary>Gets the number of subjects on the day.</summary>
    public int Subjects { get; init; }

    /// <summary>Gets the subjects that are in no grid: neither their place nor their assignment leads to one.</summary>
    public int Uncovered { get; init; }

    /// <summary>Gets the subjects that lie in several grids that may not overlap.</summary>
    public int DoublyCovered { get; init; }

    /// <summary>Gets the subjects that are assigned to another grid than they lie in, or to one that does not hold.</summary>
    public int Misassigned { get; init; }
}
