using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Hosting;

/// <summary>All definitions of one county, compiled and checked against each other.</summary>
/// <remarks>
/// <para>A model exists only without errors. Two models with one <see cref="Hash"/> hold the same definitions.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GovernanceModel
{
    internal GovernanceModel(
        ModelDefinitions definitions,
        GridScheme scheme,
        WorkCalendar calendar,
        Establishment establishment,
        MatterCatalogue matters,
        EntryList entryList,
        AuthorityList authorityList,
        LifecycleCatalogue lifecycles,
        EquatableArray<AssessmentScheme> assessments,
        EquatableArray<CaseGuard> guards,
        CaseRules caseRules,
        VisitPolicy? visitPolicy,
        CountyStaffing staffing,
        CountyPermissions permissions)
    {
        Definitions = definitions;
        Scheme = scheme;
        Calendar = calendar;
        Establishment = establishment;
        Matters = matters;
        EntryList = entryList;
        AuthorityList = authorityList;
        Lifecycles = lifecycles;
        Assessments = assessments;
        Guards = guards;
        CaseRules = caseRules;
        VisitPolicy = visitPolicy;
        Staffing = staffing;
        Permissions = permissions;
        Hash = definitions.ToHash();
    }

    /// <summary>Gets the definitions that the model was compiled from; change a copy of them and compile again.</summary>
    public ModelDefinitions Definitions { get; }

    /// <summary>Gets the county.</summary>
    public CountyDefinition County => Definitions.County;

    /// <summary>Gets the townships.</summary>
    public EquatableArray<Township> Townships => Definitions.Townships;

    /// <summary>Gets the levels and codes of the grid network.</summary>
    public GridScheme Scheme { get; }

    /// <summary>Gets the working calendar, whose zone is the county's.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>Gets the posts and departments.</summary>
    public Establishment Establishment { get; }

    /// <summary>Gets the matters.</summary>
    public MatterCatalogue Matters { get; }

    /// <summary>Gets the entry list.</summary>
    public EntryList EntryList { get; }

    /// <summary>Gets the power-and-duty list.</summary>
    public AuthorityList AuthorityList { get; }

    /// <summary>Gets the lifecycles, which new cases follow in their newest version.</summary>
    public LifecycleCatalogue Lifecycles { get; }

    /// <summary>Gets the guards that the lifecycles' names are bound to.</summary>
    public EquatableArray<CaseGuard> Guards { get; }

    /// <summary>Gets the channels, the tier rules and the table of evaluation; <see cref="Cases.CaseRules.Default"/> where no file says them.</summary>
    public CaseRules CaseRules { get; }

    /// <summary>Gets who is visited how often; null where no file says.</summary>
    public VisitPolicy? VisitPolicy { get; }

    /// <summary>Gets the assessment schemes, in the order of their files.</summary>
    public EquatableArray<AssessmentScheme> Assessments { get; }

    /// <summary>Gets who sits where, bodies, attached departments, the party organisation and teams, as far as the model says.</summary>
    public CountyStaffing Staffing { get; }

    /// <summary>Gets what the model says of powers and data beyond its two lists: delegations, restrictive measures, the data catalogue and more.</summary>
    public CountyPermissions Permissions { get; }

    /// <summary>Gets the hash of the canonical form of all definitions.</summary>
    public ContentHash Hash { get; }

    /// <summary>Loads a model from a folder; <see cref="ModelFile.All"/> says what the folder holds.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="report">Everything that is wrong or doubtful in all files, each with its file and, where there is one, its line.</param>
    /// <param name="options">What the host adds; <see cref="ModelOptions.Default"/> when null.</param>
    /// <returns>The model; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="folder"/> is null.</exception>
    public static GovernanceModel? Load(string folder, out FindingReport report, ModelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        options ??= ModelOptions.Default;
        return new ModelCompiler(ModelSources.From(new ModelFolder(folder, options.Limits)), options).Compile(out report);
    }

    /// <summary>Loads a model from a folder, for who prefers an exception.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">What the host adds; <see cref="ModelOptions.Default"/> when null.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="folder"/> is null.</exception>
    /// <exception cref="GovernanceException">The model has errors; the exception carries the report.</exception>
    public static GovernanceModel LoadOrThrow(string folder, ModelOptions? options = null) =>
        Load(folder, out var report, options) ?? throw new GovernanceException(report);

    /// <summary>Compiles a model from definitions in memory.</summary>
    /// <param name="definitions">The definitions.</param>
    /// <param name="report">Everything that is wrong or doubtful; places name the file that the definition would stand in.</param>
    /// <param name="options">What the host adds; <see cref="ModelOptions.Default"/> when null.</param>
    /// <returns>The model; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definitions"/> is null.</exception>
    public static GovernanceModel? Compile(ModelDefinitions definitions, out FindingReport report, ModelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return new ModelCompiler(ModelSources.From(definitions), options ?? ModelOptions.Default).Compile(out report);
    }

    /// <summary>Puts the model together with what is no definition, for <see cref="CaseEngine"/>: the map, and who sits where.</summary>
    /// <param name="map">The map, of this model's hierarchy.</param>
    /// <param name="roster">Who sits where; when null, the model's own roster, where it appoints anybody.</param>
    /// <param name="open">An older model whose lifecycles open cases still follow; null where there is none.</param>
    /// <returns>Everything that decides about cases.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException">Both models hold a lifecycle in one version, but with different content.</exception>
    public CaseModel ToCaseModel(GridMap map, Roster? roster = null, GovernanceModel? open = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new CaseModel
        {
            Lifecycles = open is null ? Lifecycles : Lifecycles.Keeping(open.Lifecycles),
            Calendar = Calendar,
            Matters = Matters,
            Lists = new CountyLists(EntryList, AuthorityList, Establishment, map, Permissions.Delegations),
            Establishment = Establishment,
            Map = map,
            Roster = roster ?? (Staffing.Roster.Appointments.Count > 0 ? Staffing.Roster : null),
            Guards = Guards,
            Channels = CaseRules.Channels,
            TierRules = CaseRules.TierRules,
            Evaluation = CaseRules.Evaluation,
        };
    }
}
