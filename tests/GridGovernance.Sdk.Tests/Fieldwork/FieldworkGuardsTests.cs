using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Statistics;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

/// <summary>What is null where nothing may be is named at the door, and not met inside.</summary>
public sealed class FieldworkGuardsTests
{
    private static readonly BroadcastPolicy Policy = BroadcastPresets.Tongjiang;
    private static readonly BroadcastPlan Plan = BroadcastPlan.Create("b", Policy, Commander, [], out _)!;
    private static readonly CampaignDefinition Survey = new() { Code = "c", Limit = new TimeLimit(1, LimitUnit.UrgentHours) };
    private static readonly CampaignPlan Cells0 = CampaignPlan.Create("c", Survey, [], null, out _)!;
    private static readonly VisitPolicy Visits = VisitPolicy.Compile(VisitPresets.KeyMonthly, out _)!;
    private static readonly FieldDutyPlan Duties = FieldDutyPlan.Compile(new FieldDutyPlanDefinition { Code = "d", Duties = [] }, null, out _)!;
    private static readonly ServiceCatalogue Services = ServiceCatalogue.Compile([], [], Map, out _)!;
    private static readonly ColourLadder Ladder = ColourLadder.Compile(ColourPresets.ThreeColourCode, out _)!;
    private static readonly OutsideBodyRegister Bodies = OutsideBodyRegister.Compile([], [], Full.Establishment, Map, out _)!;
    private static readonly ShiftPlan Shifts = ShiftPlan.Compile(new ShiftPlanDefinition { Code = "s", From = Day, Shifts = [new ShiftDefinition("day", 0, 1440)], Crews = ["a"] }, out _)!;

