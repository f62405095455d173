namespace GridGovernance.Sdk.Division;

/// <summary>How an ensemble is drawn.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record EnsembleOptions
{
    /// <summary>Gets how many plans are drawn, from 1.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Gets how many recombinations of each parent are tried between two draws (thinning), from 1; twenty times as many are tried before the first.</summary>
    public int StepsPerDraw { get; init; } = 500;

    /// <summary>Gets the largest deviation that a drawn grid may have, as a share of its parent's mean; null where the hard bounds alone hold.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Gets up to how many plans of a parent are listed, and drawn from the list without any chain; 0 to walk a chain in every parent.</summary>
    public int MostListed { get; init; } = 10_000;

    /// <summary>Gets on how many threads parents are drawn side by side. The ensemble does not depend on it.</summary>
    public int Parallelism { get; init; } = 1;
}
