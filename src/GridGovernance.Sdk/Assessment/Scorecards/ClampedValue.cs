namespace GridGovernance.Sdk.Assessment;

/// <summary>A value beyond the smallest or largest that its normalisation names, which counted as that end: most often a percentage where a share was meant.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Unit">The unit.</param>
/// <param name="Leaf">The code of the leaf.</param>
/// <param name="Value">The value.</param>
/// <param name="Lowest">The smallest value that the normalisation names.</param>
/// <param name="Highest">The largest.</param>
public sealed record ClampedValue(string Unit, string Leaf, decimal Value, decimal Lowest, decimal Highest);
