namespace GridGovernance.Sdk.Statistics;

/// <summary>How large a part of the whole can be, if an overall rate and the rates of the parts are both right.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Label">The part.</param>
/// <param name="Lowest">The smallest share of the whole, 0..1.</param>
/// <param name="Highest">The largest share of the whole, 0..1.</param>
public sealed record MixShare(string Label, decimal Lowest, decimal Highest);
