namespace GridGovernance.Sdk.Division;

/// <summary>What came of a division: a plan, none found within the budget, or the proof that there is none.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class DivisionOutcome
{
    private DivisionOutcome(DivisionVerdict verdict, DivisionPlan? plan, FindingReport report, EquatableArray<InfeasibilityCertificate> certificates) =>
        (Verdict, Plan, Report, Certificates) = (verdict, plan, report, certificates);

    /// <summary>Gets which of the three it is.</summary>
    public DivisionVerdict Verdict { get; }

    /// <summary>Gets the plan; where none was found within the budget the one that breaks the hard bounds least, or null where there is not even that; null where it is infeasible.</summary>
    public DivisionPlan? Plan { get; }

    /// <summary>Gets what is to be said: errors for the hard bounds that the plan breaks, warnings for grids outside the soft tolerance.</summary>
    public FindingReport Report { get; }

    /// <summary>Gets the proofs that there is no plan, one for each parent that has none; empty where it is not infeasible.</summary>
    public EquatableArray<InfeasibilityCertificate> Certificates { get; }

    internal static DivisionOutcome Found(DivisionPlan plan, FindingReport report) => new(DivisionVerdict.Found, plan, report, []);

    internal static DivisionOutcome NotFound(DivisionPlan? plan, FindingReport report) => new(DivisionVerdict.NotFound, plan, report, []);

    internal static DivisionOutcome Infeasible(EquatableArray<InfeasibilityCertificate> certificates) =>
        new(DivisionVerdict.Infeasible, null, new FindingReport(certificates.Select(static item => Finding.Error(item.Reason, FindingPlace.Nowhere with { Subject = item.Parent }))), certificates);
}
