using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseEngineTests
{
    private static readonly CaseEngine Engine = SmallCounty.Engine();

    [Fact]
    public void AReportedCase_HasOneResponsibleSeatAndANextDeadline()
    {
        var c = Engine.Report();

        Assert.Equal("reported", c.State);
        Assert.Equal(GridWorker.Seat, c.Responsible);
        Assert.Equal(Monday + Duration.FromHours(6), c.NextDeadline); // 4 working hours from 09:00: 12:00, then 14:00 to 15:00
    }

    [Fact]
    public void AReport_WithNothingKnown_NamesEveryReason()
    {
        var decision = Engine.Decide(null, new ReportCase("r", "c", "no-tier", "no-matter", GridCode.Parse("511921100999001001"), "channel"), GridWorker, Monday);

        Assert.Equal(
            [(RefusalKind.NoSuchAction, "cases.unknown-tier"), (RefusalKind.OutsideListOrTime, "cases.unknown-matter"), (RefusalKind.NotYourGrid, "cases.unknown-place"), (RefusalKind.ConditionUnmet, "cases.unknown-channel")],
            decision.Refusals.Select(refusal => (refusal.Kind, refusal.Code)));
        Assert.Contains("daily, ordinary, serious", decision.Refusals[0].Nearest!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AReport_OfAVillageOrByNobody_IsRefused()
    {
        Assert.Equal("cases.place-not-leaf", Assert.Single(Engine.Decide(null, new ReportCase("r", "c", "daily", "rubbish", GridCode.Parse("511921100201"), "video"), GridWorker, Monday).Refusals).Code);
        Assert.Equal("cases.unknown-seat", Assert.Single(Engine.Decide(null, new ReportCase("r", "c", "daily", "rubbish", Cell, "video"), new CaseActor(new Seat("astronaut", "x")), Monday).Refusals).Code);
        foreach (var unit in (string[])["777777", "511921100201", "no-code"])
        {
            Assert.Equal("cases.unknown-seat", Assert.Single(Engine.Decide(null, new ReportCase("r", "c", "daily", "rubbish", Cell, "video"), new CaseActor(new Seat("grid-worker", unit)), Monday).Refusals).Code);
        }

        Assert.Equal("cases.unknown-seat", Assert.Single(Engine.Decide(null, new ReportCase("r", "c", "daily", "rubbish", Cell, "video"), new CaseActor(new Seat("department-handler", "no-such")), Monday).Refusals).Code);
    }

    [Fact]
    public void AnEmptyId_IsTheCallersMistake()
    {
        Assert.Throws<ArgumentException>(() => Engine.Decide(null, new ReportCase("r", " ", "daily", "rubbish", Cell, "video"), GridWorker, Monday));
        Assert.Throws<ArgumentException>(() => Engine.Decide(Engine.Report(), new MoveCase("", "accept"), GridWorker, Monday));
    }

    [Fact]
    public void AReturnedCase_HasNoLeadUntilItIsDispatchedAndCheckedAnew()
    {
        var c = Engine.Do(Engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday);
        c = Engine.Do(c, new DispatchCase("d1", Handler.Seat), Dispatcher, Monday);
        c = Engine.Do(c, new MoveCase("r1", "return", "not ours"), Handler, Monday);

        Assert.Null(c.Lead);
        Assert.Equal("cases.needs-dispatch", Assert.Single(Engine.Decide(c, new MoveCase("d2", "dispatch"), Dispatcher, Monday).Refusals).Code);
    }

    [Fact]
    public void ACommandGivenTwice_ChangesNothing()
    {
        var c = Engine.InHandling();

        Assert.Equal([], Engine.Decide(c, new MoveCase("sign-in", "sign-in"), Handler, Monday + Duration.FromHours(1)).EnsureAccepted());
    }

    [Fact]
    public void ATriggerThatTheStateDoesNotKnow_IsNoSuchActionAndNamesWhatIsPermitted()
    {
        var refusal = Assert.Single(Engine.Decide(Engine.InHandling(), new MoveCase("x", "accept"), Dispatcher, Monday + Duration.FromHours(1)).Refusals);

        Assert.Equal(RefusalKind.NoSuchAction, refusal.Kind);
        Assert.Contains("finish", refusal.Nearest!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnActorOfAnotherRole_IsNotYourRoleAndNamesWhoMay()
    {
        var refusal = Assert.Single(Engine.Decide(Engine.InHandling(), new MoveCase("x", "finish", "done"), GridWorker, Monday + Duration.FromHours(1)).Refusals);

        Assert.Equal(RefusalKind.NotYourRole, refusal.Kind);
        Assert.Contains("lead", refusal.Nearest!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnActorOfAnotherGrid_IsNotYourGrid()
    {
        var refusal = Assert.Single(Engine.Decide(Engine.Report(), new MoveCase("x", "accept"), OtherGridWorker, Monday + Duration.FromHours(1)).Refusals);

        Assert.Equal(RefusalKind.NotYourGrid, refusal.Kind);
    }

    [Fact]
    public void AnUnmetGuard_IsConditionUnmet()
    {
        var refusal = Assert.Single(Engine.Decide(Engine.InHandling(), new MoveCase("x", "finish"), Handler, Monday + Duration.FromHours(1)).Refusals);

        Assert.Equal((RefusalKind.ConditionUnmet, "cases.note-missing"), (refusal.Kind, refusal.Code));
    }

    [Fact]
    public void AMatterOutsideTheList_IsRefusedAtDispatch()
    {
        var engine = SmallCounty.Engine(new FakeLists("rubbish"));
        var c = engine.Do(engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday);

        var decision = engine.Decide(c, new DispatchCase("d", GridWorker.Seat), Dispatcher, Monday);

        Assert.All(decision.Refusals, refusal => Assert.Equal(RefusalKind.OutsideListOrTime, refusal.Kind));
        Assert.Equal(2, decision.Refusals.Count); // not admitted to the grid, and nobody's to handle there
    }

    [Fact]
    public void SeveralReasonsAtOnce_AreAllNamed()
    {
        var engine = SmallCounty.Engine(new FakeLists("rubbish"));
        var c = engine.Do(engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday);

        var decision = engine.Decide(c, new DispatchCase("d", Handler.Seat), OtherGridWorker, Monday);

        Assert.Equal(
            [RefusalKind.NotYourRole, RefusalKind.NotYourGrid, RefusalKind.OutsideListOrTime],
            decision.Refusals.Select(refusal => refusal.Kind));
    }

    [Fact]
    public void ADispatch_ChecksWhoAssistsToo()
    {
        var engine = SmallCounty.Engine(new FakeLists("rubbish"));
        var c = engine.Do(engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday);

        var alone = engine.Decide(c, new DispatchCase("d", Handler.Seat), Dispatcher, Monday).Refusals.Count;
        var assisted = engine.Decide(c, new DispatchCase("d", Handler.Seat) { Assisting = [GridWorker.Seat] }, Dispatcher, Monday).Refusals.Count;

        Assert.Equal((1, 3), (alone, assisted)); // the assistant is not admitted to the grid either, and nobody's to handle
        Assert.Contains(engine.Decide(c, new DispatchCase("d", Handler.Seat) { Assisting = [Handler.Seat] }, Dispatcher, Monday).Refusals, r => r.Code == "cases.seat-named-twice");
        Assert.Contains(engine.Decide(c, new DispatchCase("d", default), Dispatcher, Monday).Refusals, r => r.Code == "cases.unknown-seat");
    }

    [Fact]
    public void ADispatchCommandOnAnotherTrigger_IsRefused() => Assert.Contains(
        Engine.Decide(Engine.Report(), new DispatchCase("d", Handler.Seat, Trigger: "accept"), Dispatcher, Monday).Refusals, r => r.Code == "cases.not-a-dispatch");

    [Fact]
    public void Apply_AnEventOutOfTimeOrWithoutAnybodyResponsible_Throws()
    {
        var c = Engine.Report();
        var moved = new CaseMoved("accept", "reported", "accepted", false, null, [], null) { CommandId = "x", At = Monday, By = Dispatcher.Seat };

        Assert.Throws<ArgumentException>(() => GridCase.Apply(c, moved));
        Assert.Throws<ArgumentException>(() => GridCase.Apply(c, moved with { Responsible = Dispatcher.Seat, At = Monday - Duration.FromDays(1) }));
    }

    [Fact]
    public void ADispatch_MakesTheLeadResponsibleAndNamesTheRules()
    {
        var c = Engine.Do(Engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday);

        var events = Engine.Decide(c, new DispatchCase("d", GridWorker.Seat), Dispatcher, Monday).EnsureAccepted();

        Assert.Equal(["may-dispatch", "listed", "listed"], events.OfType<CaseDispatched>().Single().Rules);
        Assert.Equal(GridWorker.Seat, events.Aggregate(c, GridCase.Apply).Responsible);
    }

    [Fact]
    public void ADispatchToASeatElsewhereOrOfNoPost_IsRefused()
    {
        var c = Engine.Do(Engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday);

        Assert.Contains(Engine.Decide(c, new DispatchCase("d", OtherGridWorker.Seat), Dispatcher, Monday).Refusals, r => r.Kind == RefusalKind.NotYourGrid);
        Assert.Contains(Engine.Decide(c, new DispatchCase("d", new Seat("astronaut", "511921")), Dispatcher, Monday).Refusals, r => r.Code == "cases.unknown-seat");
        Assert.Contains(Engine.Decide(c, new DispatchCase("d", new Seat("department-handler", "no-such")), Dispatcher, Monday).Refusals, r => r.Kind == RefusalKind.NotYourGrid);
    }

    [Fact]
    public void ADispatchToAVacantSeat_IsRefused()
    {
        var engine = SmallCounty.Engine(roster: RosterOf(GridWorker.Seat, Dispatcher.Seat));
        var c = engine.Do(engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday);

        Assert.Equal("cases.seat-vacant", Assert.Single(engine.Decide(c, new DispatchCase("d", Handler.Seat), Dispatcher, Monday).Refusals).Code);
    }

    [Fact]
    public void WhoVerifies_IsNotWhoHandled()
    {
        var engine = Engine;
        var c = engine.Do(engine.Report("daily"), new MoveCase("accept", "accept"), Dispatcher, Monday);
        c = engine.Do(c, new DispatchCase("d", VillageHead.Seat), Dispatcher, Monday);
        c = engine.Do(c, new MoveCase("s", "sign-in"), VillageHead, Monday);
        c = engine.Do(c, new MoveCase("f", "finish", "done"), VillageHead, Monday);

        var refusal = Assert.Single(engine.Decide(c, new MoveCase("p", "pass"), VillageHead, Monday).Refusals);

        Assert.Equal("cases.verifier-is-handler", refusal.Code);
    }

    [Theory]
    [InlineData("p7", "p7", null, false)]
    [InlineData("p7", "p8", null, true)]
    [InlineData("p7", null, null, true)]
    [InlineData(null, null, "p7 p7", false)]
    [InlineData(null, null, "p7 p8", true)]
    [InlineData(null, "p7", "p7 p8", false)]
    [InlineData("p8", null, "p7 p8", false)]
    [InlineData(null, "p7", "p7+p9 p8", true)]
    public void WhoVerifies_IsAnotherPersonToo_WhereThatIsKnown(string? handledBy, string? verifiedBy, string? holders, bool isAccepted)
    {
        // The last row: two share the handler's seat, and nobody says which of them it was.
        var appointments = (holders ?? "").Split(' ').Zip([Handler.Seat, Verifier.Seat], (people, seat) => people.Split('+').Select(person => new Sdk.Staffing.Appointment(person, seat, new LocalDate(2020, 1, 1)))).SelectMany(one => one);
        var others = new[] { Dispatcher.Seat, GridWorker.Seat, VillageHead.Seat }.Select((seat, i) => new Sdk.Staffing.Appointment($"o{i}", seat, new LocalDate(2020, 1, 1)));
        var roster = holders is null ? null : Sdk.Staffing.Roster.Create(appointments.Concat(others), SmallCounty.Establishment, out _);
        var engine = SmallCounty.Engine(roster: roster);
        var c = engine.Do(engine.InHandling(), new MoveCase("f", "finish", "done"), Handler with { Person = handledBy }, Monday + Duration.FromHours(1));

        var decision = engine.Decide(c, new MoveCase("p", "pass"), Verifier with { Person = verifiedBy }, Monday + Duration.FromHours(2));

        Assert.Equal(isAccepted, decision.IsAccepted);
        Assert.Equal(handledBy, c.HandlerPerson);
        Assert.Equal(isAccepted ? [] : ["cases.verifier-is-handler"], decision.Refusals.Select(refusal => refusal.Code));
        Assert.All(decision.Events, e => Assert.Equal(verifiedBy, e.Person));
    }

    [Fact]
    public void AClosedCase_RefusesEveryTriggerAndHasNoDeadline()
    {
        var c = Closed(Engine);

        Assert.False(c.IsOpen);
        Assert.Null(c.NextDeadline);
        Assert.Null(c.Responsible);
        foreach (var trigger in Catalogue.Newest("ordinary")!.Definition.Triggers)
        {
            var refusal = Assert.Single(Engine.Decide(c, new MoveCase("again", trigger.Code, "note"), Dispatcher, c.ChangedAt).Refusals);
            Assert.Equal(RefusalKind.NoSuchAction, refusal.Kind);
        }
    }

    [Fact]
    public void ASuspendedCase_PausesItsClocksAndResumesWithTheTimeLeft()
    {
        var c = Engine.InHandling();
        var due = c.Clock("handling")!.DueAt;
        c = Engine.Do(c, new MoveCase("s", "suspend", "the road is under repair"), Handler, At(6, 10));
        Assert.Equal(ClockStatus.Paused, c.Clock("handling")!.Status);
        Assert.Equal(ClockStatus.Running, c.Clock("suspension")!.Status);

        c = Engine.Do(c, new MoveCase("r", "resume"), Handler, At(8, 10)); // two working days later

        Assert.Equal(ClockStatus.Running, c.Clock("handling")!.Status);
        Assert.Equal(due + Duration.FromDays(2), c.Clock("handling")!.DueAt); // Monday the 12th, and two working days later Wednesday the 14th
    }

    [Fact]
    public void AReworkedCase_GoesOnWithTheTimeThatWasLeft()
    {
        var c = Engine.InHandling();
        c = Engine.Do(c, new MoveCase("f", "finish", "done"), Handler, At(6, 10));
        Assert.Equal(ClockStatus.Stopped, c.Clock("handling")!.Status);

        c = Engine.Do(c, new MoveCase("x", "fail", "rubbish is still there"), Verifier, At(6, 11));

        Assert.Equal(("handling", 1, ClockStatus.Running), (c.State, c.Reworks, c.Clock("handling")!.Status));
        Assert.Equal(Handler.Seat, c.Responsible);
        Assert.Equal(1, c.Clocks.Count(clock => clock.Code == "handling"));
    }

    [Fact]
    public void AReworkOfASelfHandledCase_GoesToTheDispatcher()
    {
        var c = Engine.Do(Engine.Report("daily"), new MoveCase("h", "handle-on-spot", "swept"), GridWorker, Monday);
        c = Engine.Do(c, new MoveCase("x", "fail", "not swept"), VillageHead, At(5, 10));

        Assert.Equal(("accepted", Dispatcher.Seat), (c.State, c.Responsible));
    }

    [Fact]
    public void ACaseReturnedOnce_MayNotBeReturnedAgain()
    {
        var c = Engine.Do(Engine.Report(), new MoveCase("accept", "accept"), Dispatcher, Monday);
        c = Engine.Do(c, new DispatchCase("d1", Handler.Seat), Dispatcher, Monday);
        c = Engine.Do(c, new MoveCase("r1", "return", "not ours"), Handler, Monday);
        c = Engine.Do(c, new DispatchCase("d2", Handler.Seat), Dispatcher, Monday);

        Assert.Equal("cases.returned-before", Assert.Single(Engine.Decide(c, new MoveCase("r2", "return", "not ours"), Handler, Monday).Refusals).Code);
    }

    [Fact]
    public void ATimeBeforeTheLastEvent_IsRefused() => Assert.Equal(
        "cases.time-runs-backward",
        Assert.Single(Engine.Decide(Engine.InHandling(), new MoveCase("f", "finish", "done"), Handler, Monday).Refusals).Code);

    [Fact]
    public void ACaseWhoseLifecycleIsAbsent_IsRefusedAndNamesIt()
    {
        var c = Engine.InHandling();
        var other = new CaseEngine(Model(lifecycles: new LifecycleCatalogue([SmallCounty.Compile(Definition("ordinary") with { Version = 2 })])));

        var refusal = Assert.Single(other.Decide(c, new MoveCase("f", "finish", "done"), Handler, At(6, 10)).Refusals);

        Assert.Equal("cases.lifecycle-absent", refusal.Code);
        Assert.Contains("ordinary/1", refusal.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ARunningCase_KeepsItsLifecycleWhenTheModelChanges()
    {
        var c = Engine.InHandling();
        var second = SmallCounty.Compile(Definition("ordinary") with { Version = 2 });
        var changed = new CaseEngine(Model(lifecycles: new LifecycleCatalogue([second]).Keeping(Catalogue)));

        c = changed.Do(c, new MoveCase("f", "finish", "done"), Handler, At(6, 10));

        Assert.Equal(1, c.Lifecycle.Version);
        Assert.Equal(2, changed.Report().Lifecycle.Version);
    }

    [Fact]
    public void ADeadlineBeyondThePublishedCalendar_IsRefusedAndNamesTheDay()
    {
        var refusal = Assert.Single(Engine.Decide(
            null, new ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Instant.FromUtc(2026, 12, 29, 2, 0)).Refusals);

        Assert.Equal((RefusalKind.ConditionUnmet, "cases.calendar-unknown"), (refusal.Kind, refusal.Code));
        Assert.Contains("2027-01", refusal.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRefusal_SpeaksBothLanguages()
    {
        var refusal = Engine.Decide(Engine.InHandling(), new MoveCase("x", "accept"), Dispatcher, At(6, 10)).Refusals[0];

        Assert.NotEqual(refusal.Message.ToString(), refusal.Message.ToString(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Contains("不可用", refusal.Message.ToString(System.Globalization.CultureInfo.GetCultureInfo("zh-SG")), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluation_EachPartyOnceAndNobodyTheirOwnWork()
    {
        var c = Closed(Engine);
        c = Engine.Do(c, new EvaluateCase("e1", EvaluationParty.Resident, 5), Dispatcher, c.ChangedAt);
        c = Engine.Do(c, new EvaluateCase("e2", EvaluationParty.Department, 4), Handler, c.ChangedAt);
        c = Engine.Do(c, new EvaluateCase("e3", EvaluationParty.GridWorker, 2), GridWorker, c.ChangedAt);

        Assert.Equal([5, 4, 2], c.Evaluations.Select(evaluation => evaluation.Rating));
        Assert.Equal("cases.rated-before", Assert.Single(Engine.Decide(c, new EvaluateCase("e4", EvaluationParty.Resident, 1), Dispatcher, c.ChangedAt).Refusals).Code);
        Assert.Contains(Engine.Decide(c, new EvaluateCase("e5", EvaluationParty.Resident, 9), Handler, c.ChangedAt).Refusals, r => r.Code == "cases.rating-out-of-range");
        Assert.Contains(Engine.Decide(c, new EvaluateCase("e5", EvaluationParty.Resident, 9), Handler, c.ChangedAt).Refusals, r => r.Code == "cases.may-not-rate");
        Assert.Contains(Engine.Decide(Engine.Report(), new EvaluateCase("e6", EvaluationParty.Resident, 5), Dispatcher, Monday).Refusals, r => r.Code == "cases.not-closed");
    }

    internal static Instant At(int day, int hour) => new LocalDateTime(2026, 1, day, hour, 0).InZoneStrictly(WorkCalendar.China.Zone).ToInstant();

    internal static GridCase Closed(CaseEngine engine)
    {
        var c = engine.InHandling();
        c = engine.Do(c, new MoveCase("f", "finish", "done"), Handler, At(6, 10));
        return engine.Do(c, new MoveCase("p", "pass"), Verifier, At(6, 11));
    }
}
