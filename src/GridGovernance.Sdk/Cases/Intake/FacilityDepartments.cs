namespace GridGovernance.Sdk.Cases;

/// <summary>The three departments of a facility (部件), as they were when the case was reported.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Supervisor">The department in charge (主管部门), by code.</param>
/// <param name="Owner">The owning unit (权属单位), by code.</param>
/// <param name="Maintainer">The maintaining unit (养护单位), by code.</param>
public sealed record FacilityDepartments(string Supervisor, string Owner, string Maintainer);
