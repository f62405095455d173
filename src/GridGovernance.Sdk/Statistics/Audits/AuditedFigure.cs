namespace GridGovernance.Sdk.Statistics;

/// <summary>A printed figure beside what it should be.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Figure">The figure as printed.</param>
/// <param name="Rate">The count over its whole; null when either is not printed.</param>
/// <param name="Percent">The percentage that should be printed, with as many decimals, or with two where none is printed; null without a defined rate.</param>
public sealed record AuditedFigure(PrintedFigure Figure, Rate? Rate, decimal? Percent);
