using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Hosting;

/// <summary>The definitions of one county, as its files hold them: what a model is compiled from.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ModelDefinitions
{
    /// <summary>Gets the county: <c>county.json</c>.</summary>
    public required CountyDefinition County { get; init; }

    /// <summary>Gets the hierarchy of grids: <c>hierarchy.json</c>.</summary>
    public required GridSchemeDefinition Hierarchy { get; init; }

    /// <summary>Gets the townships: <c>townships.csv</c>.</summary>
    public required EquatableArray<Township> Townships { get; init; }

    /// <summary>Gets the calendar: <c>calendar.json</c>.</summary>
    public required CalendarDefinition Calendar { get; init; }

    /// <summary>Gets the departments: <c>departments.csv</c>.</summary>
    public required EquatableArray<Department> Departments { get; init; }

    /// <summary>Gets the posts: <c>posts.csv</c>.</summary>
    public required EquatableArray<Post> Posts { get; init; }

    /// <summary>Gets the matters: <c>matters.csv</c>.</summary>
    public required EquatableArray<Matter> Matters { get; init; }

    /// <summary>Gets the entry list: <c>entry-list.json</c>.</summary>
    public required EntryListDefinition EntryList { get; init; }

    /// <summary>Gets the power-and-duty list: <c>authority-list.json</c>.</summary>
    public required AuthorityListDefinition AuthorityList { get; init; }

    /// <summary>Gets the lifecycles, in one or more versions each: <c>lifecycles/*.json</c>.</summary>
    public required EquatableArray<LifecycleDefinition> Lifecycles { get; init; }

    /// <summary>Gets the assessment schemes, each of another code: <c>assessment/*.json</c>.</summary>
    public required EquatableArray<AssessmentSchemeDefinition> Assessments { get; init; }

    /// <summary>Gets the channels, the tier rules and the table of evaluation: <c>case-rules.json</c>; null where there is none.</summary>
    public CaseRulesDefinition? CaseRules { get; init; }

    /// <summary>Gets who is visited how often: <c>visit-policy.json</c>; null where there is none.</summary>
    public VisitPolicyDefinition? VisitPolicy { get; init; }

    /// <summary>Gets what the model says of its people and organisations; nothing unless it says so.</summary>
    public StaffingDefinitions Staffing { get; init; } = StaffingDefinitions.None;

    /// <summary>Gets what the model says of powers and data beyond its two lists; nothing unless it says so.</summary>
    public PermissionDefinitions Permissions { get; init; } = PermissionDefinitions.None;

    /// <summary>Computes the hash of the canonical form of all definitions; the order of several files of one kind does not count.</summary>
    /// <returns>The hash.</returns>
    public ContentHash ToHash() => ContentHash.Of(
    [
        .. GovernanceJson.Write(County),
        .. GovernanceJson.Write(Hierarchy),
        .. GovernanceCsv.Write(Townships),
        .. GovernanceJson.Write(Calendar),
        .. GovernanceCsv.Write(Departments),
        .. GovernanceCsv.Write(Posts),
        .. GovernanceCsv.Write(Matters),
        .. GovernanceJson.Write(EntryList),
        .. GovernanceJson.Write(AuthorityList),
        .. Lifecycles.OrderBy(static lifecycle => lifecycle.Code, StringComparer.Ordinal).ThenBy(static lifecycle => lifecycle.Version)
            .SelectMany(GovernanceJson.Write),
        .. Assessments.OrderBy(static scheme => scheme.Code, StringComparer.Ordinal).SelectMany(GovernanceJson.Write),
        .. Staffing.ToBytes(),
        .. CaseRules is null ? [] : GovernanceJson.Write(CaseRules),
        .. Permissions.ToBytes(),
        .. VisitPolicy is null ? [] : GovernanceJson.Write(VisitPolicy),
    ]);
}
