namespace GridGovernance.Sdk.Assessment;

/// <summary>A value far from all others, which the scheme did not count as it is.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Unit">The unit.</param>
/// <param name="Leaf">The code of the leaf.</param>
/// <param name="Value">The value.</param>
/// <param name="Lower">The smallest value that is no outlier.</param>
/// <param name="Upper">The largest value that is no outlier.</param>
/// <param name="Kind">What happened to it.</param>
public sealed record Outlier(string Unit, string Leaf, decimal Value, decimal Lower, decimal Upper, OutlierKind Kind);
