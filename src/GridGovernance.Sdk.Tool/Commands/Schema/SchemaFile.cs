using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tool.Commands.Schema;

/// <summary>A file whose schema can be printed: those of a model, and those that a verb reads beside it.</summary>
internal sealed record SchemaFile(string Name, string Path, LocalizedText Purpose, Func<CultureInfo?, JsonObject> Schema)
{
    /// <summary>Gets every file.</summary>
    internal static EquatableArray<SchemaFile> All { get; } =
    [
        .. ModelFile.All.Select(static file => new SchemaFile(file.Name, file.Path, file.Purpose, file.Schema)),
        new("grid-codes", "grid-codes.json", new LocalizedText("how grid codes are built", "网格编码规则"), GovernanceJson.SchemaOf<GridCodeSchemeDefinition>),
        new("units", "units.csv", new LocalizedText("units of the network with their days", "网格单元及其有效期"), GovernanceJson.SchemaOf<GridUnitEntry>),
        new("history", "history.json", new LocalizedText("the network through time: its events with units, boundaries and lineage", "网格体系沿革：变更、单元、边界与承接"), GovernanceJson.SchemaOf<GridHistoryDefinition>),
        new("people", "people.csv", new LocalizedText("people: resident, migrant, off-territory", "人员：户籍、流入、外出"), GovernanceJson.SchemaOf<PersonEntry>),
        new("dwellings", "dwellings.csv", new LocalizedText("dwellings: owner-occupied, rented, empty", "房屋：自住、出租、空置"), GovernanceJson.SchemaOf<DwellingEntry>),
        new("organisations", "organisations.csv", new LocalizedText("organisations", "组织"), GovernanceJson.SchemaOf<OrganisationEntry>),
        new("facilities", "facilities.csv", new LocalizedText("facilities with their three departments", "部件及其主管、权属、养护部门"), GovernanceJson.SchemaOf<FacilityEntry>),
        new("divisions", "divisions.csv", new LocalizedText("division codes with their days and successors", "区划代码及其有效期与后继"), GovernanceJson.SchemaOf<DivisionEntry>),
        new("circles", "circles.csv", new LocalizedText("circles of neighbours and places of work over the grids", "邻里圈、单位圈"), GovernanceJson.SchemaOf<OverlayCircle>),
        new("division-units", "UNITS.json", new LocalizedText("units to be divided and what lies beside what, for grids divide", "待划分的单元及其邻接（grids divide用）"), GovernanceJson.SchemaOf<DivisionUnitsDefinition>),
        new("case-events", "EVENTS.jsonl", new LocalizedText("a line of the events of cases, for cases replay and lifecycle migrate", "案件事件的一行（cases replay、lifecycle migrate用）"), CaseEventJson.Schema),
        new("visit-subjects", "visit-subjects.csv", new LocalizedText("who is visited, for visits due", "走访对象（visits due用）"), GovernanceJson.SchemaOf<VisitSubject>),
        new("visits", "visits.csv", new LocalizedText("visits and attempts, for visits due", "走访记录（visits due用）"), GovernanceJson.SchemaOf<VisitRecord>),
        new("visit-events", "EVENTS.jsonl", new LocalizedText("a line of the events of those who are visited, as a host stores them", "走访对象事件的一行（供系统留存）"), FieldworkEventJson.Visits.Schema),
        new("duty-events", "EVENTS.jsonl", new LocalizedText("a line of what was done of patrols, inspections and meetings", "巡查排查履职事件的一行"), FieldworkEventJson.Duties.Schema),
        new("colour-events", "EVENTS.jsonl", new LocalizedText("a line of the events of risk colours", "风险色码事件的一行"), FieldworkEventJson.Colours.Schema),
        new("emergency-events", "EVENTS.jsonl", new LocalizedText("a line of the events of emergencies", "突发事件处置事件的一行"), FieldworkEventJson.Emergencies.Schema),
        new("service-events", "EVENTS.jsonl", new LocalizedText("a line of the events of services done for people", "代办服务事件的一行"), FieldworkEventJson.Services.Schema),
        new("campaign", "campaign.json", new LocalizedText("what a campaign collects, and by when", "采集行动的内容与时限"), GovernanceJson.SchemaOf<CampaignDefinition>),
        new("campaign-events", "EVENTS.jsonl", new LocalizedText("a line of a campaign's log, for campaign status", "采集行动日志的一行（campaign status用）"), GovernanceJson.SchemaOf<CampaignEntry>),
        new("duty-plan", "duty-plan.json", new LocalizedText("patrols, inspections and meetings of grids", "巡查排查计划"), GovernanceJson.SchemaOf<FieldDutyPlanDefinition>),
        new("shift-plan", "shift-plan.json", new LocalizedText("who is on duty when, in turns", "轮班值守计划"), GovernanceJson.SchemaOf<ShiftPlanDefinition>),
        new("checkpoints", "checkpoints.csv", new LocalizedText("what registration points counted", "登记点计数"), GovernanceJson.SchemaOf<CheckpointEntry>),
        new("colours", "colours.json", new LocalizedText("a ladder of colours and the rules that give them", "色阶与赋码规则"), GovernanceJson.SchemaOf<ColourLadderDefinition>),
        new("service-items", "service-items.csv", new LocalizedText("services that grid workers do for people", "代办事项"), GovernanceJson.SchemaOf<ServiceItem>),
        new("service-stations", "service-stations.csv", new LocalizedText("stations where services are done", "服务站点"), GovernanceJson.SchemaOf<ServiceStation>),
        new("outside-bodies", "outside-bodies.csv", new LocalizedText("bodies that work beside the grid system", "网格外组织"), GovernanceJson.SchemaOf<OutsideBody>),
        new("conventions", "conventions.csv", new LocalizedText("conventions of residents", "居民自治公约"), GovernanceJson.SchemaOf<Convention>),
        new("grid-members", "grid-members.csv", new LocalizedText("leaders, staff and households of a grid", "网格成员"), GovernanceJson.SchemaOf<GridMember>),
        new("recognitions", "recognitions.csv", new LocalizedText("recognitions and reproofs in a grid", "评选表彰"), GovernanceJson.SchemaOf<Recognition>),
        new("trainings", "trainings.csv", new LocalizedText("trainings of staff", "培训记录"), GovernanceJson.SchemaOf<TrainingRecord>),
        new("certificates", "certificates.csv", new LocalizedText("certificates of staff", "证书"), GovernanceJson.SchemaOf<Certificate>),
        new("incentives", "incentives.csv", new LocalizedText("incentives given to staff", "激励记录"), GovernanceJson.SchemaOf<Incentive>),
        new("supports", "supports.csv", new LocalizedText("support given to staff", "支持记录"), GovernanceJson.SchemaOf<SupportRecord>),
        new("broadcast-policy", "broadcast-policy.json", new LocalizedText("how fast a notice must reach every household, and how", "通知到户的时限与渠道"), GovernanceJson.SchemaOf<BroadcastPolicy>),
        new("broadcast-events", "EVENTS.jsonl", new LocalizedText("a line of a broadcast's log, for broadcast status", "通知日志的一行（broadcast status用）"), GovernanceJson.SchemaOf<BroadcastEntry>),
        new("list-tests", "CASES.json", new LocalizedText("expected decisions of both lists, for lists test", "对两个清单的预期答复（lists test用）"), GovernanceJson.SchemaOf<ListTestDefinition>),
        new("study", "STUDY.json", new LocalizedText("what is simulated, which scenarios and how often, for simulate", "模拟内容、情景与重复次数（simulate用）"), GridGovernance.Sdk.Simulation.Studies.Study.Schema),
        new("households", "HOUSEHOLDS.csv", new LocalizedText("households and their places, for grids audit", "住户及其位置（grids audit用）"), GovernanceJson.SchemaOf<HouseholdRow>),
        new("points", "POINTS.csv", new LocalizedText("places to locate, for grids locate", "待定位的地点（grids locate用）"), GovernanceJson.SchemaOf<PointRow>),
    ];

    /// <summary>Looks a file up.</summary>
    internal static SchemaFile? Find(string name) => All.FirstOrDefault(file => string.Equals(file.Name, name, StringComparison.Ordinal));
}
