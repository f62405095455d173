namespace GridGovernance.Sdk.Statistics;

/// <summary>A value of a <see cref="Series"/>.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Period">The period, such as <c>2019</c> or <c>2026-Q1</c>.</param>
/// <param name="Count">The count in that period.</param>
public sealed record SeriesPoint(string Period, long Count);
