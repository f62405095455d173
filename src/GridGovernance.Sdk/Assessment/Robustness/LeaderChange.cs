namespace GridGovernance.Sdk.Assessment;

/// <summary>The smallest change of weights after which another unit is level with the leader.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Leader">The unit that leads.</param>
/// <param name="Challenger">The unit that draws level first; among equals the first in ordinal order.</param>
/// <param name="MovedWeight">How much weight must move from some leaves to others, a share of the whole scheme, 0..1.</param>
/// <param name="Weights">Each leaf's share of the scheme after the change, in document order.</param>
public sealed record LeaderChange(string Leader, string Challenger, decimal MovedWeight, EquatableArray<decimal> Weights);
