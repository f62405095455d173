using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Permissions.Data;
using GridGovernance.Sdk.Tests.Permissions.Procedure;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>Null where a value must be is the caller's mistake, and is named.</summary>
public sealed class NullArgumentTests
{
    private static readonly AuthorityList Powers = SmallLists.AuthorityList();
    private static readonly EntryList Entries = SmallLists.EntryList();
    private static readonly GridCode[] Places = [GridCode.Parse("1")];
    private static readonly EntryProcedure Procedure = new EntryDesk(EntryProcedurePresets.Zhoushan).Procedure;
    private static readonly BurdenDefinition Burden = new() { Code = "burden", Source = "sample", Posts = [] };
    private static readonly DelegationListDefinition Delegations = new() { Code = "delegations" };

    [Fact]
    public void TheLists_NameWhatIsMissing()
    {
        Named("matters", static () => MatterCatalogue.Compile(null!, SmallCounty.Establishment, out _));
        Named("establishment", static () => MatterCatalogue.Compile([], null!, out _));
        Named("definition", static () => EntryList.Compile(null!, SmallLists.Catalogue, SmallCounty.Establishment, out _));
        Named("catalogue", static () => EntryList.Compile(Entries.Definition, null!, SmallCounty.Establishment, out _));
        Named("establishment", static () => EntryList.Compile(Entries.Definition, SmallLists.Catalogue, null!, out _));
        Named("guard", static () => Entries.WithScopeGuard(null!));
        Named("definition", static () => AuthorityList.Compile(null!, SmallLists.Catalogue, SmallCounty.Establishment, out _));
        Named("catalogue", static () => AuthorityList.Compile(Powers.Definition, null!, SmallCounty.Establishment, out _));
        Named("establishment", static () => AuthorityList.Compile(Powers.Definition, SmallLists.Catalogue, null!, out _));
        Named("who", static () => AuthorityActor.TryResolve(null!, SmallCounty.Establishment, out _, out _));
        Named("establishment", static () => AuthorityActor.TryResolve("grid-worker", null!, out _, out _));
        Named("definition", static () => ListTest.Run(null!, Powers, Entries));
        Named("list", static () => ListTest.Run(new ListTestDefinition { Cases = [] }, null!, Entries));
        Named("entryList", static () => ListTest.Run(new ListTestDefinition { Cases = [] }, Powers, null!));
    }

    [Fact]
    public void AdmissionWithoutAMatterOrALevel_IsTheCallersMistake()
    {
        Assert.Throws<ArgumentException>(static () => Entries.Admit(new AdmissionRequest(null!, "grid", Places[0], SmallLists.Day)));
        Assert.Throws<ArgumentException>(static () => Entries.Admit(new AdmissionRequest("patrol", null!, Places[0], SmallLists.Day)));
    }

    [Fact]
    public void TheAnalyses_NameWhatIsMissing()
    {
        Named("list", static () => AuthorityAnalysis.Run(null!, null, Places));
        Named("places", static () => AuthorityAnalysis.Run(Powers, null, null!));
        Named("list", static () => AuthorityAnalysis.Run(null!, null, Places, SmallLists.Day, SmallLists.Day));
        Named("places", static () => AuthorityAnalysis.Run(Powers, null, null!, SmallLists.Day, SmallLists.Day));
        Named("list", static () => AuthorityAnalysis.Repair(null!, null, Places));
        Named("places", static () => AuthorityAnalysis.Repair(Powers, null, null!));
        Named("before", static () => ListDifference.Between(null!, Powers, Places));
        Named("after", static () => ListDifference.Between(Powers, null!, Places));
        Named("places", static () => ListDifference.Between(Powers, Powers, null!));
        Named("before", static () => ListDifference.Between(null!, DelegationRegister.Compile(Delegations, Powers, out _)!));
        Named("after", static () => ListDifference.Between(DelegationRegister.Compile(Delegations, Powers, out _)!, null!));
        Named("map", static () => DelegationRegister.Compile(Delegations, Powers, out _)!.WithMap(null!));
        Named("before", static () => ListDifference.Between(null!, Entries, SmallCounty.Establishment, Places));
        Named("after", static () => ListDifference.Between(Entries, null!, SmallCounty.Establishment, Places));
        Named("establishment", static () => ListDifference.Between(Entries, Entries, null!, Places));
        Named("places", static () => ListDifference.Between(Entries, Entries, SmallCounty.Establishment, null!));
        Named("definition", static () => BurdenAnalysis.Run(null!, Entries, Powers, Places[0], SmallLists.Day, null, out _));
        Named("entryList", static () => BurdenAnalysis.Run(Burden, null!, Powers, Places[0], SmallLists.Day, null, out _));
        Named("list", static () => BurdenAnalysis.Run(Burden, Entries, null!, Places[0], SmallLists.Day, null, out _));
        Named("definition", static () => BurdenAnalysis.RunHeaviest(null!, Entries, Powers, Places, null, out _));
        Named("entryList", static () => BurdenAnalysis.RunHeaviest(Burden, null!, Powers, Places, null, out _));
        Named("list", static () => BurdenAnalysis.RunHeaviest(Burden, Entries, null!, Places, null, out _));
        Named("places", static () => BurdenAnalysis.RunHeaviest(Burden, Entries, Powers, null!, null, out _));
    }

