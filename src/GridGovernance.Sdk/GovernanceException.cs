namespace GridGovernance.Sdk;

/// <summary>The exception for who prefers one: an unusable definition with its report, or a refusal that was not looked at.</summary>
/// <remarks>The domain's "no" is a value; this is thrown only by the members named <c>Ensure…</c> and by loaders that return the thing itself.</remarks>
public sealed class GovernanceException : Exception
{
    /// <summary>Creates an exception over a report.</summary>
    /// <param name="report">The findings.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public GovernanceException(FindingReport report)
        : base(report?.ToString())
    {
        ArgumentNullException.ThrowIfNull(report);
        Report = report;
    }

    /// <summary>Creates an exception over refusals.</summary>
    /// <param name="refusals">Why the answer was no.</param>
    public GovernanceException(EquatableArray<Refusal> refusals)
        : base(string.Join('\n', refusals)) => Refusals = refusals;

    /// <summary>Gets the findings; empty when the cause was a refusal.</summary>
    public FindingReport Report { get; } = FindingReport.Empty;

    /// <summary>Gets the refusals; empty when the cause was a report.</summary>
    public EquatableArray<Refusal> Refusals { get; }
}
