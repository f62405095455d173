namespace GridGovernance.Sdk.Assessment;

/// <summary>A grade (等次) and the unrounded scores that earn it, half-open: from the first up to but not including the second.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record GradeBandDefinition
{
    /// <summary>Gets the grade, such as <c>A</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the grade's name, such as 优秀; null when the code says it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the smallest score; null for the band that has no lower end.</summary>
    public decimal? From { get; init; }

    /// <summary>Gets the score below which the band ends; null where the next band begins, or for the band that has no upper end.</summary>
    public decimal? Below { get; init; }
}
