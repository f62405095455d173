namespace GridGovernance.Sdk.Cases;

/// <summary>What a case points to: a person, a dwelling, an organisation or a facility, by its opaque id in the register.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The opaque id in the register of its kind.</param>
public sealed record CaseSubject(CaseSubjectKind Kind, string Id)
{
    /// <summary>Gets the three departments of a facility; null for everything else, and where the model has no register of facilities.</summary>
    /// <remarks>The engine fills it in from the model's register: what a command says of it does not count.</remarks>
    public FacilityDepartments? Departments { get; init; }
}
