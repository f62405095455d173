namespace GridGovernance.Sdk.Statistics;

/// <summary>One level of a <see cref="RollUp"/>: the codes that counts are summed up to.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="CodeLength">How many characters the level's codes have.</param>
/// <param name="Codes">The codes, in the order in which they first occur.</param>
public sealed record RollUpLevel(int CodeLength, EquatableArray<string> Codes);
