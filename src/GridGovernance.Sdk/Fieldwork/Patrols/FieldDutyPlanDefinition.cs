namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The patrols, inspections and meetings of some grids (巡查排查计划): the file <c>duty-plan.json</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record FieldDutyPlanDefinition
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the matter that the authority list knows the work by; null where it is on no list.</summary>
    public string? Matter { get; init; }

    /// <summary>Gets the duties.</summary>
    public required EquatableArray<FieldDuty> Duties { get; init; }
}
