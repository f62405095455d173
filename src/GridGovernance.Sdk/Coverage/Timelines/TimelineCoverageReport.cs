using NodaTime;

namespace GridGovernance.Sdk.Coverage;

/// <summary>The answer to "is everything covered on every day?".</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class TimelineCoverageReport
{
    internal TimelineCoverageReport(LocalDate from, LocalDate to, IReadOnlyList<DatedCoverageFinding> findings, IReadOnlyList<CoverageStretch> stretches)
    {
        From = from;
        To = to;
        Findings = findings;
        Stretches = stretches;
    }

    /// <summary>Gets the first day that was audited.</summary>
    public LocalDate From { get; }

    /// <summary>Gets the last day that was audited.</summary>
    public LocalDate To { get; }

    /// <summary>Gets all findings, by first day, then in the order of a day's report.</summary>
    public IReadOnlyList<DatedCoverageFinding> Findings { get; }

    /// <summary>Gets the stretches of days on which nothing changes, in order, without a break.</summary>
    public IReadOnlyList<CoverageStretch> Stretches { get; }

    /// <summary>Gets a value indicating whether nothing is an error on any day.</summary>
    public bool IsComplete => !Findings.Any(static f => f.Finding.Finding.Severity == FindingSeverity.Error);
}
