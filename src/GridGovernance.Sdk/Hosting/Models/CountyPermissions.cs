using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Hosting;

/// <summary>What a model says of powers and data beyond its two lists, compiled: how the entry list changes, delegations, restrictive measures, the data catalogue, the burden.</summary>
/// <remarks>What no file says is null or empty. Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class CountyPermissions
{
    private CountyPermissions()
    {
    }

    /// <summary>Gets how items come onto the entry list and leave it; null where no file says.</summary>
    public EntryProcedure? EntryProcedure { get; private init; }

    /// <summary>Gets the delegations over the power-and-duty list; null where no file says.</summary>
    public DelegationRegister? Delegations { get; private init; }

    /// <summary>Gets the gate before restrictive measures; null where no file says.</summary>
    public ProportionalityGate? Measures { get; private init; }

    /// <summary>Gets the data catalogue; null where no file says.</summary>
    public DataCatalogue? DataCatalogue { get; private init; }

    /// <summary>Gets what is collected repeatedly, under two names, or for nobody; empty without a data catalogue.</summary>
    public EquatableArray<CollectionIssue> Collection { get; private init; }

    /// <summary>Gets what the lists ask of the posts, each where and when it is the most; null where no file says what the matters take.</summary>
    public BurdenReport? Burden { get; private init; }

    /// <summary>Checks and compiles the files, as far as what they rest on could be compiled.</summary>
    /// <param name="sources">All files of the model.</param>
    /// <param name="calendar">The calendar; null where it is faulty.</param>
    /// <param name="establishment">The posts and departments.</param>
    /// <param name="matters">The matters.</param>
    /// <param name="entryList">The entry list; null where it is faulty.</param>
    /// <param name="authorityList">The power-and-duty list; null where it is faulty.</param>
    /// <param name="findings">Receives what is wrong or doubtful, with file and line.</param>
    internal static CountyPermissions Compile(
        ModelSources sources, WorkCalendar? calendar, Establishment establishment, MatterCatalogue matters, EntryList? entryList, AuthorityList? authorityList, List<Finding> findings)
    {
        var files = sources.Permissions;
        var catalogue = Take(files.DataCatalogue, (DataCatalogueDefinition definition, out FindingReport report) => DataCatalogue.Compile(definition, establishment, out report), findings);
        var collection = catalogue is null ? [] : CollectionAudit.Run(catalogue);
        findings.AddRange(catalogue is null ? [] : files.DataCatalogue!.LocateNew(Doubts(collection.Select(static issue => issue.Finding))));
        var procedure = calendar is null || sources.EntryList.Mended is not { } list ? null : Take(
            files.EntryProcedure, (EntryProcedureDefinition definition, out FindingReport report) => EntryProcedure.Compile(definition, list, matters, establishment, calendar, out report), findings);
        findings.AddRange(procedure is null ? [] : sources.EntryList.LocateNew(procedure.Audit(sources.EntryList.Mended!)));
        var delegations = authorityList is null ? null : Take(
            files.Delegations, (DelegationListDefinition definition, out FindingReport report) => DelegationRegister.Compile(definition, authorityList, out report), findings);
        var measures = Take(files.Measures, (ProportionalityDefinition definition, out FindingReport report) => ProportionalityGate.Compile(definition, establishment, out report), findings);
        var places = PlacesOf(sources);
        findings.AddRange(entryList is null || authorityList is null ? [] : sources.AuthorityList.LocateNew(AssistedWork.Run(entryList, authorityList, places)));
        var burden = entryList is null || authorityList is null || places.Length == 0 ? null : Take(
            files.Burden, (BurdenDefinition definition, out FindingReport report) => BurdenAnalysis.RunHeaviest(definition, entryList, authorityList, places, catalogue, out report), findings);
        findings.AddRange(burden is null ? [] : files.Burden!.LocateNew(burden.Findings));
        return new CountyPermissions
        {
            EntryProcedure = procedure, Delegations = delegations, Measures = measures, DataCatalogue = catalogue, Collection = collection, Burden = burden,
        };
    }

    /// <summary>Returns the townships, or the county where there are none.</summary>
    private static GridCode[] PlacesOf(ModelSources sources) => sources.Townships.Mended.Count > 0
        ? [.. sources.Townships.Mended.Select(static township => GridCode.Parse(township.Code.ToString()))]
        : sources.County.Mended is { } county ? [GridCode.Parse(county.Code.ToString())] : [];

    private static FindingReport Doubts(IEnumerable<Finding> findings) => new(findings.Where(static finding => finding.Severity > FindingSeverity.Info));

    private static T? Take<TDefinition, T>(ReadResult<TDefinition>? source, ModelCompiler.Compilation<TDefinition, T> compile, List<Finding> findings)
        where T : class
    {
        if (source is null || source.Mended is not { } definition)
        {
            return null;
        }

        var compiled = compile(definition, out var report);
        findings.AddRange(source.LocateNew(report));
        return compiled;
    }
}
