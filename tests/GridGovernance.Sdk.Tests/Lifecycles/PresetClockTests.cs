using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tests.Cases;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>Each stage of a published lifecycle is governed by its own limit, and by nothing that was left of an earlier one.</summary>
public class PresetClockTests
{
    private static readonly CaseEngine Engine = PresetCounty.Engine(listed: true);
    private static readonly CaseActor First = new(PresetCounty.Leads[0]);

    private GridCase? _case;
    private int _commands;

    [Fact]
    public void APetitionsReview_HasItsThirtyDays_WhateverWasLeftOfTheSixty_AndSoHasTheRecheck()
    {
        Report("petition", "petition-officer");
        Do(1, Actor("petition-officer"), id => new DispatchCase(id, First.Seat, Trigger: "forward"));
        Move(2, First, "accept");
        Move(60, First, "reply");
        Move(70, Actor("review-officer"), "apply-review");

        Assert.Equal(("review", Due(70, "30 calendar-days", CountingPolicy.Petition)), (Running(), _case!.NextDeadline));

        Move(90, Actor("review-officer"), "decide");
        Move(95, Actor("recheck-officer"), "apply-recheck");

        Assert.Equal(("recheck", Due(95, "30 calendar-days", CountingPolicy.Petition)), (Running(), _case!.NextDeadline));
        Assert.All(_case.Clocks, clock => Assert.False(clock.IsMissed));
    }

    [Fact]
    public void APetitionsSecondUnit_HasItsOwnFifteenDays()
    {
        Report("petition", "petition-officer");
        Do(1, Actor("petition-officer"), id => new DispatchCase(id, First.Seat, Trigger: "forward"));
        Move(4, First, "object");
        Move(9, Actor("petition-officer"), "consent");
        Do(12, Actor("petition-officer"), id => new DispatchCase(id, PresetCounty.Leads[1], Trigger: "forward"));

        Assert.Equal(("acceptance", Due(12, "15 calendar-days", CountingPolicy.Petition)), (Running(), _case!.NextDeadline));
    }

    [Fact]
    public void ASuit_IsNotGovernedByTheMediationBeforeIt_NorByAConfirmationThatWasRejected()
    {
        Report("mediation", "mediation-director");
        Move(1, Actor("mediation-director"), "accept");
        Move(10, Actor("mediator"), "agree");
        Move(20, Actor("court-clerk"), "apply-confirmation");
        Assert.Equal("confirmation-acceptance", Running());
        Move(21, Actor("court-clerk"), "admit");
        Assert.Equal("confirmation", Running());
        Move(22, Actor("judge"), "reject");
        Move(40, Actor("court-clerk"), "sue");
        Assert.Equal("suit-admission", Running());
        Move(45, Actor("court-clerk"), "admit-suit");
        Assert.Equal("suit", Running());
    }

    [Fact]
    public void AReopenedCall_IsNotGovernedByTheCallback()
    {
        Report("hotline-12345", "hotline-operator");
        Move(0.01, Actor("hotline-operator"), "accept");
        Do(0.02, Actor("dispatcher"), id => new DispatchCase(id, First.Seat));
        Move(0.1, First, "sign-in");
        Move(0.2, First, "finish");
        Move(1, Actor("hotline-operator"), "satisfied");
        Move(5, Actor("dispatcher"), "reopen");

        Assert.Equal("dispatch", Running());
    }

    private static CaseActor Actor(string post) => new(PresetCounty.SeatsOf(post)[0]);

    private static Instant? Due(int days, string limit, CountingPolicy policy) =>
        WorkCalendar.China.Due(PresetCounty.Begin + Duration.FromDays(days), TimeLimit.Parse(limit, null), policy).At;

    private string Running() => string.Join(", ", _case!.Clocks.Where(clock => clock.Status == ClockStatus.Running).Select(clock => clock.Code));

    private void Report(string code, string post) => _case = GridCase.Replay(Engine.Decide(
        null, new ReportCase("report", "c", code, "rubbish", GridCode.Parse(PresetCounty.Cell), "video"), Actor(post), PresetCounty.Begin).EnsureAccepted());

    private void Move(double days, CaseActor actor, string trigger) => Do(days, actor, id => new MoveCase(id, trigger, "note"));

    private void Do(double days, CaseActor actor, Func<string, CaseCommand> command) =>
        _case = Engine.Do(_case!, command($"k{++_commands}"), actor, PresetCounty.Begin + Duration.FromDays(days));
}