    [Fact]
    public void TheProcedures_NameWhatIsMissing()
    {
        var (definition, list) = (EntryProcedurePresets.Zhoushan, Entries.Definition);
        Named("definition", () => EntryProcedure.Compile(null!, list, SmallLists.Catalogue, SmallCounty.Establishment, WorkCalendar.China, out _));
        Named("list", () => EntryProcedure.Compile(definition, null!, SmallLists.Catalogue, SmallCounty.Establishment, WorkCalendar.China, out _));
        Named("catalogue", () => EntryProcedure.Compile(definition, list, null!, SmallCounty.Establishment, WorkCalendar.China, out _));
        Named("establishment", () => EntryProcedure.Compile(definition, list, SmallLists.Catalogue, null!, WorkCalendar.China, out _));
        Named("calendar", () => EntryProcedure.Compile(definition, list, SmallLists.Catalogue, SmallCounty.Establishment, null!, out _));
        Named("step", static () => Procedure.Decide(null, null!, "grid-office", default));
        Named("by", static () => Procedure.Decide(null, new EntryStep(EntryTriggers.Apply), null!, default));
        Named("item", static () => Procedure.SignersOf((EntryListItem)null!));
        Named("file", static () => Procedure.SignersOf((EntryFile)null!));
        Named("list", static () => Procedure.Audit(null!));
        Named("file", static () => Procedure.ClocksOf(null!));
        Named("files", static () => Procedure.ListOf(null!));
        Named("happened", static () => EntryFile.Apply(null, null!));
        Named("history", static () => EntryFile.Replay(null!));
        Named("definition", static () => DelegationRegister.Compile(null!, Powers, out _));
        Named("list", static () => DelegationRegister.Compile(Delegations, null!, out _));
        Named("definition", static () => ProportionalityGate.Compile(null!, SmallCounty.Establishment, out _));
        Named("establishment", static () => ProportionalityGate.Compile(ProportionalityGate.Sample, null!, out _));
    }

    [Fact]
    public void TheDataCatalogue_NamesWhatIsMissing()
    {
        var catalogue = SmallCatalogue.Catalogue;
        var decision = catalogue.Decide(SmallCatalogue.Ask("grid-worker@123", "name"));
        Named("definition", static () => DataCatalogue.Compile(null!, SmallCounty.Establishment, out _));
        Named("establishment", static () => DataCatalogue.Compile(SmallCatalogue.Definition, null!, out _));
        Named("record", () => catalogue.ItemsOf(null!));
        Named("item", () => catalogue.RefuseCollection(SmallCatalogue.Actor("grid-worker@123"), null!));
        Named("request", () => catalogue.Decide(null!));
        Named("item", () => decision.ShowOf(null!));
        Named("value", () => decision.Apply("name", null!));
        Named("value", static () => SmallCatalogue.Item("name").Mask(null!));
        Named("catalogue", static () => CollectionAudit.Run(null!));
        Named("values", static () => DataQualityCount.Of(null!));
        Named("by", static () => new CollectedValue("name", "p-1", "w", SmallLists.Day).Verify(null!, SmallLists.Day, out _));
        Named("by", static () => new CollectedValue("name", "p-1", "w", SmallLists.Day).CollectAgain(null!, SmallLists.Day));
        Named("item", static () => CollectedValue.Refused(null!, "p-1", "w", SmallLists.Day));
        Named("subject", static () => CollectedValue.Refused("name", null!, "w", SmallLists.Day));
        Named("askedBy", static () => CollectedValue.Refused("name", "p-1", null!, SmallLists.Day));
        Assert.Throws<ArgumentNullException>(() => catalogue.TryFindItem(null!, out _));
    }

    private static void Named(string parameter, Action act) => Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(act).ParamName);
}
