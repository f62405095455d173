namespace GridGovernance.Sdk.Statistics;

/// <summary>A dimension of a <see cref="CrossTable"/> (维度): channel, tier, size, category, grid, department, period, settlement kind …</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Code">The dimension's code, such as <c>tier</c>.</param>
/// <param name="Categories">The categories in the order in which they are to be read; each once.</param>
public sealed record CrossDimension(string Code, EquatableArray<string> Categories);