    public static TheoryData<string, Action> Calls => new()
    {
        { "refusals", () => Full.Refusals(Worker, null!, null, Cells[0], Monday) },
        { "plan id", () => BroadcastPlan.Create(null!, Policy, Commander, [], out _) },
        { "plan policy", () => BroadcastPlan.Create("b", null!, Commander, [], out _) },
        { "find household", () => Plan.TryFindHousehold(null!, out _) },
        { "planner", () => _ = new BroadcastPlanner(null!) },
        { "routes", () => new BroadcastPlanner(Full).Routes(Commander, null!, Day) },
        { "broadcast plan", () => Broadcast.Replay(null!, []) },
        { "broadcast events", () => Broadcast.Replay(Plan, null!) },
        { "broadcast with", () => Broadcast.Replay(Plan, [new BroadcastIssued(At(1)) { At = Monday, By = Commander }]).With(null!) },
        { "broadcast engine", () => _ = new BroadcastEngine(null!) },
        { "broadcast decide", () => new BroadcastEngine(Full).Decide(null!, null, new IssueBroadcast(), Commander, Monday) },
        { "broadcast command", () => new BroadcastEngine(Full).Decide(Plan, null, null!, Commander, Monday) },
        { "next warning", () => BroadcastEngine.NextWarningAt(null!) },
        { "broadcast log", () => BroadcastLog.Compile([], null!, out _) },
        { "broadcast lines", () => _ = BroadcastLog.Write(null!).ToArray() },
        { "campaign id", () => CampaignPlan.Create(" ", Survey, [], null, out _) },
        { "campaign definition", () => CampaignPlan.Create("c", null!, [], null, out _) },
        { "campaign plan", () => Campaign.Replay(null!, []) },
        { "campaign events", () => Campaign.Replay(Cells0, null!) },
        { "campaign engine", () => _ = new CampaignEngine(null!) },
        { "campaign decide", () => new CampaignEngine(Full).Decide(null!, null, new OpenCampaign(), Commander, Monday) },
        { "campaign command", () => new CampaignEngine(Full).Decide(Cells0, null, null!, Commander, Monday) },
        { "campaign read plan", () => new CampaignEngine(Full).Read(null!, Commander, "p", Cells[0], Monday) },
        { "campaign read subject", () => new CampaignEngine(Full).Read(Cells0, Commander, null!, Cells[0], Monday) },
        { "campaign progress", () => Campaign.Replay(Cells0, [new CampaignOpened(At(1)) { At = Monday, By = Commander }]).ProgressBy(null!, Monday) },
        { "campaign log", () => CampaignLog.Compile([], null!, out _) },
        { "campaign lines plan", () => _ = CampaignLog.Write(null!, []).ToArray() },
        { "campaign lines", () => _ = CampaignLog.Write(Cells0, null!).ToArray() },
        { "visit policy", () => VisitPolicy.Compile(null!, out _) },
        { "visit rule", () => Visits.RuleFor(null!, null) },
        { "visit engine model", () => _ = new VisitEngine(null!, Visits) },
        { "visit engine policy", () => _ = new VisitEngine(Full, null!) },
        { "visit command", () => new VisitEngine(Full, Visits).Decide(null, null!, Worker, Monday) },
        { "visit event", () => VisitFile.Apply(null, null!) },
        { "visit events", () => VisitFile.Replay(null!) },
        { "coverage", () => VisitCoverage.Of(null!, Day, Day, Day) },
        { "tally", () => VisitTally.Of(null!) },
        { "due list files", () => VisitDueList.Create(null!, static _ => "", Day) },
        { "due list worker", () => VisitDueList.Create([], null!, Day) },
        { "due list of a worker", () => VisitDueList.Create([], static _ => "", Day).OwingOn(null!, Day) },
        { "builder subject", () => new VisitDueListBuilder().Add(null!, "", Day, Day, Day) },
        { "builder worker", () => new VisitDueListBuilder().Add("", null!, Day, Day, Day) },
        { "assigner", () => _ = new VisitAssigner(null!, null) },
        { "route stops", () => VisitRoute.Order(null!, default, CoordinateSystem.Metric) },
        { "route system", () => VisitRoute.Order([], default, null!) },
        { "route length", () => VisitRoute.LengthMetres([], default, null!) },
        { "side by side", () => VisitPresets.SideBySide(null!) },
        { "book policy", () => VisitBook.Compile([], [], null!, Full.Calendar.Zone, Monday, out _) },
        { "book zone", () => VisitBook.Compile([], [], Visits, null!, Monday, out _) },
        { "emergency engine", () => _ = new EmergencyEngine(null!) },
        { "emergency command", () => new EmergencyEngine(Full).Decide(null, null!, Worker, Monday) },
        { "emergency event", () => EmergencyFile.Apply(null, null!) },
        { "emergency events", () => EmergencyFile.Replay(null!) },
        { "duty plan", () => FieldDutyPlan.Compile(null!, null, out _) },
        { "duty ledger plan", () => FieldDutyLedger.Replay(null!, []) },
        { "duty ledger events", () => FieldDutyLedger.Replay(Duties, null!) },
        { "duty decide", () => FieldDutyLedger.Replay(Duties, []).Decide(null!, Full, Monday) },
        { "duty model", () => FieldDutyLedger.Replay(Duties, []).Decide(new FieldDutyDone("d", Day, Worker), null!, Monday) },
        { "shift plan", () => ShiftPlan.Compile(null!, out _) },
        { "sign-ins", () => Shifts.Unmanned(Day, Day, null!, 0) },
        { "checkpoints", () => CheckpointTally.Of(null!) },
        { "watches", () => WatchAssignment.Audit(null!, [], Day) },
        { "watched", () => WatchAssignment.Audit([], null!, Day) },
        { "colour ladder", () => ColourLadder.Compile(null!, out _) },
        { "colour event", () => ColourFile.Apply(null, null!) },
        { "colour events", () => ColourFile.Replay(null!) },
        { "colour engine model", () => _ = new ColourEngine(null!, Ladder) },
        { "colour engine ladder", () => _ = new ColourEngine(Full, null!) },
        { "colour command", () => new ColourEngine(Full, Ladder).Decide(null, null!, Worker, Cells[0], Monday) },
        { "services map", () => ServiceCatalogue.Compile([], [], null!, out _) },
        { "station", () => Services.StationFor(null!, Cells[0]) },
        { "service engine model", () => _ = new ProxyServiceEngine(null!, Services) },
        { "service engine catalogue", () => _ = new ProxyServiceEngine(Full, null!) },
        { "service command", () => new ProxyServiceEngine(Full, Services).Decide(null, null!, Worker, Monday) },
        { "service event", () => ProxyService.Apply(null, null!) },
        { "service events", () => ProxyService.Replay(null!) },
        { "bodies establishment", () => OutsideBodyRegister.Compile([], [], null!, Map, out _) },
        { "bodies map", () => OutsideBodyRegister.Compile([], [], Full.Establishment, null!, out _) },
        { "referral", () => Bodies.Refer(null!) },
        { "answer", () => OutsideBodyRegister.Answer(null!, true, null, Monday) },
        { "membership", () => GridMembership.Compile([], null!, out _) },
        { "without", () => _ = GridMembership.Compile([], Map, out _)!.Without(null!, GridMemberRole.Staff, Day).ToArray() },
        { "certificates", () => Certificate.CountOn(null!, [], "x", Day) },
        { "certified", () => Certificate.CountOn([], null!, "x", Day) },
        { "day plan", () => DayPlanPage.Print(null!, null) },
        { "day visits", () => DayPlanVisit.Of(null!, Day) },
        { "visits made", () => FieldworkRates.VisitsMade(null!) },
        { "reached in time", () => FieldworkRates.ReachedInTime(null!) },
        { "cells in time", () => FieldworkRates.CellsInTime(null!) },
        { "facts", () => FieldworkIndicators.Columns([], null!) },
        { "duties kept", () => FieldworkFact.DutiesKept(null!) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void ANull_IsNamedAtTheDoor(string what, Action call)
    {
        var fault = Assert.ThrowsAny<ArgumentException>(call);

        Assert.False(string.IsNullOrEmpty(fault.ParamName), what);
    }
}
