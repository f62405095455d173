namespace GridGovernance.Sdk.Staffing;

/// <summary>What came of auditing staff over time.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Units">How many units were looked at, each once a standard.</param>
/// <param name="UnitDays">How many days of units were looked at.</param>
/// <param name="StaffedUnitDays">On how many of them a unit had enough people, of whom one acted.</param>
/// <param name="Gaps">Every departure, by standard, then unit, then first day.</param>
/// <param name="Findings">The same as findings, each with its place and its days as measure, and what is wrong with the standards themselves.</param>
public sealed record StaffingAuditReport(int Units, long UnitDays, long StaffedUnitDays, EquatableArray<StaffingGap> Gaps, FindingReport Findings)
{
    /// <summary>Gets a value indicating whether every unit was staffed on every day.</summary>
    public bool IsStaffedThroughout => UnitDays == StaffedUnitDays && !Findings.HasErrors;
}
