using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class CampaignTests
{
    private static readonly CampaignDefinition Definition = new() { Code = "survey", Items = ["housing", "health"], Purpose = "survey", Limit = new TimeLimit(1, LimitUnit.UrgentHours) };

    private static readonly DataCatalogue Catalogue = CatalogueOf();

    private static readonly CampaignPlan Plan = PlanOf(Definition, Catalogue);

    private static readonly CampaignEngine Engine = new(Full);

    private static Campaign Opened => Campaign.Replay(Plan, Engine.Decide(Plan, null, new OpenCampaign(), Commander, Monday).EnsureAccepted());

    [Fact]
    public void Create_AFaultyPlan_NamesEverything()
    {
        var many = EquatableArray.From(Enumerable.Range(0, 65).Select(static i => $"i{i}"));
        Assert.Null(CampaignPlan.Create("c", new CampaignDefinition { Code = "C", Limit = default, Items = many }, [Cells[0], Cells[0]], null, out var report));
        Assert.Equal(["fieldwork.bad-code", "fieldwork.no-time", "fieldwork.item-count", "fieldwork.campaign-cell-twice"], Codes(report));
        Assert.Equal("/cells/1", report[^1].Place.Path);

        CampaignPlan.Create("c", Definition with { Items = ["housing", "housing", "unheard-of"], Purpose = "other" }, [], Catalogue, out report);
        Assert.Equal(
            [("fieldwork.code-twice", "/items/1"), ("fieldwork.other-purpose", "/items/0"), ("fieldwork.other-purpose", "/items/1"), ("fieldwork.unknown-item", "/items/2"), ("fieldwork.no-cells", "/cells")],
            report.Select(static finding => (finding.Code, finding.Place.Path!)));
        Assert.NotNull(CampaignPlan.Create("c", Definition with { Items = EquatableArray.From(many.Take(64)) }, [], null, out _));
    }

    [Fact]
    public void Collect_ByTheOneCollector_IsTaken_AndByAnotherRefused()
    {
        var decision = Engine.Decide(Plan, Opened, new CollectCell(Cells[0], ["housing", "housing"], 7), Worker, At(5));
        var collected = Assert.IsType<CellCollected>(Assert.Single(decision.EnsureAccepted()));
        Assert.Equal((0, [0], 7), (collected.Cell, collected.Items, collected.People));

        Assert.Equal(["permissions.not-the-collector"], Codes(Engine.Decide(Plan, Opened, new CollectCell(Cells[0], ["health"]), Worker, At(5))));
        Assert.True(Engine.Decide(Plan, Opened, new CollectCell(Cells[0], ["health"]), Handler, At(5)).IsAccepted);
        Assert.Equal(["fieldwork.not-your-grid", "fieldwork.negative-people", "fieldwork.item-not-in-campaign"], Codes(Engine.Decide(Plan, Opened, new CollectCell(Cells[2], ["x"], -1), Worker, At(5))));
        Assert.Equal(["fieldwork.cell-not-in-campaign"], Codes(Engine.Decide(Plan, Opened, new CollectCell(GridCode.Parse("999")), Worker, At(5))));
        Assert.Equal(["fieldwork.time-runs-backward"], Codes(Engine.Decide(Plan, Opened, new CollectCell(Cells[0], ["housing"]), Worker, At(-5))));
    }

    [Fact]
    public void ACell_IsDoneWithItsLastItem_AndOpenAgainWhenReturned()
    {
        var part = Opened.With([new CellCollected(0, [0], 5) { At = At(10), By = Worker }]);
        Assert.Null(part.CellsAt(At(10))[0].DoneAt);
        Assert.Equal([1], part.MissingItems(0, At(10)));
        Assert.Equal([0, 1], part.MissingItems(0, At(9)));

        var done = part.With([new CellCollected(0, [1], 0) { At = At(20), By = Handler }]);
        Assert.Equal(new CampaignCellState(At(20), 5, 0), done.CellsAt(At(20))[0]);
        Assert.Empty(done.MissingItems(0, At(20)));
        Assert.Equal(["fieldwork.item-handed-in"], Codes(Engine.Decide(Plan, part, new CollectCell(Cells[0], ["housing"], 5), Worker, At(11))));
        Assert.Equal(done.CellsAt(At(30)), done.With([new CellCollected(0, [0], 500) { At = At(25), By = Worker }]).CellsAt(At(30)));
        Assert.Equal(7, part.With([new CellCollected(0, [1], 7) { At = At(20), By = Handler }]).CellsAt(At(20))[0].People);
        var rest = Assert.IsType<CellCollected>(Assert.Single(Engine.Decide(Plan, part, new CollectCell(Cells[0], [], 5), Handler, At(11)).EnsureAccepted()));
        Assert.Equal([1], rest.Items);
        Assert.Equal(["fieldwork.cell-done"], Codes(Engine.Decide(Plan, done, new CollectCell(Cells[0], ["housing"]), Worker, At(21))));

        var back = done.With(Engine.Decide(Plan, done, new ReturnCell(Cells[0], "blurred"), VillageHead, At(30)).EnsureAccepted());
        Assert.Equal(new CampaignCellState(null, 0, 1), back.CellsAt(At(30))[0]);
        Assert.Equal(At(20), back.CellsAt(At(29))[0].DoneAt);
        Assert.Equal(["fieldwork.return-unexplained", "fieldwork.nothing-to-return"], Codes(Engine.Decide(Plan, back, new ReturnCell(Cells[0], ""), VillageHead, At(31))));
        Assert.Equal(["fieldwork.cell-not-in-campaign"], Codes(Engine.Decide(Plan, back, new ReturnCell(GridCode.Parse("999"), "x"), VillageHead, At(31))));
        Assert.True(Engine.Decide(Plan, part, new ReturnCell(Cells[0], "x"), VillageHead, At(31)).IsAccepted);
        Assert.Equal(["fieldwork.own-return"], Codes(Engine.Decide(Plan, part, new ReturnCell(Cells[0], "x"), Worker, At(31))));
    }

    [Fact]
    public void AVacantCollector_LosesNoCell()
    {
        var neighbour = Seat.Parse("grid-worker@112");
        var vacant = Model(Seats.Where(static seat => seat != Worker));
        var deputised = Model(Seats.Where(static seat => seat != Worker), deputies: [new Deputation(Worker, neighbour, new LocalDate(2020, 1, 1))]);
        Decision<CampaignEvent> Collect(FieldworkModel model, Seat by) => new CampaignEngine(model).Decide(Plan, Opened, new CollectCell(Cells[0], ["housing"], 3), by, At(5));
        CampaignAssignment Assigned(FieldworkModel model, string item) => new CampaignAssigner(model).Assign(Plan, Day).Single(one => one.Cell == Cells[0] && one.Item == item);

        Assert.Equal((Worker, 0), (Assigned(Full, "housing").Seat, Assigned(Full, "housing").Gaps.Count));
        Assert.Equal((VillageHead, "grid-worker@111"), (Assigned(vacant, "housing").Seat, Assigned(vacant, "housing").Gaps[0].Subject));
        Assert.True(Collect(vacant, VillageHead).IsAccepted);
        Assert.Equal(["permissions.not-the-collector"], Codes(Collect(vacant, Commander)));
        Assert.Equal(["permissions.not-the-collector"], Codes(Collect(Full, VillageHead)));

        Assert.Equal(neighbour, Assigned(deputised, "housing").Seat);
        Assert.True(Collect(deputised, neighbour).IsAccepted);
        Assert.Equal(["permissions.not-the-collector"], Codes(Collect(deputised, VillageHead)));

        var unmanned = Assigned(Model([Worker]), "health");
        Assert.Equal((null, AnswerGapKind.NobodyInChain), (unmanned.Seat, unmanned.Gaps[^1].Kind));
        Assert.Equal(Handler, Assigned(vacant, "health").Seat);
        Assert.Equal(Handler with { Post = "head" }, Assigned(new FieldworkModel { Map = Map, Calendar = Full.Calendar, Establishment = Full.Establishment }, "health").Seat);
        Assert.Equal(8, new CampaignAssigner(Full).Assign(Plan, Day).Count);
        Assert.Equal([Worker, null], new CampaignAssigner(Full).Assign(PlanOf(Definition with { Items = [] }, null), Day).Take(1).SelectMany(static one => new Seat?[] { one.Seat, Seat.TryParse(one.Item, out var none) ? none : null }));
    }

    [Fact]
    public void OpenAndClose_AreForWhoAnswersForAllCells()
    {
        Assert.Equal(["fieldwork.not-your-grid"], Codes(Engine.Decide(Plan, null, new OpenCampaign(), Worker, Monday)).Distinct());
        Assert.Equal(["fieldwork.not-your-grid"], Codes(Engine.Decide(Plan, Opened, new CloseCampaign(), Worker, At(5))).Distinct());
        Assert.True(Engine.Decide(Plan, Opened, new CloseCampaign(), Handler, At(5)).IsAccepted);
    }

    [Fact]
    public void Status_NamesTheLateCells_AndTheFirst()
    {
        CellCollected Done(int cell, int minute) => new(cell, [], 100) { At = At(minute), By = Commander };
        var campaign = Opened.With([Done(1, 8), Done(0, 8), Done(2, 61)]);
        var status = campaign.StatusAt(At(62));

        Assert.Equal((4, 3, 300L), (status.Cells, status.Done, status.People));
        Assert.Equal([Cells[2], Cells[3]], status.LateCells);
        Assert.Equal([Cells[3]], status.OpenCells);
        Assert.Equal((Cells[0], Duration.FromMinutes(8)), (status.FirstCell, status.FirstAfter));
        Assert.Null(status.AllAfter);
        Assert.Equal(Duration.FromMinutes(62), status.Elapsed);
        Assert.Empty(campaign.StatusAt(At(60)).LateCells);

        var all = campaign.With([Done(3, 70)]);
        Assert.Equal((Duration.FromMinutes(70), Duration.FromMinutes(70)), (all.StatusAt(At(99)).AllAfter, all.StatusAt(At(99)).Elapsed));
        var closed = campaign.With(Engine.Decide(Plan, campaign, new CloseCampaign(), Commander, At(80)).EnsureAccepted());
        Assert.Equal((true, false, Duration.FromMinutes(80)), (closed.StatusAt(At(99)).IsClosed, closed.StatusAt(At(79)).IsClosed, closed.StatusAt(At(99)).Elapsed));
        Assert.Equal(["fieldwork.campaign-closed"], Codes(Engine.Decide(Plan, closed, new CloseCampaign(), Commander, At(81))));
        Assert.Throws<ArgumentOutOfRangeException>(() => closed.StatusAt(At(-1)));
    }

    [Fact]
    public void Open_ChecksSeatCellsAndCalendar()
    {
        Assert.Equal(At(60), Opened.DueAt);
        Assert.Equal(["fieldwork.opened-before"], Codes(Engine.Decide(Plan, Opened, new OpenCampaign(), Commander, At(1))));
        Assert.Equal(["fieldwork.unknown-seat"], Codes(Engine.Decide(Plan, null, new OpenCampaign(), Seat.Parse("x@1"), Monday)));
        var strange = CampaignPlan.Create("c", Definition with { Limit = new TimeLimit(400, LimitUnit.WorkingDays) }, [GridCode.Parse("999")], Catalogue, out _)!;
        Assert.Equal(["fieldwork.unknown-place", "fieldwork.calendar-unknown"], Codes(Engine.Decide(strange, null, new OpenCampaign(), Handler, Monday)));
        Assert.Throws<ArgumentException>(() => Engine.Decide(Plan, null, new CloseCampaign(), Commander, Monday));
        Assert.Throws<ArgumentException>(() => Engine.Decide(strange, Opened, new CloseCampaign(), Commander, Monday));
    }

    [Fact]
    public void Results_AreSharedToAuthorisedReadersAlone()
    {
        var village = Engine.Read(Plan, VillageHead, "p-1", Cells[0], At(5));
        Assert.Equal((DataShow.Full, DataShow.Hidden), (village.ShowOf("housing"), village.ShowOf("health")));
        Assert.Equal(DataShow.Hidden, Engine.Read(Plan, VillageHead, "p-1", Cells[2], At(5)).ShowOf("housing"));
        Assert.Throws<ArgumentException>(() => Engine.Read(PlanOf(Definition, null), VillageHead, "p-1", Cells[0], At(5)));
        Assert.Throws<ArgumentException>(() => Engine.Read(Plan, Seat.Parse("x@1"), "p-1", Cells[0], At(5)));
    }

    [Fact]
    public void Replay_EventsOutOfPlace_AreCallersMistakes()
    {
        var opened = new CampaignOpened(At(60)) { At = Monday, By = Commander };
        CampaignEvent Collected(int cell, int item, int people = 0, int minute = 1) => new CellCollected(cell, [item], people) { At = At(minute), By = Commander };
        CampaignEvent[][] faulty =
        [
            [], [Collected(0, 0)], [opened, opened], [opened, Collected(4, 0)], [opened, Collected(-1, 0)], [opened, Collected(0, 2)], [opened, Collected(0, -1)], [opened, Collected(0, 0, -1)],
            [opened, Collected(0, 0, 0, -1)], [opened, new CellReturned(4, "x") { At = At(1), By = Commander }], [opened, new CampaignClosed { At = At(1), By = Commander }, Collected(0, 0, 0, 2)],
        ];

        Assert.All(faulty, static events => Assert.Throws<ArgumentException>(() => Campaign.Replay(Plan, events)));
    }

    [Fact]
    public void Log_WithFaults_NamesEveryLine()
    {
        CampaignEntry Line(CampaignEntryKind kind, int minute) => new() { Event = kind, At = At(minute), By = Commander };
        var opened = Line(CampaignEntryKind.Opened, 0) with { Campaign = "c", Limit = TimeLimit.Parse("1 urgent-hours", null), Cells = [Cells[0]], Items = ["a"] };
        Assert.Equal(["fieldwork.opened-first"], Faults());
        Assert.Equal(["fieldwork.opened-first"], Faults(Line(CampaignEntryKind.Closed, 0), opened));
        Assert.Equal(["fieldwork.opened-first"], Faults(opened, opened));
        Assert.Equal(["fieldwork.either-limit-or-due", "fieldwork.campaign-unnamed"], Faults(opened with { Limit = null, Campaign = " " }));
        Assert.Equal(["fieldwork.either-limit-or-due"], Faults(opened with { DueAt = At(5) }));
        Assert.Equal(["fieldwork.due-before-start"], Faults(opened with { Limit = null, DueAt = At(0) }));
        Assert.Equal(["fieldwork.calendar-unknown"], Faults(opened with { Limit = TimeLimit.Parse("400 working-days", null) }));
        Assert.Equal(["fieldwork.campaign-cell-twice"], Faults(opened with { Cells = [Cells[0], Cells[0]] }));
        Assert.Equal(
            ["fieldwork.cell-not-in-campaign", "fieldwork.negative-people", "fieldwork.item-not-in-campaign", "fieldwork.line-out-of-order", "fieldwork.line-out-of-order"],
            Faults(opened, Line(CampaignEntryKind.Collected, 1) with { People = -1, Items = ["b"] }, Line(CampaignEntryKind.Closed, 2), Line(CampaignEntryKind.Closed, 1), Line(CampaignEntryKind.Closed, 3)));
        Assert.Equal(["fieldwork.no-cells"], Faults(opened with { Cells = [] }));
        Assert.Equal(["fieldwork.collected-before"], Faults(opened, Line(CampaignEntryKind.Collected, 1) with { Cell = Cells[0] }, Line(CampaignEntryKind.Collected, 1) with { Cell = Cells[0] }));
        Assert.Empty(Faults(opened, Line(CampaignEntryKind.Collected, 1) with { Cell = Cells[0] }, Line(CampaignEntryKind.Returned, 2) with { Cell = Cells[0] }, Line(CampaignEntryKind.Closed, 3)));

        static string[] Faults(params CampaignEntry[] entries)
        {
            var campaign = CampaignLog.Compile(EquatableArray.Create<CampaignEntry>(entries), Full.Calendar, out var report);
            Assert.Equal(campaign is null, report.HasErrors);
            return Codes(report);
        }
    }

    private static CampaignPlan PlanOf(CampaignDefinition definition, DataCatalogue? catalogue)
    {
        var plan = CampaignPlan.Create("c-1", definition, EquatableArray.Create<GridCode>(Cells), catalogue, out var report);
        report.EnsureNoErrors();
        return plan!;
    }

    private static DataCatalogue CatalogueOf()
    {
        DataItem Item(string code, string? post, string? department) => new()
        {
            Code = code,
            Name = new LocalizedText(code, "项"),
            Subject = default,
            Sensitivity = default,
            Origin = Origin.Sample,
            Source = "sample",
            CollectingPost = post,
            CollectingDepartment = department,
            Purposes = ["survey"],
            LegalBasis = "sample",
            Retention = new TimeLimit(1, LimitUnit.Years),
        };
        var definition = new DataCatalogueDefinition
        {
            Code = "catalogue",
            Version = "1",
            Title = new LocalizedText("Catalogue", "目录"),
            Purposes = [new DataPurpose("survey", new LocalizedText("Survey", "摸排"))],
            Items = [Item("housing", "grid-worker", null), Item("health", null, "health")],
            Grants = [new DataGrant { Code = "heads", Shows = DataShow.Full, Purposes = ["survey"], Origin = Origin.Sample, Source = "sample", Items = ["housing"], Posts = ["village-head"] }],
        };
        var catalogue = DataCatalogue.Compile(definition, Full.Establishment, out var report);
        report.EnsureNoErrors();
        return catalogue!;
    }
}
