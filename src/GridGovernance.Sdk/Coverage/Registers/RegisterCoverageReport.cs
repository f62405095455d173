namespace GridGovernance.Sdk.Coverage;

/// <summary>The answer to "is everybody and everything in one grid?" for one register on one day.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class RegisterCoverageReport
{
    internal RegisterCoverageReport(IReadOnlyList<CoverageFinding> findings, RegisterCounts counts)
    {
        Findings = findings;
        Counts = counts;
    }

    /// <summary>Gets all findings, in the order of the register.</summary>
    public IReadOnlyList<CoverageFinding> Findings { get; }

    /// <summary>Gets the counts.</summary>
    public RegisterCounts Counts { get; }

    /// <summary>Gets a value indicating whether nothing is an error.</summary>
    public bool IsComplete => !Findings.Any(static f => f.Finding.Severity == FindingSeverity.Error);
}
