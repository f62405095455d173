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
    public void ADeadlineMissedAtItsLastInstant_OrOfAnotherInstant_IsNamed_AndATickLaterIsRight()
    {
        var engine = SmallCounty.Engine();
        var events = engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "phone"), GridWorker, Monday).EnsureAccepted();
        var clock = GridCase.Replay(events).Clocks[0];
        string[] Codes(Instant due, Instant at) => [.. Replay.Run(events.Add(new DeadlineMissed(clock.Code, due) { CommandId = "x", At = at, By = Dispatcher.Seat })).Violations.Select(violation => violation.Code)];

        Assert.Equal(["cases.replay-not-missed"], Codes(clock.DueAt, clock.DueAt));
        Assert.Equal(["cases.replay-not-missed"], Codes(clock.DueAt + Duration.Epsilon, clock.DueAt + Duration.FromHours(1)));
        Assert.Empty(Codes(clock.DueAt, clock.DueAt + Duration.Epsilon));
    }

    [Fact]
    public void AClockThatResumesOrIsExtendedToAnotherDeadline_AndASecondBeginning_AreNamed()
    {
        var engine = SmallCounty.Engine();
        var events = new List<CaseEvent>(engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "phone"), GridWorker, Monday).EnsureAccepted());
        void Do(GridGovernance.Sdk.Cases.Commands.CaseCommand command, CaseActor actor, int hours) =>
            events.AddRange(engine.Decide(GridCase.Replay(events), command, actor, Monday + Duration.FromHours(hours)).EnsureAccepted());
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("a", "accept"), Dispatcher, 0);
        Do(new GridGovernance.Sdk.Cases.Commands.DispatchCase("d", Handler.Seat), Dispatcher, 0);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("s", "sign-in"), Handler, 1);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("p", "suspend", "rain"), Handler, 2);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("q", "resume"), Handler, 26);
        Do(new GridGovernance.Sdk.Cases.Commands.ExtendDeadline("e", "handling", TimeLimit.Parse("1 working-days", null), "hard"), Head, 27);
        string[] Codes(Func<CaseEvent, CaseEvent> forge) => [.. Replay.Run(events.Select(forge)).Violations.Select(violation => violation.Code).Distinct()];

        Assert.Empty(Codes(e => e));
        Assert.Equal(["cases.replay-wrong-deadline"], Codes(e => e is ClockResumed { Clock: "closure" } resumed ? resumed with { DueAt = resumed.DueAt + Duration.FromDays(1) } : e));
        Assert.Equal(["cases.replay-wrong-deadline"], Codes(e => e is DeadlineExtended extended ? extended with { DueAt = extended.DueAt - Duration.FromDays(1) } : e));
        Assert.Equal(["cases.replay-no-such-step"], Codes(e => e is CaseMoved { Trigger: "resume" } moved ? moved with { Trigger = null } : e));
    }

    [Theory]
    [InlineData(3, "30 calendar-days", "cases.extended-enough")]
    [InlineData(1, "31 calendar-days", "cases.extension-over-most")]
    [InlineData(1, "30 calendar-days", null)]
    public void AnExtension_MoreOftenOrLongerThanTheLifecycleAllows_IsNamed(int times, string by, string? code)
    {
        var engine = PresetCounty.Engine(listed: true);
        var (officer, lead) = (new CaseActor(PresetCounty.SeatsOf("petition-officer")[0]), new CaseActor(PresetCounty.Leads[0]));
        var events = new List<CaseEvent>(engine.Decide(
            null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "petition", "rubbish", GridGovernance.Sdk.Grids.GridCode.Parse(PresetCounty.Cell), "petition"), new CaseActor(PresetCounty.SeatsOf("grid-worker")[0]), PresetCounty.Begin).EnsureAccepted());
        events.AddRange(engine.Decide(GridCase.Replay(events), new GridGovernance.Sdk.Cases.Commands.DispatchCase("f", lead.Seat, Trigger: "forward"), officer, PresetCounty.Begin).EnsureAccepted());
        events.AddRange(engine.Decide(GridCase.Replay(events), new GridGovernance.Sdk.Cases.Commands.MoveCase("a", "accept"), lead, PresetCounty.Begin).EnsureAccepted());
        for (var i = 0; i < times; i++)
        {
            var due = GridCase.Replay(events).Clock("handling")!.Ledger.Extend(TimeLimit.Parse(by, null), PresetCounty.Begin).Due(WorkCalendar.China);
            events.Add(new DeadlineExtended("handling", TimeLimit.Parse(by, null), due.At, due.On, "complex") { CommandId = $"e{i}", At = PresetCounty.Begin, By = lead.Seat });
        }

        var codes = new CaseReplay(PresetCounty.Lifecycles, WorkCalendar.China).Run(events).Violations.Select(violation => violation.Code).Distinct();

        Assert.Equal(code is null ? [] : [code], codes);
    }

    [Fact]
    public void NoEvents_AreNoCase() => Assert.Null(Replay.Run([]).Case);
}
