namespace GridGovernance.Sdk.Assessment;

/// <summary>What a scheme does with outliers, as data (离群值处理).</summary>
/// <remarks>
/// <para>An outlier lies more than <see cref="Fence"/> interquartile ranges beyond the quartiles of the units that are scored (Tukey, "Exploratory Data
/// Analysis", 1977); quartiles are interpolated on a line between the two nearest values.</para>
/// <para>A unit's own value is among those that set the fence. So a score is monotone in a value that is clipped before a fixed normalisation, and not in one that is clipped before
/// a normalisation that depends on the units, nor in one that may become missing: the compiler notes both.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record OutlierDefinition
{
    /// <summary>The fence when a scheme names none.</summary>
    public const decimal DefaultFence = 1.5m;

    /// <summary>Gets what happens.</summary>
    public OutlierKind Kind { get; init; }

    /// <summary>Gets how many interquartile ranges the fence stands beyond the quartiles, 0 to 100; null for <see cref="DefaultFence"/>.</summary>
    public decimal? Fence { get; init; }
}
