namespace GridGovernance.Sdk.Statistics;

/// <summary>A figure as a report prints it (表中数字): a count, its percentage, or both.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Label">What is counted. The same label again says the same thing again.</param>
/// <param name="Count">The count; null when only a percentage is printed.</param>
/// <param name="Share">The percentage; null when only a count is printed.</param>
public sealed record PrintedFigure(string Label, long? Count, PrintedShare? Share)
{
    /// <summary>Gets the whole that the count is a part of; null when the table's own sum is, or <see cref="PartOf"/> says it.</summary>
    public long? Whole { get; init; }

    /// <summary>Gets the label of the figure that this is a part of: its count is the whole, or its percentage the mean of its parts'; null without one.</summary>
    public string? PartOf { get; init; }
}
