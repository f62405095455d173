namespace GridGovernance.Sdk.Permissions;

/// <summary>What <see cref="AuthorityAnalysis"/> found.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class AuthorityReport
{
    internal AuthorityReport(EquatableArray<AuthorityIssue> issues, long cells)
    {
        Issues = issues;
        Cells = cells;
        Findings = new FindingReport(issues.Select(static issue => issue.Finding));
    }

    /// <summary>Gets the issues: by matter in the order of the catalogue, then those about rules in the ordinal order of their codes.</summary>
    public EquatableArray<AuthorityIssue> Issues { get; }

    /// <summary>Gets the findings of the issues, in the same order.</summary>
    public FindingReport Findings { get; }

    /// <summary>Gets how many combinations of who, action, matter, class of places and class of days were decided.</summary>
    public long Cells { get; }
}
