using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseSupervisionTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly CaseEngine Engine = SmallCounty.Engine();

    [Fact]
    public void ACaseBeforeItsDeadline_IsNotDisturbed()
    {
        var c = Engine.Report();

        Assert.Equal([], Engine.Decide(c, new PassDeadline("t"), CaseActor.Clock, c.NextDeadline!.Value).EnsureAccepted());
    }

    [Fact]
    public void AnOverdueCase_ClimbsItsLadderAndStaysOnTheLastRung()
    {
        var c = Engine.Report();
        var told = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            c = Engine.Do(c, new PassDeadline($"t{i}"), CaseActor.Clock, c.NextDeadline!.Value + Second);
            told.Add(c.Supervisor!.Value.Post);
        }

        Assert.Equal(["village-head", "township-commander", "county-commander", "county-commander"], told);
        Assert.Equal((3, 1, 2), (c.Escalations, c.Reminders, c.Rung));
        Assert.NotNull(c.NextDeadline);
        Assert.Equal(GridWorker.Seat, c.Responsible); // supervision does not take the work away
    }

    [Fact]
    public void WhatWasLateIsDone_TheNextMissBeginsAtTheFootOfTheLadder()
    {
        var c = Engine.Report();
        c = Engine.Do(c, new PassDeadline("t1"), CaseActor.Clock, c.NextDeadline!.Value + Second);
        c = Engine.Do(c, new PassDeadline("t2"), CaseActor.Clock, c.NextDeadline!.Value + Second);
        c = Engine.Do(c, new MoveCase("accept", "accept"), Dispatcher, c.ChangedAt + Second);

        Assert.Equal(-1, c.Rung);
        c = Engine.Do(c, new PassDeadline("t3"), CaseActor.Clock, c.NextDeadline!.Value + Second);
        Assert.Equal(("village-head", 3), (c.Supervisor!.Value.Post, c.Escalations));
    }

    [Fact]
    public void ADeadlineMissedAtTheEndOfTheCalendar_IsRecordedAllTheSame()
    {
        var c = Engine.Report("serious", Instant.FromUtc(2026, 12, 26, 2, 0));
        c = Engine.Do(c, new MoveCase("a", "accept"), Dispatcher, Instant.FromUtc(2026, 12, 26, 3, 0));

        c = Engine.Do(c, new PassDeadline("t"), CaseActor.Clock, Instant.FromUtc(2026, 12, 31, 15, 0));

        Assert.True(c.Clock("dispatch")!.IsMissed);
        Assert.NotNull(c.NextDeadline);
    }

    [Fact]
    public void AnExtensionOfNothing_IsRefused() => Assert.Contains(
        Engine.Decide(Engine.InHandling(), new ExtendDeadline("e", "handling", default, "hard"), Head, CaseEngineTests.At(6, 10)).Refusals,
        r => r.Code == "cases.extension-not-positive");

    [Fact]
    public void AVacantRung_IsSkippedUpward()
    {
        var engine = SmallCounty.Engine(roster: RosterOf(GridWorker.Seat, CountyCommander.Seat));
        var c = engine.Report();

        c = engine.Do(c, new PassDeadline("t"), CaseActor.Clock, c.NextDeadline!.Value + Second);

        Assert.Equal(CountyCommander.Seat, c.Supervisor);
    }

    [Fact]
    public void AVacantResponsible_IsSkippedUpwardAndTheStandInMayAct()
    {
        var engine = SmallCounty.Engine(roster: RosterOf(VillageHead.Seat));
        var c = engine.Report();

        Assert.Equal(VillageHead.Seat, c.Responsible);
        Assert.True(engine.Decide(c, new MoveCase("r", "reject", "not a matter of the grid"), VillageHead, Monday).IsAccepted);
        Assert.False(Engine.Decide(Engine.Report(), new MoveCase("r", "reject", "not a matter of the grid"), VillageHead, Monday).IsAccepted);
    }

    [Fact]
    public void ALateTimerAfterClosure_DoesNothing()
    {
        var c = CaseEngineTests.Closed(Engine);

        Assert.Equal([], Engine.Decide(c, new PassDeadline("t"), CaseActor.Clock, CaseEngineTests.At(30, 10)).EnsureAccepted());
    }

    [Fact]
    public void OnlyTheClock_PassesDeadlines() => Assert.Equal(
        RefusalKind.NotYourRole,
        Assert.Single(Engine.Decide(Engine.Report(), new PassDeadline("t"), CountyCommander, CaseEngineTests.At(9, 10)).Refusals).Kind);

    [Fact]
    public void AMoveAfterTheDeadlineButBeforeTheTick_StillCountsAsMissed()
    {
        var c = Engine.Report();

        c = Engine.Do(c, new MoveCase("accept", "accept"), Dispatcher, CaseEngineTests.At(7, 10));

        Assert.True(c.Clock("intake")!.IsMissed);
        Assert.False(c.Clock("intake")!.IsMetInTime);
        Assert.Equal(c.Clock("dispatch")!.DueAt, c.NextDeadline);
    }

    [Fact]
    public void AnExtension_NeedsASeatAboveAReasonAndTimeLeft()
    {
        var c = Engine.InHandling();
        var due = c.Clock("handling")!.DueAt;
        var by = new TimeLimit(2, LimitUnit.WorkingDays);

        Assert.Equal("cases.not-the-approver", Assert.Single(Engine.Decide(c, new ExtendDeadline("e", "handling", by, "hard"), Handler, CaseEngineTests.At(6, 10)).Refusals).Code);
        Assert.Equal("cases.note-missing", Assert.Single(Engine.Decide(c, new ExtendDeadline("e", "handling", by, " "), Head, CaseEngineTests.At(6, 10)).Refusals).Code);
        Assert.Equal("cases.clock-not-running", Assert.Single(Engine.Decide(c, new ExtendDeadline("e", "suspension", by, "hard"), Head, CaseEngineTests.At(6, 10)).Refusals).Code);
        Assert.Equal("cases.deadline-passed", Assert.Single(Engine.Decide(c, new ExtendDeadline("e", "handling", by, "hard"), Head, due + Second).Refusals).Code);
        Assert.Equal(due + Duration.FromDays(2), Engine.Do(c, new ExtendDeadline("e", "handling", by, "hard"), Head, CaseEngineTests.At(6, 10)).Clock("handling")!.DueAt);
    }
}
