using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>The last instant that is in time, and the first that is not.</summary>
public class CaseBoundaryTests
{
    private static readonly Duration Tick = Duration.Epsilon;
    private static readonly CaseEngine Engine = SmallCounty.Engine();
    private static readonly TimeLimit Day = new(1, LimitUnit.WorkingDays);

    [Fact]
    public void AnExtension_IsInTimeAtTheDeadline_AndLateATickAfter()
    {
        var c = Engine.InHandling();
        var due = c.Clock("handling")!.DueAt;
        Decision<CaseEvent> At(Instant at) => Engine.Decide(c, new ExtendDeadline("e", "handling", Day, "hard"), Head, at);

        Assert.True(At(due).IsAccepted);
        var refusal = Assert.Single(At(due + Tick).Refusals);
        Assert.Equal((RefusalKind.OutsideListOrTime, "cases.deadline-passed"), (refusal.Kind, refusal.Code));
    }

    [Fact]
    public void AnExtensionByNobodyAbove_WithoutReasonOfNothingOnAClockThatDoesNotRun_NamesAllFour() => Assert.Equal(
        ["cases.not-above", "cases.note-missing", "cases.extension-not-positive", "cases.clock-not-running"],
        Engine.Decide(Engine.InHandling(), new ExtendDeadline("e", "none", default, ""), GridWorker, Monday + Duration.FromHours(1)).Refusals.Select(refusal => refusal.Code));

    [Fact]
    public void AnObligation_MetAtTheDeadline_IsMetInTime_AndATickAfterIsMissed()
    {
        var c = Engine.Report();
        var due = c.Clock("intake")!.DueAt;
        GridCase At(Instant at) => Engine.Do(c, new MoveCase("a", "accept"), Dispatcher, at);

        Assert.Equal((true, false, 0), (At(due).Clock("intake")!.IsMetInTime, At(due).Clock("intake")!.IsMissed, At(due).Clock("intake")!.TimesMissed));
        Assert.Equal((false, true, 1), (At(due + Tick).Clock("intake")!.IsMetInTime, At(due + Tick).Clock("intake")!.IsMissed, At(due + Tick).Clock("intake")!.TimesMissed));
        Assert.False(c.Clock("intake")!.IsMetInTime);
    }

    [Fact]
    public void ADeadline_PassesATickAfterIt_AndOnlyOnce()
    {
        var c = Engine.Report();
        var due = c.NextDeadline!.Value;

        Assert.Empty(Engine.Decide(c, new PassDeadline("p"), CaseActor.Clock, due).EnsureAccepted());
        Assert.Equal(["DeadlineMissed", "CaseEscalated"], Engine.Decide(c, new PassDeadline("p"), CaseActor.Clock, due + Tick).EnsureAccepted().Select(e => e.GetType().Name));
        var late = Engine.Do(c, new PassDeadline("p"), CaseActor.Clock, due + Tick);
        Assert.Empty(Engine.Decide(late, new PassDeadline("q"), CaseActor.Clock, late.NextDeadline!.Value).EnsureAccepted());
        Assert.Equal(["CaseEscalated"], Engine.Decide(late, new PassDeadline("q"), CaseActor.Clock, late.NextDeadline!.Value + Tick).EnsureAccepted().Select(e => e.GetType().Name));
        Assert.Equal(1, late.Clock("intake")!.TimesMissed);
    }

    [Fact]
    public void APart_FinishedAtItsDeadline_IsInTime_AndATickAfterIsNot()
    {
        var c = Engine.InHandling();
        c = Engine.Do(c, new AssignSubtask("1", "clear", GridWorker.Seat, Day), Handler, c.ChangedAt);
        var due = c.Subtasks[0].DueAt;
        bool InTime(Instant at) => Assert.IsType<SubtaskFinished>(Assert.Single(Engine.Decide(c, new FinishSubtask("2", "clear", "done"), GridWorker, at).EnsureAccepted())).InTime;

        Assert.True(InTime(due));
        Assert.False(InTime(due + Tick));
    }

