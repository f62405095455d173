using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseReplayTests
{
    private static readonly CaseReplay Replay = new(Catalogue, WorkCalendar.China);

    [Fact]
    public void WhatTheEngineDecided_HasNoViolation()
    {
        var engine = SmallCounty.Engine();
        for (var seed = 0; seed < 100; seed++)
        {
            var events = CaseHistories.Draw(engine, new[] { "daily", "ordinary", "serious" }[seed % 3], seed, 10);

            var result = Replay.Run(events);

            Assert.Empty(result.Violations);
            Assert.Equal(GridCase.Replay(events), result.Case);
        }
    }

    public static TheoryData<string, Func<CaseEvent, CaseEvent>> Forgeries => new()
    {
        { "cases.replay-no-such-step", e => e is CaseMoved { Trigger: "accept" } moved ? moved with { To = "handling" } : e },
        { "cases.replay-no-such-step", e => e is CaseMoved { Trigger: "accept" } moved ? moved with { Trigger = "pass" } : e },
        { "cases.replay-wrong-end", e => e is CaseMoved { Trigger: "accept" } moved ? moved with { IsFinal = true, Responsible = null } : e },
        { "cases.replay-wrong-deadline", e => e is ClockStarted { Clock: "handling" } started ? started with { DueAt = started.DueAt + Duration.FromDays(1) } : e },
        { "cases.lifecycle-absent", e => e is CaseReported reported ? reported with { Lifecycle = reported.Lifecycle with { Version = 9 } } : e },
        { "cases.replay-impossible", e => e is ClockStopped stopped ? stopped with { Clock = "none" } : e },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void AForgedEvent_IsNamed(string code, Func<CaseEvent, CaseEvent> forge)
    {
        var engine = SmallCounty.Engine();
        var events = new List<CaseEvent>(engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "phone"), GridWorker, Monday).EnsureAccepted());
        events.AddRange(engine.Decide(GridCase.Replay(events), new GridGovernance.Sdk.Cases.Commands.MoveCase("a", "accept"), Dispatcher, Monday).EnsureAccepted());
        events.AddRange(engine.Decide(GridCase.Replay(events), new GridGovernance.Sdk.Cases.Commands.DispatchCase("d", Handler.Seat), Dispatcher, Monday).EnsureAccepted());

        var result = Replay.Run(events.Select(forge));

        Assert.Contains(result.Violations, violation => violation.Code == code);
    }

    [Fact]
    public void ADeadlineMissedBeforeItPassed_IsNamed()
    {
        var engine = SmallCounty.Engine();
        var events = engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "phone"), GridWorker, Monday).EnsureAccepted().ToList();
        var clock = GridCase.Replay(events).Clocks[0];
        events.Add(new DeadlineMissed(clock.Code, clock.DueAt) { CommandId = "x", At = Monday + Duration.FromMinutes(1), By = Dispatcher.Seat });

        Assert.Equal("cases.replay-not-missed", Assert.Single(Replay.Run(events).Violations).Code);
    }

    [Fact]
    public void NoEvents_AreNoCase() => Assert.Null(Replay.Run([]).Case);
}
