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

/// <summary>The definitions of a model with the places they come from, so that findings can name file and line.</summary>
internal sealed class ModelSources
{
    internal required ReadResult<CountyDefinition> County { get; init; }

    internal required ReadResult<GridSchemeDefinition> Hierarchy { get; init; }

    internal required ReadResult<EquatableArray<Township>> Townships { get; init; }

    internal required ReadResult<CalendarDefinition> Calendar { get; init; }

    internal required ReadResult<EquatableArray<Department>> Departments { get; init; }

    internal required ReadResult<EquatableArray<Post>> Posts { get; init; }

    internal required ReadResult<EquatableArray<Matter>> Matters { get; init; }

    internal required ReadResult<EntryListDefinition> EntryList { get; init; }

    internal required ReadResult<AuthorityListDefinition> AuthorityList { get; init; }

    internal required EquatableArray<ReadResult<LifecycleDefinition>> Lifecycles { get; init; }

    internal required EquatableArray<ReadResult<AssessmentSchemeDefinition>> Assessments { get; init; }

    internal ReadResult<CaseRulesDefinition>? CaseRules { get; init; }

    internal ReadResult<VisitPolicyDefinition>? VisitPolicy { get; init; }

    internal required StaffingSources Staffing { get; init; }

    internal required PermissionSources Permissions { get; init; }

    /// <summary>Gets the warnings about files that no model reads.</summary>
    internal FindingReport Strays { get; init; } = FindingReport.Empty;

    /// <summary>Gets everything that is wrong with the form of the files.</summary>
    internal IEnumerable<FindingReport> Reports =>
    [
        County.Report, Hierarchy.Report, Townships.Report, Calendar.Report, Departments.Report, Posts.Report, Matters.Report,
        EntryList.Report, AuthorityList.Report,
        .. Lifecycles.Select(static lifecycle => lifecycle.Report), .. Assessments.Select(static scheme => scheme.Report),
        .. CaseRules is null ? Array.Empty<FindingReport>() : [CaseRules.Report], .. VisitPolicy is null ? Array.Empty<FindingReport>() : [VisitPolicy.Report],
        .. Staffing.Reports, .. Permissions.Reports, Strays,
    ];

    internal static ModelSources From(ModelFolder folder) => new()
    {
        Strays = folder.Strays(),
        County = folder.Json<CountyDefinition>("county.json"),
        Hierarchy = folder.Json<GridSchemeDefinition>("hierarchy.json"),
        Townships = folder.Csv<Township>("townships.csv"),
        Calendar = folder.Json<CalendarDefinition>("calendar.json"),
        Departments = folder.Csv<Department>("departments.csv"),
        Posts = folder.Csv<Post>("posts.csv"),
        Matters = folder.Csv<Matter>("matters.csv"),
        EntryList = folder.Json<EntryListDefinition>("entry-list.json"),
        AuthorityList = folder.Json<AuthorityListDefinition>("authority-list.json"),
        Lifecycles = folder.JsonFolder<LifecycleDefinition>("lifecycles"),
        Assessments = folder.JsonFolder<AssessmentSchemeDefinition>("assessment"),
        CaseRules = folder.OptionalJson<CaseRulesDefinition>("case-rules.json"),
        VisitPolicy = folder.OptionalJson<VisitPolicyDefinition>("visit-policy.json"),
        Staffing = StaffingSources.From(folder),
        Permissions = PermissionSources.From(folder),
    };

    internal static ModelSources From(ModelDefinitions definitions) => new()
    {
        County = ReadResult<CountyDefinition>.Of("county.json", definitions.County),
        Hierarchy = ReadResult<GridSchemeDefinition>.Of("hierarchy.json", definitions.Hierarchy),
        Townships = ReadResult<EquatableArray<Township>>.Of("townships.csv", definitions.Townships),
        Calendar = ReadResult<CalendarDefinition>.Of("calendar.json", definitions.Calendar),
        Departments = ReadResult<EquatableArray<Department>>.Of("departments.csv", definitions.Departments),
        Posts = ReadResult<EquatableArray<Post>>.Of("posts.csv", definitions.Posts),
        Matters = ReadResult<EquatableArray<Matter>>.Of("matters.csv", definitions.Matters),
        EntryList = ReadResult<EntryListDefinition>.Of("entry-list.json", definitions.EntryList),
        AuthorityList = ReadResult<AuthorityListDefinition>.Of("authority-list.json", definitions.AuthorityList),
        Lifecycles = EquatableArray.From(definitions.Lifecycles.Select(static lifecycle =>
            ReadResult<LifecycleDefinition>.Of($"lifecycles/{lifecycle.Code}.json", lifecycle))),
        Assessments = EquatableArray.From(definitions.Assessments.Select(static scheme =>
            ReadResult<AssessmentSchemeDefinition>.Of($"assessment/{scheme.Code}.json", scheme))),
        CaseRules = definitions.CaseRules is { } rules ? ReadResult<CaseRulesDefinition>.Of("case-rules.json", rules) : null,
        VisitPolicy = definitions.VisitPolicy is { } policy ? ReadResult<VisitPolicyDefinition>.Of("visit-policy.json", policy) : null,
        Staffing = StaffingSources.From(definitions.Staffing),
        Permissions = PermissionSources.From(definitions.Permissions),
    };

    /// <summary>Returns the definitions, when every file could be read.</summary>
    /// <returns>The definitions.</returns>
    internal ModelDefinitions ToDefinitions() => new()
    {
        County = County.Value!,
        Hierarchy = Hierarchy.Value!,
        Townships = Townships.Value,
        Calendar = Calendar.Value!,
        Departments = Departments.Value,
        Posts = Posts.Value,
        Matters = Matters.Value,
        EntryList = EntryList.Value!,
        AuthorityList = AuthorityList.Value!,
        Lifecycles = EquatableArray.From(Lifecycles.Select(static lifecycle => lifecycle.Value!)),
        Assessments = EquatableArray.From(Assessments.Select(static scheme => scheme.Value!)),
        CaseRules = CaseRules?.Value,
        VisitPolicy = VisitPolicy?.Value,
        Staffing = Staffing.ToDefinitions(),
        Permissions = Permissions.ToDefinitions(),
    };
}