    [Fact]
    public void APart_GivenWithoutACodeToNobodyForNoTimeInAClosedCase_IsRefusedForEachReason()
    {
        var c = Engine.InHandling();
        Assert.Throws<ArgumentException>(() => Engine.Decide(c, new AssignSubtask("1", " ", GridWorker.Seat, Day), Handler, c.ChangedAt));
        Assert.Equal(
            ["cases.unknown-seat", "cases.extension-not-positive"],
            Engine.Decide(c, new AssignSubtask("1", "clear", new("ghost", "511921"), default), Handler, c.ChangedAt).Refusals.Select(refusal => refusal.Code));
        Assert.True(Engine.Decide(c, new AssignSubtask("1", "clear", GridWorker.Seat, Day), Head, c.ChangedAt).IsAccepted);
        var closed = Engine.Do(Engine.Do(c, new MoveCase("f", "finish", "done"), Handler, c.ChangedAt), new MoveCase("p", "pass"), Verifier, c.ChangedAt);
        Assert.Equal(["cases.closed"], Engine.Decide(closed, new AssignSubtask("1", "clear", GridWorker.Seat, Day), Handler, closed.ChangedAt).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void TheGroundOfATimeout_HoldsFromATickAfterTheDeadline()
    {
        var c = Engine.InHandling();
        var due = c.NextDeadline!.Value;
        bool Holds(Instant at, CaseRecordGround ground) => Engine.Decide(c, new RecordOnCase("t", CaseRecordKind.Accountability, ground, "n", Handler.Seat), Head, at).IsAccepted;

        foreach (var ground in new[] { CaseRecordGround.Timeout, CaseRecordGround.OverdueAndPassive, CaseRecordGround.UnresolvedWithinAuthority })
        {
            Assert.False(Holds(due, ground));
            Assert.True(Holds(due + Tick, ground));
        }
    }

    [Fact]
    public void ASeatThatActedAfterTheDeadline_IsNotPassive_ThoughTheCaseIsLate()
    {
        var c = Engine.InHandling();
        var late = c.Clock("closure")!.DueAt + Duration.FromHours(1);
        var suspended = Engine.Do(c, new MoveCase("s", "suspend", "rain"), Handler, late);
        var resumed = Engine.Do(suspended, new MoveCase("r", "resume"), Handler, late + Duration.FromHours(1));

        RecordOnCase Of(CaseRecordGround ground) => new("a", CaseRecordKind.Accountability, ground, "n", Handler.Seat);
        Assert.True(Engine.Decide(resumed, Of(CaseRecordGround.Timeout), Head, late + Duration.FromHours(2)).IsAccepted);
        Assert.False(Engine.Decide(resumed, Of(CaseRecordGround.OverdueAndPassive), Head, late + Duration.FromHours(2)).IsAccepted);
    }

    [Fact]
    public void ASeatThatEnteredItsStateAtTheDeadlineItself_IsPassive_FromATickAfterIt()
    {
        var c = Engine.Do(Engine.Report(), new MoveCase("a", "accept"), Dispatcher, Monday);
        c = Engine.Do(c, new DispatchCase("d", Handler.Seat), Dispatcher, Monday);
        var due = c.Clock("handling")!.DueAt;
        c = Engine.Do(c, new MoveCase("s", "sign-in"), Handler, due);

        bool Passive(Instant at) => Engine.Decide(c, new RecordOnCase("p", CaseRecordKind.Accountability, CaseRecordGround.OverdueAndPassive, "n", Handler.Seat), Head, at).IsAccepted;
        Assert.False(Passive(due));
        Assert.True(Passive(due + Tick));
    }

    [Fact]
    public void ALateClock_ThatWasPausedAndResumed_IsStillLate_ButWhoeverResumedItIsNotPassive()
    {
        var c = Engine.InHandling();
        var late = c.Clock("handling")!.DueAt + Duration.FromHours(1);
        c = Engine.Do(c, new MoveCase("pause", "suspend", "rain"), Handler, late);
        c = Engine.Do(c, new MoveCase("go", "resume"), Handler, late + Duration.FromDays(3));
        var now = c.ChangedAt + Tick;
        Assert.Equal((true, late - Duration.FromHours(1)), (c.Clock("handling")!.IsMissed, c.Clock("handling")!.DueAt));

        RecordOnCase Of(CaseRecordGround ground) => new("r", CaseRecordKind.Accountability, ground, "n", Handler.Seat);
        Assert.True(Engine.Decide(c, Of(CaseRecordGround.Timeout), Head, now).IsAccepted);
        Assert.Equal("cases.ground-not-given", Assert.Single(Engine.Decide(c, Of(CaseRecordGround.OverdueAndPassive), Head, now).Refusals).Code);
        Assert.Equal("cases.deadline-passed", Assert.Single(Engine.Decide(c, new ExtendDeadline("e", "handling", Day, "hard"), Head, now).Refusals).Code);
    }

    [Fact]
    public void WhatWasSolved_IsNotUnresolved_AndWhatIsNobodysToHandleIsNot()
    {
        RecordOnCase Of(CaseActor target) => new("r", CaseRecordKind.Accountability, CaseRecordGround.UnresolvedWithinAuthority, "n", target.Seat);
        var solved = CaseEngineTests.Closed(Engine);
        var open = Engine.InHandling();
        var late = open.NextDeadline!.Value + Tick;

        Assert.Equal("cases.ground-not-given", Assert.Single(Engine.Decide(solved, Of(Handler), Head, solved.ChangedAt).Refusals).Code);
        Assert.True(Engine.Decide(open, Of(Handler), Head, late).IsAccepted);
        Assert.Equal("cases.ground-not-given", Assert.Single(SmallCounty.Engine(new FakeLists("rubbish")).Decide(open, Of(Handler), Head, late).Refusals).Code);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void ARating_IsFromOneToFive(int rating, bool accepted)
    {
        var c = CaseEngineTests.Closed(Engine);

        var decision = Engine.Decide(c, new EvaluateCase("e", EvaluationParty.Resident, rating), Dispatcher, c.ChangedAt);

        Assert.Equal(accepted, decision.IsAccepted);
        Assert.All(decision.Refusals, refusal => Assert.Equal($"A rating must be from 1 to 5, but is {rating}.", refusal.Message.ToString()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void TheLeastGoodRating_IsFromOneToFive(int goodFrom)
    {
        var c = CaseEngineTests.Closed(Engine);
        var sample = EvaluationTable.Sample;

        Assert.Throws<ArgumentOutOfRangeException>(() => CaseResolution.Of(c, goodFrom));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationTable(sample.Rules, sample.Window, sample.Policy, goodFrom));
        Assert.Equal(goodFrom == 0 ? 1 : 5, new EvaluationTable(sample.Rules, sample.Window, sample.Policy, goodFrom == 0 ? 1 : 5).GoodFrom);
        Assert.True(CaseResolution.Of(c, goodFrom == 0 ? 1 : 5).IsClosed);
    }

    [Fact]
    public void ASampleOfAll_IsAll_AndOfLessThanNothingACallersMistake()
    {
        Assert.Equal(["a", "b"], VerificationSample.Draw(["b", "a", "b"], 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerificationSample.Draw(["a"], -0.01m, 1));
    }

    [Fact]
    public void SimilarCases_AtNoDistanceAndNoTime_AreTheSamePlaceAndInstant()
    {
        var here = new GeoPoint(107.2, 31.9);
        var known = new SimilarCases([new CaseSighting("a", "rubbish", here, Monday)], distanceMetres: 0, within: Duration.Zero);

        Assert.Equal(["a"], known.Find(new CaseSighting("b", "rubbish", here, Monday)));
        Assert.Empty(known.Find(new CaseSighting("b", "rubbish", here, Monday + Tick)));
        Assert.Empty(known.Find(new CaseSighting("b", "rubbish", new GeoPoint(107.2001, 31.9), Monday)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimilarCases([], distanceMetres: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimilarCases([], within: -Tick));
    }

    [Fact]
    public void ATrace_CountsAReportAtTheEdgeOfItsTime_AndNoneAtTheSameInstant()
    {
        var reported = Report("a", Monday, GridWorker);
        var petition = Report("b", Monday + Duration.FromDays(3), Dispatcher);
        OriginTrace Of(GridCase other, Duration within) => OriginTrace.Of(petition, [other], GridWorker.Seat, within, _ => true, null, WorkCalendar.China.Zone);

        Assert.True(Of(reported, Duration.FromDays(3)).IsWorkerCleared);
        Assert.False(Of(reported, Duration.FromDays(3) - Tick).IsWorkerCleared);
        Assert.False(Of(Report("c", Monday + Duration.FromDays(3), GridWorker), Duration.FromDays(3)).IsWorkerCleared);
        Assert.False(Of(reported, Duration.FromDays(3)).IsPostVacant);
    }

    [Fact]
    public void DepartmentRatings_AreInOrder_WithoutTheirOwn_AndTheLeastGroupIsOne()
    {
        var c = CaseEngineTests.Closed(Engine);
        c = Engine.Do(c, new EvaluateCase("1", EvaluationParty.GridWorker, 2), GridWorker, c.ChangedAt);
        c = Engine.Do(c, new EvaluateCase("2", EvaluationParty.Department, 5), Handler, c.ChangedAt);
        c = Engine.Do(c, new EvaluateCase("3", EvaluationParty.Resident, 4), Dispatcher, c.ChangedAt);

        Assert.Equal(
            [new("civil-affairs", EvaluationParty.Resident, 1, 4m), new("civil-affairs", EvaluationParty.GridWorker, 1, 2m)],
            DepartmentRating.Sum([c], _ => true, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DepartmentRating.Sum([c], _ => true, 0));
    }

    [Fact]
    public void TheNextDeadline_IsTheNearestOfTheRunningClocks_AndThenTheLaddersNextRung()
    {
        var c = Engine.InHandling();
        var running = c.Clocks.Where(clock => clock.Status == ClockStatus.Running).ToArray();
        Assert.True(running.Length > 1);
        Assert.Equal(running.Min(clock => clock.DueAt), c.NextDeadline);

        c = Engine.Do(c, new PassDeadline("p"), CaseActor.Clock, c.NextDeadline!.Value + Tick);
        var escalated = Engine.Decide(Engine.InHandling(), new PassDeadline("p"), CaseActor.Clock, running.Min(clock => clock.DueAt) + Tick).Events.OfType<CaseEscalated>().Single();
        Assert.Equal(Instant.Min(escalated.NextAt, running.Where(clock => !c.Clock(clock.Code)!.IsMissed).Min(clock => clock.DueAt)), c.NextDeadline);
    }

    [Theory]
    [InlineData("2026-12-31T04:00:00", "1 working-days", "2027-01-01T16:00:00")]
    [InlineData("2027-01-05T04:00:00", "1 working-days", "2027-01-06T16:00:00")]
    [InlineData("2027-01-05T04:00:00", "4 working-hours", "2027-01-06T04:00:00")]
    [InlineData("2026-12-31T02:00:00", "1 working-hours", "2026-12-31T03:00:00")]
    public void ARungBeyondTheCalendar_IsADayAfterTheFirstUnknownOne_OrADayFromNow(string now, string within, string next)
    {
        static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text + "Z").Value;
        var definition = Definition("daily");
        var rungs = EquatableArray.From(definition.Escalation.Select(rung => rung with { Within = TimeLimit.Parse(within, null) }));
        var engine = new CaseEngine(Model(lifecycles: new LifecycleCatalogue([SmallCounty.Compile(definition with { Escalation = rungs })])));
        var c = engine.Report("daily", At("2026-12-24T01:00:00"));

        var escalated = engine.Decide(c, new PassDeadline("p"), CaseActor.Clock, At(now)).EnsureAccepted().OfType<CaseEscalated>().Single();

        Assert.Equal(At(next), escalated.NextAt);
    }

    [Fact]
    public void AnEvent_OutOfPlace_SaysWhatIsWrong()
    {
        var c = Engine.Report();
        string Said(CaseEvent e, GridCase? before) => Assert.Throws<ArgumentException>(() => GridCase.Apply(before, e)).Message;
        var paused = new ClockPaused("none", "x") { CommandId = "x", At = c.ChangedAt, By = Handler.Seat };

        Assert.Contains("\"ClockPaused\"", Said(paused, null), StringComparison.Ordinal);
        Assert.Contains("\"none\"", Said(paused, c), StringComparison.Ordinal);
        Assert.Contains("not be earlier", Said(paused with { At = c.ChangedAt - Tick }, c), StringComparison.Ordinal);
        Assert.Contains("\"CaseReported\"", Said(new CaseReported("c", c.Lifecycle, "m", Cell, "v") { CommandId = "x", At = c.ChangedAt, By = Handler.Seat }, c), StringComparison.Ordinal);
        Assert.Contains("exactly while it is open", Said(new CaseMoved("a", "b", "closed", true, Handler.Seat, [], null) { CommandId = "x", At = c.ChangedAt, By = Handler.Seat }, c), StringComparison.Ordinal);
        Assert.Contains("exactly while it is open", Said(new CaseMoved("a", "b", "handling", false, null, [], null) { CommandId = "x", At = c.ChangedAt, By = Handler.Seat }, c), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GridCase.Replay([]));
    }

    private static GridCase Report(string id, Instant at, CaseActor by) => GridCase.Replay(
        Engine.Decide(null, new ReportCase("r", id, "daily", "rubbish", Cell, "petition"), by, at).EnsureAccepted());
}
