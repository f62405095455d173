using NodaTime;

namespace GridGovernance.Sdk.Coverage;

/// <summary>A finding with the days on which it holds without a break.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class DatedCoverageFinding
{
    internal DatedCoverageFinding(CoverageFinding finding, LocalDate from, LocalDate to)
    {
        Finding = finding;
        From = from;
        To = to;
    }

    /// <summary>Gets the finding.</summary>
    public CoverageFinding Finding { get; }

    /// <summary>Gets the first day.</summary>
    public LocalDate From { get; }

    /// <summary>Gets the last day: a gap of one day has the same first and last day.</summary>
    public LocalDate To { get; }

    /// <summary>Returns days, code and English message.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => FormattableString.Invariant($"{From:uuuu-MM-dd}..{To:uuuu-MM-dd} {Finding}");
}
