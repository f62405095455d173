namespace GridGovernance.Sdk.Statistics;

/// <summary>A share (占比): one labelled part of a whole.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Label">What is counted.</param>
/// <param name="Rate">The part over the whole; undefined when the whole is empty.</param>
public sealed record Share(string Label, Rate Rate);
