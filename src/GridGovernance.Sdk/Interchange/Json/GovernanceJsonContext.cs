using System.Text.Json.Serialization;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Interchange;

/// <summary>The generated contracts of every record that stands in a file. What is not a record of members is in <see cref="GovernanceValues"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CountyDefinition))]
[JsonSerializable(typeof(GridSchemeDefinition))]
[JsonSerializable(typeof(Township))]
[JsonSerializable(typeof(DivisionEntry))]
[JsonSerializable(typeof(GridCodeSchemeDefinition))]
[JsonSerializable(typeof(OverlayCircle))]
[JsonSerializable(typeof(GridUnitEntry))]
[JsonSerializable(typeof(GridHistoryDefinition))]
[JsonSerializable(typeof(PersonEntry))]
[JsonSerializable(typeof(DwellingEntry))]
[JsonSerializable(typeof(OrganisationEntry))]
[JsonSerializable(typeof(FacilityEntry))]
[JsonSerializable(typeof(HouseholdRow))]
[JsonSerializable(typeof(PointRow))]
[JsonSerializable(typeof(DivisionUnitsDefinition))]
[JsonSerializable(typeof(CalendarDefinition))]
[JsonSerializable(typeof(Department))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(Appointment))]
[JsonSerializable(typeof(StaffMember))]
[JsonSerializable(typeof(StaffAbsence))]
[JsonSerializable(typeof(Deputation))]
[JsonSerializable(typeof(Body))]
[JsonSerializable(typeof(Secondment))]
[JsonSerializable(typeof(StaffingStandard))]
[JsonSerializable(typeof(PartyOrganisationDefinition))]
[JsonSerializable(typeof(TeamDefinition))]
[JsonSerializable(typeof(BroadcastPolicy))]
[JsonSerializable(typeof(BroadcastEntry))]
[JsonSerializable(typeof(CampaignDefinition))]
[JsonSerializable(typeof(CampaignEntry))]
[JsonSerializable(typeof(FieldDutyPlanDefinition))]
[JsonSerializable(typeof(ShiftPlanDefinition))]
[JsonSerializable(typeof(CheckpointEntry))]
[JsonSerializable(typeof(ColourLadderDefinition))]
[JsonSerializable(typeof(ServiceItem))]
[JsonSerializable(typeof(ServiceStation))]
[JsonSerializable(typeof(OutsideBody))]
[JsonSerializable(typeof(Convention))]
[JsonSerializable(typeof(GridMember))]
[JsonSerializable(typeof(Recognition))]
[JsonSerializable(typeof(TrainingRecord))]
[JsonSerializable(typeof(Certificate))]
[JsonSerializable(typeof(Incentive))]
[JsonSerializable(typeof(SupportRecord))]
[JsonSerializable(typeof(VisitPolicyDefinition))]
[JsonSerializable(typeof(VisitSubject))]
[JsonSerializable(typeof(VisitRecord))]
[JsonSerializable(typeof(Matter))]
[JsonSerializable(typeof(EntryListDefinition))]
[JsonSerializable(typeof(AuthorityListDefinition))]
[JsonSerializable(typeof(ListTestDefinition))]
[JsonSerializable(typeof(BurdenDefinition))]
[JsonSerializable(typeof(DelegationListDefinition))]
[JsonSerializable(typeof(ProportionalityDefinition))]
[JsonSerializable(typeof(EntryProcedureDefinition))]
[JsonSerializable(typeof(DataCatalogueDefinition))]
[JsonSerializable(typeof(LifecycleDefinition))]
[JsonSerializable(typeof(CaseRulesDefinition))]
[JsonSerializable(typeof(AssessmentSchemeDefinition))]
[JsonSerializable(typeof(IndicatorDefinition))]
internal sealed partial class GovernanceJsonContext : JsonSerializerContext;
