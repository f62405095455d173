using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseReplayTests
{
    private static readonly CaseReplay Replay = new(Catalogue, WorkCalendar.China);
    private static readonly CaseReplay Again = new(Model());

    [Fact]
    public void WhatTheEngineDecided_HasNoViolation()
    {
        var engine = SmallCounty.Engine();
        for (var seed = 0; seed < 100; seed++)
        {
            var events = CaseHistories.Draw(engine, new[] { "daily", "ordinary", "serious" }[seed % 3], seed, 10);

            var result = Replay.Run(events);

            Assert.Empty(result.Violations);
            Assert.Empty(Again.Run(events, "c").Violations);
            Assert.Equal(GridCase.Replay(events), result.Case);
        }
    }

    public static TheoryData<string, string, Func<CaseEvent, IEnumerable<CaseEvent>>> WhatOnlyTheModelSees => new()
    {
        { "moved by a post that may not", "cases.not-your-role", e => [e is CaseMoved { Trigger: "accept" } ? e with { By = Handler.Seat } : e] },
        { "moved from elsewhere", "cases.not-your-grid", e => [e is CaseMoved { Trigger: "pass" } ? e with { By = new("verifier", "511921999") } : e] },
        { "nobody is responsible", "cases.replay-otherwise", e => [e is CaseMoved { Trigger: "accept" } moved ? moved with { Responsible = new("nobody", "nowhere") } : e] },
        { "a clock that never started", "cases.replay-otherwise", e => e is ClockStarted { Clock: "handling" } ? [] : [e] },
        { "a clock that never stopped", "cases.replay-otherwise", e => e is ClockStopped { Clock: "intake" } ? [] : [e] },
        { "another limit", "cases.replay-otherwise", e => [e is ClockStarted { Clock: "closure" } started ? started with { Limit = TimeLimit.Parse("90 calendar-days", null), DueAt = Monday + Duration.FromDays(90) } : e] },
        { "a pause out of the blue", "cases.replay-otherwise", e => e is CaseMoved { Trigger: "sign-in" } ? [e, new ClockPaused("closure", "x") { CommandId = "z", At = e.At, By = e.By }] : [e] },
        { "a clock that no lifecycle has", "cases.replay-otherwise", e => e is CaseMoved { Trigger: null } ? [e, new ClockStarted("odd", TimeLimit.Parse("1 working-days", null), CountingPolicy.CivilCode, e.At + Duration.FromDays(1), new LocalDate(2026, 1, 6)) { CommandId = "z", At = e.At, By = e.By }] : [e] },
        { "the verifier is the handler", "cases.not-your-role", e => [e is CaseMoved { Trigger: "pass" } ? e with { By = Handler.Seat } : e] },
        { "a mark taken away", "cases.replay-otherwise", e => [e is CaseMoved { Trigger: "finish" } moved ? moved with { Effects = [] } : e] },
        { "a mark invented", "cases.replay-otherwise", e => [e is CaseMoved { Trigger: "pass" } moved ? moved with { Effects = ["mark-forced"] } : e] },
        { "late that was in time", "cases.replay-otherwise", e => [e is ClockStopped { Clock: "closure" } stopped ? stopped with { InTime = false } : e] },
        { "no note where one is asked for", "cases.note-missing", e => [e is CaseMoved { Trigger: "finish" } moved ? moved with { Note = null } : e] },
        { "from a state that it was not in", "cases.replay-otherwise", e => [e is CaseMoved { Trigger: "accept" } moved ? moved with { From = "closed" } : e] },
        { "no dispatch", "cases.needs-dispatch", e => e is CaseDispatched ? [] : [e] },
        { "another's id", "cases.replay-other-case", e => [e is CaseReported reported ? reported with { CaseId = "other" } : e] },
        { "a matter that is none", "cases.unknown-matter", e => [e is CaseReported reported ? reported with { Matter = "none" } : e] },
        { "a channel that is none", "cases.unknown-channel", e => [e is CaseReported reported ? reported with { Channel = "none" } : e] },
        { "an event twice", "cases.replay-otherwise", e => e is CaseMoved { Trigger: "pass" } ? [e, e] : [e] },
        { "escalated though nothing is late", "cases.replay-otherwise", e => e is CaseMoved { Trigger: "sign-in" } ? [e, new CaseEscalated(99, CountyCommander.Seat, e.At + Duration.FromDays(1)) { CommandId = "z", At = e.At, By = CaseActor.Clock.Seat }] : [e] },
        { "rated out of range", "cases.rating-out-of-range", e => e is ClockStopped { Clock: "closure" } ? [e, new CaseEvaluated(EvaluationParty.Resident, 99) { CommandId = "z", At = e.At, By = Dispatcher.Seat }] : [e] },
        { "rated while open", "cases.not-closed", e => e is CaseMoved { Trigger: "sign-in" } ? [e, new CaseEvaluated(EvaluationParty.Resident, 3) { CommandId = "z", At = e.At, By = Dispatcher.Seat }] : [e] },
    };

    [Theory]
    [MemberData(nameof(WhatOnlyTheModelSees))]
    public void AWholeModel_DecidesEveryCommandAgain(string forgery, string code, Func<CaseEvent, IEnumerable<CaseEvent>> forge)
    {
        var events = AWholeCase();

        Assert.Empty(Again.Run(events, "case-1").Violations);
        Assert.True(Again.Run(events.SelectMany(forge), "case-1").Violations.Any(violation => violation.Code == code), forgery);
    }

    private static List<CaseEvent> AWholeCase()
    {
        var engine = SmallCounty.Engine();
        var events = new List<CaseEvent>(engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "case-1", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted());
        void Do(GridGovernance.Sdk.Cases.Commands.CaseCommand command, CaseActor actor) => events.AddRange(engine.Decide(GridCase.Replay(events), command, actor, Monday).EnsureAccepted());
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("a", "accept"), Dispatcher);
        Do(new GridGovernance.Sdk.Cases.Commands.DispatchCase("d", Handler.Seat), Dispatcher);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("s", "sign-in"), Handler);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("f", "finish", "done"), Handler);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("p", "pass"), Verifier);
        return events;
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
        var events = new List<CaseEvent>(engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted());
        events.AddRange(engine.Decide(GridCase.Replay(events), new GridGovernance.Sdk.Cases.Commands.MoveCase("a", "accept"), Dispatcher, Monday).EnsureAccepted());
        events.AddRange(engine.Decide(GridCase.Replay(events), new GridGovernance.Sdk.Cases.Commands.DispatchCase("d", Handler.Seat), Dispatcher, Monday).EnsureAccepted());

        var result = Replay.Run(events.Select(forge));

        Assert.Contains(result.Violations, violation => violation.Code == code);
    }

    [Fact]
    public void ADeadlineMissedBeforeItPassed_IsNamed()
    {
        var engine = SmallCounty.Engine();
        var events = engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted().ToList();
        var clock = GridCase.Replay(events).Clocks[0];
        events.Add(new DeadlineMissed(clock.Code, clock.DueAt) { CommandId = "x", At = Monday + Duration.FromMinutes(1), By = Dispatcher.Seat });

        Assert.Equal("cases.replay-not-missed", Assert.Single(Replay.Run(events).Violations).Code);
    }

    [Fact]
    public void ADeadlineMissedAtItsLastInstant_OrOfAnotherInstant_IsNamed_AndATickLaterIsRight()
    {
        var engine = SmallCounty.Engine();
        var events = engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted();
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
        var events = new List<CaseEvent>(engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted());
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

    // Every forgery of one event at a time, and everything that is said of it.
    [Fact]
    public void EveryForgeryOfAnEvent_IsNamedWithItsPlace()
    {
        var events = Suspended();
        var text = new System.Text.StringBuilder();
        foreach (var (name, forge) in EachForgery())
        {
            var forged = events.Select(forge).ToList();
            text.Append("# ").AppendLine(name);
            foreach (var violation in Replay.Run(forged).Violations)
            {
                text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{violation.Place.Path} {violation.Severity} {violation.Code}: {violation.Message}");
            }
        }

        ApprovedText.Check(Path.Combine("Cases", "Tales", "forgeries.txt"), text.ToString().ReplaceLineEndings("\n"));
    }

    private static IEnumerable<(string Name, Func<CaseEvent, CaseEvent> Forge)> EachForgery()
    {
        yield return ("nothing", e => e);
        yield return ("a lifecycle that the model lacks", e => e is CaseReported reported ? reported with { Lifecycle = reported.Lifecycle with { Version = 9 } } : e);
        yield return ("a beginning elsewhere", e => e is CaseMoved { Trigger: null } moved ? moved with { To = "accepted" } : e);
        yield return ("a beginning in no state", e => e is CaseMoved { Trigger: null } moved ? moved with { To = "nowhere" } : e);
        yield return ("a beginning by a trigger", e => e is CaseMoved { Trigger: null } moved ? moved with { Trigger = "accept" } : e);
        yield return ("a second beginning", e => e is CaseMoved { Trigger: "accept" } moved ? moved with { Trigger = null, To = "reported" } : e);
        yield return ("a step to where the trigger does not lead", e => e is CaseMoved { Trigger: "dispatch" } moved ? moved with { To = "handling" } : e);
        yield return ("a step by another trigger", e => e is CaseMoved { Trigger: "suspend" } moved ? moved with { Trigger = "finish" } : e);
        yield return ("an end that is none", e => e is CaseMoved { Trigger: "suspend" } moved ? moved with { IsFinal = true, Responsible = null } : e);
        yield return ("a start with another deadline", e => e is ClockStarted { Clock: "dispatch" } started ? started with { DueAt = started.DueAt - Duration.Epsilon } : e);
        yield return ("a start with another limit", e => e is ClockStarted { Clock: "dispatch" } started ? started with { Limit = TimeLimit.Parse("9 working-hours", null) } : e);
        yield return ("a resumption with another deadline", e => e is ClockResumed { Clock: "handling" } resumed ? resumed with { DueAt = resumed.DueAt + Duration.Epsilon } : e);
        yield return ("a resumption of what runs", e => e is ClockPaused { Clock: "handling" } paused ? new ClockResumed("handling", e.At, new LocalDate(2026, 1, 5)) { CommandId = e.CommandId, At = e.At, By = e.By } : e);
        yield return ("an extension with another deadline", e => e is DeadlineExtended extended ? extended with { DueAt = extended.DueAt + Duration.Epsilon } : e);
        yield return ("an extension of a clock that never started", e => e is DeadlineExtended extended ? extended with { Clock = "none" } : e);
        yield return ("a deadline missed at its last instant", e => e is DeadlineMissed missed ? missed with { DueAt = missed.DueAt + Duration.Epsilon } : e);
        yield return ("a deadline missed before it passed", e => e is DeadlineMissed missed ? missed with { Clock = "closure" } : e);
        yield return ("an event that goes back in time", e => e is ClockPaused { Clock: "closure" } ? e with { At = Monday } : e);
        yield return ("nobody responsible", e => e is CaseMoved { Trigger: "resume" } moved ? moved with { Responsible = null } : e);
    }

    private static List<CaseEvent> Suspended()
    {
        var engine = SmallCounty.Engine();
        var events = new List<CaseEvent>(engine.Decide(null, new GridGovernance.Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted());
        void Do(GridGovernance.Sdk.Cases.Commands.CaseCommand command, CaseActor actor, int hours) =>
            events.AddRange(engine.Decide(GridCase.Replay(events), command, actor, Monday + Duration.FromHours(hours)).EnsureAccepted());
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("a", "accept"), Dispatcher, 1);
        Do(new GridGovernance.Sdk.Cases.Commands.DispatchCase("d", Handler.Seat), Dispatcher, 2);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("s", "sign-in"), Handler, 3);
        Do(new GridGovernance.Sdk.Cases.Commands.ExtendDeadline("e", "handling", TimeLimit.Parse("1 working-days", null), "hard"), Head, 4);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("p", "suspend", "rain"), Handler, 5);
        Do(new GridGovernance.Sdk.Cases.Commands.MoveCase("q", "resume"), Handler, 29);
        Do(new GridGovernance.Sdk.Cases.Commands.PassDeadline("t"), CaseActor.Clock, 24 * 9);
        return events;
    }
}
