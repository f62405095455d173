using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class BroadcastTests
{
    private static readonly BroadcastHousehold[] Households = [new("h1", Cells[0]), new("h2", Cells[0]), new("h3", Cells[2]), new("h4", Cells[3])];

    private static readonly BroadcastPlan Plan = PlanOf(Full);

    private static readonly BroadcastEngine Engine = new(Full);

    // Everybody in every chain has the notice.
    private static Broadcast Told => Issued.With(Plan.Seats.Where(static seat => seat != Commander).Select(static seat => new NoticeRelayed(seat) { At = Monday, By = Commander }));

    private static Broadcast Issued => Broadcast.Replay(Plan, Engine.Decide(Plan, null, new IssueBroadcast(), Commander, Monday).EnsureAccepted());

    [Fact]
    public void Routes_OfAFullRoster_GoThroughEveryTier()
    {
        Assert.Equal(["111", "121", "122"], Plan.Routes.Select(static route => route.Cell.ToString()));
        Assert.Equal([Commander, VillageHead, Worker], Plan.Routes[0].Chain);
        Assert.Equal(Worker, Plan.Routes[0].Last);
        Assert.All(Plan.Routes, static route => Assert.Empty(route.Gaps));
        Assert.Equal((4, 0, 2, 3), (Plan.HouseholdCount, Plan.FirstOf(0), Plan.FirstOf(1), Plan.FirstOf(2)));
        Assert.Equal([0, 0, 1, 2], Enumerable.Range(0, 4).Select(Plan.RouteOf));
        Assert.Equal("h3", Plan.Household(2));
        Assert.True(Plan.TryFindHousehold("h4", out var h4) && h4 == 3);
        Assert.False(Plan.TryFindHousehold("h9", out var none));
        Assert.Equal(-1, none);
    }

    [Fact]
    public void RouteOf_CellsWithoutHouseholds_PassesThemOver()
    {
        BroadcastRoute Route(string cell, params string[] households) => new() { Cell = GridCode.Parse(cell), Households = EquatableArray.Create<string>(households), Chain = [Commander] };
        var plan = BroadcastPlan.Create("b", BroadcastPresets.Tongjiang, Commander, [Route("111"), Route("112", "a"), Route("121"), Route("122", "b", "c")], out _)!;

        Assert.Equal([1, 3, 3], Enumerable.Range(0, 3).Select(plan.RouteOf));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.RouteOf(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.RouteOf(-1));
    }

    [Fact]
    public void Routes_WithVacancies_GoToTheNextAbove_AndNameTheGap()
    {
        var routes = new BroadcastPlanner(Model([Commander, VillageHead])).Routes(Commander, Households, Day);

        Assert.Equal([Commander, VillageHead], routes[0].Chain);
        Assert.Equal((AnswerGapKind.NeverFilled, "grid-worker@111"), (routes[0].Gaps[0].Kind, routes[0].Gaps[0].Subject));
        Assert.Equal([Commander], routes[1].Chain);
        Assert.Equal(["grid-worker@121", "village-head@12"], routes[1].Gaps.Select(static gap => gap.Subject));
    }

    [Fact]
    public void Routes_OfAnIssuerThatIsVacant_HaveNoChain()
    {
        var route = new BroadcastPlanner(Model([Worker])).Routes(Commander, Households, Day)[0];

        Assert.Null(route.Last);
        Assert.Equal([(AnswerGapKind.NeverFilled, VillageHead.ToString()), (AnswerGapKind.NeverFilled, Commander.ToString()), (AnswerGapKind.NobodyInChain, "111")], route.Gaps.Select(static gap => (gap.Kind, gap.Subject)));
    }

    [Fact]
    public void Routes_OfAVillage_ReachItsOwnCellsAlone()
    {
        var routes = new BroadcastPlanner(Full).Routes(VillageHead, Households, Day);

        Assert.Equal([VillageHead, Worker], routes[0].Chain);
        Assert.Empty(routes[1].Chain);
        Assert.Equal(new AnswerGap(AnswerGapKind.OutsideUnit, "121"), Assert.Single(routes[1].Gaps));
        Assert.Equal("Unit \"121\" must lie in the unit of who asks, but lies outside of it.", routes[1].Gaps[0].ToString());
    }

    [Fact]
    public void Routes_WithAVacancyInTheMiddle_NameItAsWell()
    {
        var route = new BroadcastPlanner(Model([Commander, Worker])).Routes(Commander, Households, Day)[0];

        Assert.Equal([Commander, Worker], route.Chain);
        Assert.Equal(["village-head@11"], route.Gaps.Select(static gap => gap.Subject));
    }

    [Fact]
    public void WhoStandsIn_HasTheNotice_AndReachesHouseholds()
    {
        var neighbour = Seat.Parse("grid-worker@112");
        var model = Model(Seats.Where(static seat => seat != Worker), deputies: [new Deputation(Worker, neighbour, new LocalDate(2020, 1, 1))]);
        var (plan, engine) = (PlanOf(model), new BroadcastEngine(model));
        var issued = Broadcast.Replay(plan, engine.Decide(plan, null, new IssueBroadcast(), Commander, Monday).EnsureAccepted());
        Assert.Equal([Commander, VillageHead, neighbour], plan.Routes[0].Chain);
        Assert.Equal(["fieldwork.notice-not-there"], Codes(engine.Decide(plan, issued, new AcknowledgeHouseholds(["h1"], "telephone"), neighbour, At(1))));

        // The vacant seat is handed the notice through who acts in it.
        var told = issued.With(engine.Decide(plan, issued, new RelayNotice(Worker), Commander, At(1)).EnsureAccepted());
        Assert.True(told.HasNotice(neighbour, At(1)));
        Assert.True(engine.Decide(plan, told, new AcknowledgeHouseholds(["h1"], "telephone"), neighbour, At(2)).IsAccepted);
        Assert.True(engine.Decide(plan, told, new ReportUnreached(["h1"], "telephone"), neighbour, At(2)).IsAccepted);
        Assert.True(engine.Decide(plan, told, new AcknowledgeHouseholds(["h1"], "telephone"), Worker, At(2)).IsAccepted);
        Assert.Equal(["fieldwork.notice-not-there", "fieldwork.not-your-grid"], Codes(engine.Decide(plan, told, new AcknowledgeHouseholds(["h3"], "telephone"), Seat.Parse("grid-worker@122"), At(2))));
    }

    [Fact]
    public void AVacantSeat_NeitherHandsOnNorEndsANotice()
    {
        var engine = new BroadcastEngine(Model([Worker]));

        Assert.Equal(["fieldwork.seat-vacant"], Codes(engine.Decide(Plan, Issued, new RelayNotice(VillageHead), Commander, At(1))));
        Assert.Equal(["fieldwork.seat-vacant"], Codes(engine.Decide(Plan, Issued, new RecallBroadcast("a mistake"), Commander, At(1))));
        Assert.Equal(["fieldwork.seat-vacant"], Codes(engine.Decide(Plan, Issued, new SupersedeBroadcast("b-2"), Commander, At(1))));
        Assert.Equal(["fieldwork.unknown-seat"], Codes(engine.Decide(Plan, Issued, new PassBroadcastClock(), Seat.Parse("x@y"), At(31))));
    }

    [Fact]
    public void Create_AFaultyPlan_NamesEverything()
    {
        var route = new BroadcastRoute { Cell = Cells[0], Households = ["h1", "h1", " "], Chain = [VillageHead] };
        var policy = BroadcastPresets.Tongjiang with { Code = "Bad", Limit = default, Warnings = [0.5m, 0.5m, 1m], Channels = [] };

        Assert.Null(BroadcastPlan.Create("b", policy, Commander, [route, route with { Households = [], Chain = [] }], out var report));
        Assert.Equal(
            [
                ("fieldwork.bad-code", "/policy/code"), ("fieldwork.no-time", "/policy/limit"), ("fieldwork.warning-order", "/policy/warnings/1"),
                ("fieldwork.warning-order", "/policy/warnings/2"), ("fieldwork.channel-count", "/policy/channels"),
                ("fieldwork.household-twice", "/routes/0/households/1"), ("fieldwork.household-twice", "/routes/0/households/2"),
                ("fieldwork.chain-start", "/routes/0/chain"), ("fieldwork.cell-twice", "/routes/1/cell"),
            ],
            report.Select(static finding => (finding.Code, finding.Place.Path!)));
    }

    [Fact]
    public void Create_APlanForNobody_IsAWarning()
    {
        Assert.NotNull(BroadcastPlan.Create("b", BroadcastPresets.Chengdu, Commander, [], out var report));
        Assert.Equal(("fieldwork.nobody-to-reach", FindingSeverity.Warning), (report[0].Code, report[0].Severity));
    }

    [Fact]
    public void Create_ARouteWithoutAChain_IsAWarning()
    {
        var plan = BroadcastPlan.Create("b", BroadcastPresets.Chengdu, Commander, [new BroadcastRoute { Cell = Cells[0], Households = ["h1"] }], out var report);

        Assert.NotNull(plan);
        Assert.Equal(("fieldwork.nobody-reaches", FindingSeverity.Warning, "/routes/0/chain", "111"), (report[0].Code, report[0].Severity, report[0].Place.Path, report[0].Place.Subject));
    }

    [Fact]
    public void Presets_AreSound() => Assert.All(BroadcastPresets.All, static policy =>
    {
        Assert.Empty(policy.Check());
        Assert.NotNull(policy.Source);
    });

    [Fact]
    public void Check_ChannelCodes_StandOnce()
    {
        var channel = BroadcastPresets.Tongjiang.Channels[0];

        Assert.Equal(["fieldwork.code-twice"], Codes((BroadcastPresets.Tongjiang with { Channels = [channel, channel] }).Check()));
        Assert.Empty((BroadcastPresets.Tongjiang with { Channels = EquatableArray.From(Enumerable.Range(0, 16).Select(i => channel with { Code = $"c{i}" })) }).Check());
        Assert.Equal(["fieldwork.channel-count"], Codes((BroadcastPresets.Tongjiang with { Channels = EquatableArray.From(Enumerable.Range(0, 17).Select(i => channel with { Code = $"c{i}" })) }).Check()));
    }

    [Fact]
    public void Issue_ByAnotherSeat_IsRefused()
    {
        Assert.Equal(["fieldwork.not-the-issuer"], Codes(Engine.Decide(Plan, null, new IssueBroadcast(), VillageHead, Monday)));
        Assert.Equal(["fieldwork.seat-vacant"], Codes(new BroadcastEngine(Model([Worker])).Decide(Plan, null, new IssueBroadcast(), Commander, Monday)));
        Assert.Equal(["fieldwork.issued-before"], Codes(Engine.Decide(Plan, Issued, new IssueBroadcast(), Commander, Monday)));
        Assert.Throws<ArgumentException>(() => Engine.Decide(Plan, null, new RelayNotice(Worker), Commander, Monday));
        Assert.Throws<ArgumentException>(() => Engine.Decide(PlanOf(Full), Issued, new RelayNotice(Worker), Commander, Monday));
    }

    [Fact]
    public void Issue_TheLimit_RunsFromTheIssue()
    {
        Assert.Equal(At(60), Issued.DueAt);
        Assert.Equal(Monday, Issued.IssuedAt);
        var slow = BroadcastPlan.Create("b", BroadcastPresets.Tongjiang with { Limit = new TimeLimit(400, LimitUnit.WorkingDays) }, Commander, Plan.Routes, out _)!;
        Assert.Equal(["fieldwork.calendar-unknown"], Codes(Engine.Decide(slow, null, new IssueBroadcast(), Commander, Monday)));
    }

    [Fact]
    public void Relay_GoesDownTheChain()
    {
        Assert.Equal(["fieldwork.notice-not-there"], Codes(Engine.Decide(Plan, Issued, new RelayNotice(Worker), VillageHead, At(1))));
        Assert.Equal(["fieldwork.not-in-chain"], Codes(Engine.Decide(Plan, Issued, new RelayNotice(Handler), Commander, At(1))));
        Assert.Equal(["fieldwork.time-runs-backward"], Codes(Engine.Decide(Plan, Issued, new RelayNotice(VillageHead), Commander, At(-1))));

        var told = Issued.With(Engine.Decide(Plan, Issued, new RelayNotice(VillageHead), Commander, At(2)).EnsureAccepted());
        Assert.True(told.HasNotice(VillageHead, At(2)));
        Assert.False(told.HasNotice(VillageHead, At(1)));
        Assert.True(told.HasNotice(Commander, Monday));
        Assert.Empty(Engine.Decide(Plan, told, new RelayNotice(VillageHead), Commander, At(3)).EnsureAccepted());
        Assert.Equal(["fieldwork.not-above"], Codes(Engine.Decide(Plan, told, new RelayNotice(OtherWorker), VillageHead, At(3))));
        Assert.Single(Engine.Decide(Plan, told, new RelayNotice(OtherWorker), Commander, At(3)).EnsureAccepted());
    }

    [Fact]
    public void Next_FollowsTheNotice_FromTierToTierToChannel()
    {
        var at = At(10);
        Assert.Equal([(Commander, (Seat?)VillageHead), (Commander, OtherHead), (Commander, OtherHead)], Issued.NextAt(at).Select(static next => (next.By!.Value, next.To)));

        var told = Issued.With([new NoticeRelayed(VillageHead) { At = At(1), By = Commander }, new NoticeRelayed(Worker) { At = At(2), By = VillageHead }]);
        var first = told.NextAt(at)[0];
        Assert.Equal((Worker, null, "loudspeaker", 2), (first.By, first.To, first.Channel, first.Missing.Count));
        Assert.Equal((VillageHead, (Seat?)Worker, null), (told.NextAt(At(1))[0].By, told.NextAt(At(1))[0].To, told.NextAt(At(1))[0].Channel));

        var failed = told.With([new HouseholdsNotReached([0], 0) { At = At(3), By = Worker }]);
        Assert.Equal([("loudspeaker", 1), ("group-message", 0)], failed.NextAt(at).Take(2).Select(static next => (next.Channel!, next.Missing[0])));

        var exhausted = failed.With(Enumerable.Range(1, 3).Select(static channel => new HouseholdsNotReached([0], channel) { At = At(4), By = Worker }));
        var climbed = exhausted.NextAt(at).Single(static next => next.Missing.Contains(0));
        Assert.Equal((VillageHead, "door-to-door"), (climbed.By, climbed.Channel));

        // The next above fails as well, then the issuer: nobody is left, and a gap says so.
        var higher = exhausted.With([new HouseholdsNotReached([0], 3) { At = At(5), By = VillageHead }]);
        Assert.Equal(Commander, higher.NextAt(at).Single(static next => next.Missing.Contains(0)).By);
        var lost = higher.With([new HouseholdsNotReached([0], 3) { At = At(6), By = Commander }]).NextAt(at).Single(static next => next.Missing.Contains(0));
        Assert.Equal((null, null, AnswerGapKind.NobodyInChain), (lost.By, lost.Channel, lost.Gaps[^1].Kind));
        Assert.Throws<ArgumentOutOfRangeException>(() => told.NextAt(At(-1)));
    }

    // The example of FieldworkModel, word for word.
    [Fact]
    public void TheExampleOfTheDocumentation_Runs()
    {
        var (map, establishment, roster, commander, households, now) = (Map, Full.Establishment, Full.Roster, Commander, Households, Monday);
        var model = new FieldworkModel { Map = map, Calendar = WorkCalendar.China, Establishment = establishment, Roster = roster };
        var routes = new BroadcastPlanner(model).Routes(commander, households, model.LocalTime(now).Date);
        var plan = BroadcastPlan.Create("flood-1", BroadcastPresets.Tongjiang, commander, routes, out var report)!;
        var engine = new BroadcastEngine(model);
        var notice = Broadcast.Replay(plan, engine.Decide(plan, null, new IssueBroadcast(), commander, now).EnsureAccepted());
        foreach (var step in notice.NextAt(now).Where(step => step.To is not null))
        {
            notice = notice.With(engine.Decide(plan, notice, new RelayNotice(step.To!.Value), step.By!.Value, now).Events);
        }

        var lines = BroadcastLog.Write(notice);
        var missed = notice.StatusAt(now).Missed;

        Assert.Empty(report);
        Assert.Equal((3 + 1 + 2, 4), (lines.Count(), missed));
    }

    [Fact]
    public void Next_AfterASkippedTier_IsWhoStandsLowest()
    {
        var skipped = Issued.With(Engine.Decide(Plan, Issued, new RelayNotice(Worker), Commander, At(1)).EnsureAccepted());
        var next = skipped.NextAt(At(2))[0];

        Assert.Equal((Worker, null, "loudspeaker"), (next.By, next.To, next.Channel));
    }

    [Fact]
    public void Next_WhereNobodyActs_NamesTheGap()
    {
        var plan = PlanOf(Full, [new("h9", GridCode.Parse("999"))]);
        var next = Broadcast.Replay(plan, [new BroadcastIssued(At(60)) { At = Monday, By = Commander }]).NextAt(At(1)).Single();

        Assert.Null(next.By);
        Assert.Null(next.To);
        Assert.Equal(AnswerGapKind.UnitNotOnMap, next.Gaps[0].Kind);
    }

    [Fact]
    public void Acknowledge_IsKeptByTheFirst_AndCheckedForThePlace()
    {
        var decision = Engine.Decide(Plan, Told, new AcknowledgeHouseholds(["h1", "h1", "h2"], "telephone"), Worker, At(5));
        var reached = Assert.IsType<HouseholdsReached>(Assert.Single(decision.EnsureAccepted()));
        Assert.Equal(([0, 1], 2), (reached.Households, reached.Channel));

        var after = Told.With(decision.Events);
        Assert.Equal(reached, after.ReachedBy(1));
        Assert.Null(after.ReachedBy(2));
        Assert.Empty(Engine.Decide(Plan, after, new AcknowledgeHouseholds(["h1"], "telephone"), Worker, At(6)).EnsureAccepted());
        Assert.Equal(["fieldwork.unknown-channel", "fieldwork.unknown-household", "fieldwork.not-your-grid"], Codes(Engine.Decide(Plan, after, new AcknowledgeHouseholds(["h9", null!, "h3", "h4"], "smoke"), VillageHead, At(6))).Distinct());
        Assert.IsType<HouseholdsNotReached>(Assert.Single(Engine.Decide(Plan, after, new ReportUnreached(["h3"], "telephone"), OtherHead, At(6)).EnsureAccepted()));
    }

    [Fact]
    public void Status_AtTheLimit_IsInTime_AndLateAfterIt()
    {
        var one = Issued.With([
            new HouseholdsReached([0], 0) { At = At(60), By = Worker },
            new HouseholdsReached([0, 1], 0) { At = At(60) + Duration.FromTicks(1), By = Worker },
            new HouseholdsReached([2, 3], 0) { At = At(90), By = OtherWorker }]);

        Assert.Equal((1, 0, 3), Counts(one.StatusAt(At(60))));
        Assert.Equal((2, 1, 2), Counts(one.StatusAt(At(61))));
        Assert.Equal((4, 3, 0), Counts(one.StatusAt(At(500))));
        Assert.Equal(Duration.FromMinutes(61), one.StatusAt(At(61)).Elapsed);
        Assert.Equal(Duration.FromMinutes(90), one.StatusAt(At(500)).Elapsed);
        Assert.Equal(At(90), one.StatusAt(At(500)).CompletedAt);
        Assert.False(one.StatusAt(At(60)).IsOverdue);
        Assert.Equal([new BroadcastHousehold("h1", Cells[0]), new BroadcastHousehold("h2", Cells[0])], one.HouseholdsReachedAt(At(61)));
        Assert.True(one.StatusAt(At(61)).IsOverdue);
        Assert.Throws<ArgumentOutOfRangeException>(() => one.StatusAt(At(-1)));
    }

    [Fact]
    public void Clock_RaisesEachWarningOnce()
    {
        Assert.Equal(At(30), BroadcastEngine.NextWarningAt(Issued));
        Assert.Empty(Engine.Decide(Plan, Issued, new PassBroadcastClock(), Commander, At(29)).EnsureAccepted());
        var warned = Issued.With(Engine.Decide(Plan, Issued, new PassBroadcastClock(), Commander, At(30)).EnsureAccepted());
        Assert.Equal(0.5m, warned.StatusAt(At(30)).Warned);
        Assert.Equal(At(48), BroadcastEngine.NextWarningAt(warned));
        Assert.Empty(Engine.Decide(Plan, warned, new PassBroadcastClock(), Commander, At(40)).EnsureAccepted());
        Assert.Equal([0.5m, 0.8m], Engine.Decide(Plan, Issued, new PassBroadcastClock(), Commander, At(59)).EnsureAccepted().Select(static e => ((BroadcastWarned)e).Share));

        var done = Issued.With([new HouseholdsReached([0, 1, 2, 3], 0) { At = At(1), By = Commander }]);
        Assert.Null(BroadcastEngine.NextWarningAt(done));
        Assert.Empty(Engine.Decide(Plan, done, new PassBroadcastClock(), Commander, At(59)).EnsureAccepted());
    }

    [Fact]
    public void End_StopsTheNotice_AndSaysWhy()
    {
        Assert.Equal(["fieldwork.not-the-issuer", "fieldwork.end-unexplained"], Codes(Engine.Decide(Plan, Issued, new RecallBroadcast(" "), Worker, At(5))));
        Assert.Equal(["fieldwork.end-unexplained"], Codes(Engine.Decide(Plan, Issued, new SupersedeBroadcast("b-1"), Commander, At(5))));

        var recalled = Issued.With(Engine.Decide(Plan, Issued, new RecallBroadcast("a mistake"), Commander, At(5)).EnsureAccepted());
        Assert.Equal((BroadcastEnd.Recalled, BroadcastEnd.None), (recalled.StatusAt(At(5)).End, recalled.StatusAt(At(4)).End));
        Assert.Equal(Duration.FromMinutes(5), recalled.StatusAt(At(90)).Elapsed);
        Assert.False(recalled.StatusAt(At(90)).IsOverdue);
        Assert.Null(BroadcastEngine.NextWarningAt(recalled));
        Assert.Empty(recalled.NextAt(At(90)));
        Assert.NotEmpty(recalled.NextAt(At(4)));
        Assert.Equal(["fieldwork.notice-ended"], Codes(Engine.Decide(Plan, recalled, new AcknowledgeHouseholds(["h1"], "telephone"), Worker, At(6))));

        var superseded = Issued.With([new BroadcastSuperseded("b-2") { At = At(5), By = Commander }]);
        Assert.Equal((BroadcastEnd.Superseded, "b-2"), (superseded.End, superseded.Successor));
        Assert.Null(recalled.Successor);
    }

    [Fact]
    public void Replay_EventsOutOfPlace_AreCallersMistakes()
    {
        var issued = new BroadcastIssued(At(60)) { At = Monday, By = Commander };
        BroadcastEvent[][] faulty =
        [
            [], [new NoticeRelayed(Worker) { At = Monday, By = Commander }], [issued, issued], [issued, new NoticeRelayed(Handler) { At = At(1), By = Commander }],
            [issued, new HouseholdsReached([4], 0) { At = At(1), By = Worker }], [issued, new HouseholdsReached([-1], 0) { At = At(1), By = Worker }],
            [issued, new HouseholdsReached([0], 4) { At = At(1), By = Worker }], [issued, new HouseholdsNotReached([4], 0) { At = At(1), By = Worker }],
            [issued, new HouseholdsNotReached([0], -1) { At = At(1), By = Worker }], [issued, new HouseholdsReached([0], 0) { At = At(-1), By = Worker }],
            [issued, new BroadcastRecalled("x") { At = At(1), By = Commander }, new HouseholdsReached([0], 0) { At = At(2), By = Worker }],
        ];

        Assert.All(faulty, static events => Assert.Throws<ArgumentException>(() => Broadcast.Replay(Plan, events)));
        var recalled = Issued.With([new BroadcastRecalled("x") { At = At(1), By = Commander }]);
        Assert.Throws<ArgumentException>(() => recalled.With([new HouseholdsReached([0], 0) { At = At(2), By = Worker }]));
    }

    private static (int Reached, int Late, int Missed) Counts(BroadcastStatus status) => (status.Reached, status.Late, status.Missed);

    private static BroadcastPlan PlanOf(FieldworkModel model, BroadcastHousehold[]? households = null)
    {
        var plan = BroadcastPlan.Create("b-1", BroadcastPresets.Tongjiang, Commander, new BroadcastPlanner(model).Routes(Commander, households ?? Households, Day), out var report);
        report.EnsureNoErrors();
        return plan!;
    }
}
