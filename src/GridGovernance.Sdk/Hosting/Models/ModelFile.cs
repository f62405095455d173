using System.Globalization;
using System.Text.Json.Nodes;
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

/// <summary>One of the files that make up the model of a county.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class ModelFile
{
    private readonly Func<CultureInfo?, JsonObject> _schema;

    private ModelFile(string name, string path, LocalizedText purpose, bool isOptional, Func<CultureInfo?, JsonObject> schema)
    {
        IsOptional = isOptional;
        Name = name;
        Path = path;
        Purpose = purpose;
        _schema = schema;
    }

    /// <summary>Gets every file, in the order in which a model is read.</summary>
    public static EquatableArray<ModelFile> All { get; } =
    [
        Of<CountyDefinition>("county", "county.json", "the county and its published facts", "县及其公布数据"),
        Of<GridSchemeDefinition>("hierarchy", "hierarchy.json", "the levels of the grid network, their codes and sizes", "网格层级、编码与规模"),
        Of<Township>("townships", "townships.csv", "its townships, towns and streets", "所辖乡、镇、街道"),
        Of<CalendarDefinition>("calendar", "calendar.json", "working days and hours", "工作日与工作时间"),
        Of<Department>("departments", "departments.csv", "the functional departments", "职能部门"),
        Of<Post>("posts", "posts.csv", "the posts and who stands above whom", "岗位及上下级"),
        Of<Matter>("matters", "matters.csv", "what cases are about", "事项"),
        Of<EntryListDefinition>("entry-list", "entry-list.json", "what may be given to the grids", "准入清单"),
        Of<AuthorityListDefinition>("authority-list", "authority-list.json", "who may and must do what", "权责清单"),
        Of<LifecycleDefinition>("lifecycle", "lifecycles/*.json", "what becomes of a case, and by when", "案件流程与时限"),
        Of<AssessmentSchemeDefinition>("assessment", "assessment/*.json", "how work is scored", "考核办法"),
        Of<CaseRulesDefinition>("case-rules", "case-rules.json", "channels, tier rules and what evaluation leads to", "渠道、分级规则与评价结果", isOptional: true),
        Of<VisitPolicyDefinition>("visit-policy", "visit-policy.json", "who is visited how often", "走访制度", isOptional: true),
        Of<Appointment>("appointments", "appointments.csv", "who holds which seat, and when", "任职", isOptional: true),
        Of<StaffMember>("staff", "staff.csv", "how people are employed and what they are", "人员的用工性质与资格", isOptional: true),
        Of<StaffAbsence>("absences", "absences.csv", "who is away, and when", "离岗", isOptional: true),
        Of<Deputation>("deputies", "deputies.csv", "which seat stands in for which", "代理", isOptional: true),
        Of<StaffingStandard>("staffing-standards", "staffing-standards.csv", "how many people a unit must have", "配员标准", isOptional: true),
        Of<Body>("bodies", "bodies.csv", "bodies and their heads by virtue of office", "机构及其兼任负责人", isOptional: true),
        Of<Secondment>("secondments", "secondments.csv", "departments attached to units", "部门派驻", isOptional: true),
        Of<PartyOrganisationDefinition>("party", "party.json", "the party organisation in the grids", "党组织架构", isOptional: true),
        Of<TeamDefinition>("team", "teams/*.json", "what the team of a grid consists of", "网格服务团队", isOptional: true),
        Of<EntryProcedureDefinition>("entry-procedure", "entry-procedure.json", "how items come onto the entry list and leave it", "准入程序", isOptional: true),
        Of<DelegationListDefinition>("delegations", "delegations.json", "which seat acts for which, and how long", "委托", isOptional: true),
        Of<ProportionalityDefinition>("measures", "measures.json", "what restrictive measures take", "限制性措施的要件", isOptional: true),
        Of<DataCatalogueDefinition>("data-catalogue", "data-catalogue.json", "who collects which data and who may read them", "数据目录：谁采集、谁可查阅", isOptional: true),
        Of<BurdenDefinition>("burden", "burden.json", "what matters take and posts can give", "事项工作量与岗位工时", isOptional: true),
    ];

    /// <summary>Gets the name, such as <c>county</c>.</summary>
    public string Name { get; }

    /// <summary>Gets where it stands in the folder; <c>*</c> stands for any name, where there may be several.</summary>
    public string Path { get; }

    /// <summary>Gets what it is for.</summary>
    public LocalizedText Purpose { get; }

    /// <summary>Gets a value indicating whether a model may do without it.</summary>
    public bool IsOptional { get; }

    /// <summary>Gets a value indicating whether it is a CSV file, whose schema describes one row.</summary>
    public bool IsTable => Path.EndsWith(".csv", StringComparison.Ordinal);

    /// <summary>Looks a file up.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The file, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ModelFile? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(file => string.Equals(file.Name, name, StringComparison.Ordinal));
    }

    /// <summary>Describes the file, or one row of it, as JSON Schema (draft 2020-12).</summary>
    /// <param name="culture">The language of its descriptions: Chinese for every <c>zh</c> culture, English for all others and for null.</param>
    /// <returns>The schema; the caller may change it.</returns>
    public JsonObject Schema(CultureInfo? culture = null) => _schema(culture);

    /// <summary>Returns the name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;

    internal bool Reads(string file)
    {
        var star = Path.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? string.Equals(file, Path, StringComparison.Ordinal)
            : file.StartsWith(Path[..star], StringComparison.Ordinal)
                && file.EndsWith(Path[(star + 1)..], StringComparison.Ordinal)
                && !file[star..].Contains('/', StringComparison.Ordinal);
    }

    private static ModelFile Of<T>(string name, string path, string en, string zh, bool isOptional = false) =>
        new(name, path, new LocalizedText(en, zh), isOptional, GovernanceJson.SchemaOf<T>);
}
