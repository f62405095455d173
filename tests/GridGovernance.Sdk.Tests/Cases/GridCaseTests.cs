using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>What an event does to a case, whoever wrote it.</summary>
public class GridCaseTests
{
    private static readonly GridCase Open = GridCase.Replay(SmallCounty.Engine().Decide(
        null, new Sdk.Cases.Commands.ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted());

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 0)]
    [InlineData(false, false, 1)]
    public void AClock_StoppedLate_IsMissedOnce_WhetherOrNotItWasSaidBefore(bool said, bool inTime, int times)
    {
        var at = Open.Clock("intake")!.DueAt + Duration.FromHours(1);
        var c = said ? GridCase.Apply(Open, new DeadlineMissed("intake", Open.Clock("intake")!.DueAt) { CommandId = "m", At = at, By = Dispatcher.Seat }) : Open;
        var stopped = GridCase.Apply(c, new ClockStopped("intake", inTime) { CommandId = "s", At = at, By = Dispatcher.Seat }).Clock("intake")!;

        Assert.Equal((ClockStatus.Stopped, times > 0, times), (stopped.Status, stopped.IsMissed, stopped.TimesMissed));
        Assert.False(stopped.IsStoppedByClosure);
        Assert.Equal(at, stopped.StoppedAt);
        Assert.Equal(times == 0, stopped.IsMetInTime);
    }

    [Fact]
    public void ADeadlineMissedTwice_CountsOnce_AndALateClockThatStartsAnewKeepsItsCount()
    {
        var clock = Open.Clock("intake")!;
        var missed = new DeadlineMissed("intake", clock.DueAt) { CommandId = "m", At = clock.DueAt + Duration.Epsilon, By = Dispatcher.Seat };
        var c = GridCase.Apply(GridCase.Apply(Open, missed), missed);
        Assert.Equal((true, 1), (c.Clock("intake")!.IsMissed, c.Clock("intake")!.TimesMissed));

        c = GridCase.Apply(c, new ClockStarted("intake", clock.Ledger.Limit, CountingPolicy.CivilCode, clock.DueAt + Duration.FromDays(1), clock.DueOn) { CommandId = "x", At = missed.At, By = Dispatcher.Seat });
        Assert.Equal((ClockStatus.Running, false, 1), (c.Clock("intake")!.Status, c.Clock("intake")!.IsMissed, c.Clock("intake")!.TimesMissed));
        Assert.Equal(2, c.Clocks.Count);
        c = GridCase.Apply(c, missed with { At = clock.DueAt + Duration.FromDays(2) });
        Assert.Equal(2, c.Clock("intake")!.TimesMissed);
    }

    [Fact]
    public void AnEscalation_ToAHigherRungClimbs_AndToTheSameReminds()
    {
        var at = Open.NextDeadline!.Value + Duration.Epsilon;
        CaseEscalated To(int rung, int hours) => new(rung, VillageHead.Seat, at + Duration.FromHours(hours + 1)) { CommandId = $"e{hours}", At = at + Duration.FromHours(hours), By = CaseActor.Clock.Seat };
        var c = GridCase.Apply(Open, new DeadlineMissed("intake", Open.NextDeadline.Value) { CommandId = "m", At = at, By = Dispatcher.Seat });
        Assert.Equal((-1, Open.NextDeadline), (c.Rung, c.NextDeadline));

        c = GridCase.Apply(c, To(0, 0));
        Assert.Equal((0, 1, 0, at + Duration.FromHours(1)), (c.Rung, c.Escalations, c.Reminders, c.NextDeadline));
        c = GridCase.Apply(c, To(0, 1));
        Assert.Equal((0, 1, 1, at + Duration.FromHours(2)), (c.Rung, c.Escalations, c.Reminders, c.NextDeadline));
        c = GridCase.Apply(c, To(1, 2));
        Assert.Equal((1, 2, 1, at + Duration.FromHours(3)), (c.Rung, c.Escalations, c.Reminders, c.NextDeadline));
    }

    [Theory]
    [InlineData("paused", 0)]
    [InlineData("stopped", -1)]
    [InlineData("resumed", 0)]
    public void ACase_StandsOnItsRung_AsLongAsWhatIsLateIsOwed(string then, int rung)
    {
        var clock = Open.Clock("intake")!;
        var at = clock.DueAt + Duration.Epsilon;
        var c = GridCase.Apply(Open, new DeadlineMissed("intake", clock.DueAt) { CommandId = "m", At = at, By = Dispatcher.Seat });
        c = GridCase.Apply(c, new CaseEscalated(0, VillageHead.Seat, at + Duration.FromDays(1)) { CommandId = "e", At = at, By = CaseActor.Clock.Seat });
        c = GridCase.Apply(c, then == "stopped" ? new ClockStopped("intake", false) { CommandId = "s", At = at, By = Dispatcher.Seat } : new ClockPaused("intake", "x") { CommandId = "s", At = at, By = Dispatcher.Seat });
        if (then == "resumed")
        {
            c = GridCase.Apply(c, new ClockResumed("intake", clock.DueAt, clock.DueOn) { CommandId = "u", At = at, By = Dispatcher.Seat });
        }

        Assert.Equal(rung, c.Rung);
        Assert.Equal(then == "stopped" ? c.Clock("closure")!.DueAt : at + Duration.FromDays(1), c.NextDeadline);
    }

    [Fact]
    public void EventsOfOneCommand_KeepItsIdOnce_AndADifferentCommandAddsItsOwn()
    {
        CaseSized Sized(string id) => new(CaseSize.Small, "why") { CommandId = id, At = Monday, By = GridWorker.Seat };

        var c = GridCase.Apply(GridCase.Apply(GridCase.Apply(Open, Sized("a")), Sized("a")), Sized("b"));

        Assert.Equal(["r", "a", "b"], c.CommandIds);
        Assert.Equal(Open.Version + 3, c.Version);
    }

    [Fact]
    public void TheFirstResponse_IsTheFirstActOfTheLead_AndStays()
    {
        CaseSized Sized(Sdk.Staffing.Seat by, int hours) => new(CaseSize.Small, "why") { CommandId = $"s{hours}", At = Monday + Duration.FromHours(hours), By = by };
        var c = GridCase.Apply(Open, Sized(Handler.Seat, 1));
        Assert.Null(c.FirstRespondedAt);

        c = GridCase.Apply(c, new CaseDispatched(Handler.Seat, [], "handle", []) { CommandId = "d", At = Monday + Duration.FromHours(2), By = Handler.Seat });
        Assert.Null(c.FirstRespondedAt);
        c = GridCase.Apply(c, Sized(GridWorker.Seat, 3));
        Assert.Null(c.FirstRespondedAt);
        c = GridCase.Apply(GridCase.Apply(c, Sized(Handler.Seat, 4)), Sized(Handler.Seat, 5));
        Assert.Equal(Monday + Duration.FromHours(4), c.FirstRespondedAt);
    }

    [Fact]
    public void AClosedCase_ThatGoesOnToAnotherFinalState_WasNotReopened()
    {
        CaseMoved To(string state, bool isFinal, params string[] effects) => new("go", null, state, isFinal, isFinal ? null : GridWorker.Seat, EquatableArray.From(effects), null) { CommandId = state, At = Monday, By = Dispatcher.Seat };
        var c = GridCase.Apply(GridCase.Apply(Open, To("forced", true, "mark-forced")), To("closed", true));

        Assert.Equal((0, false, Dispatcher.Seat), (c.Reopenings, c.IsForced, c.ClosedBy!.Value));
        c = GridCase.Apply(c, To("open", false, "mark-forced", "mark-refused", "mark-returned", "mark-reworked", "mark-handled", "mark-verified"));
        Assert.Equal((1, false, 1, 0, 1, true), (c.Reopenings, c.IsForced, c.Refusals, c.Returns, c.Reworks, c.IsVerified));
        Assert.Equal((null, null, Dispatcher.Seat), (c.ClosedAt, c.ClosedBy, c.Handler!.Value));
        c = GridCase.Apply(c, To("open", false));
        Assert.Equal((1, 1, 0, 1, true, Dispatcher.Seat), (c.Reopenings, c.Refusals, c.Returns, c.Reworks, c.IsVerified, c.Handler!.Value));
        c = GridCase.Apply(c, To("open", false, "mark-returned"));
        Assert.Equal((1, null, null), (c.Returns, c.Handler, c.HandledAt));
    }

    [Fact]
    public void APartThatIsFinished_IsThatPartAlone()
    {
        SubtaskAssigned Part(string code) => new(code, GridWorker.Seat, Monday + Duration.FromDays(1)) { CommandId = code, At = Monday, By = Handler.Seat };
        var c = GridCase.Apply(GridCase.Apply(Open, Part("a")), Part("b"));

        c = GridCase.Apply(c, new SubtaskFinished("b", true, "done") { CommandId = "f", At = Monday + Duration.FromHours(1), By = GridWorker.Seat });

        Assert.Equal([("a", null), ("b", Monday + Duration.FromHours(1))], c.Subtasks.Select(part => (part.Code, part.DoneAt)));
    }

    [Fact]
    public void AMerging_IsForgotten_WhenTheCaseIsOpenAgain()
    {
        var merged = GridCase.Apply(Open, new CaseMerged("other") { CommandId = "m", At = Monday, By = GridWorker.Seat });
        CaseMoved To(string state, bool isFinal) => new("go", null, state, isFinal, isFinal ? null : GridWorker.Seat, [], null) { CommandId = state, At = Monday, By = Dispatcher.Seat };

        var closed = GridCase.Apply(merged, To("merged", true));

        Assert.Equal("other", closed.MergedInto);
        Assert.Null(GridCase.Apply(closed, To("open", false)).MergedInto);
    }

    [Fact]
    public void AMove_ThatStaysInItsState_DoesNotEnterItAnew()
    {
        CaseMoved To(string from, int hours) => new("go", from, "reported", false, GridWorker.Seat, [], null) { CommandId = $"m{hours}", At = Monday + Duration.FromHours(hours), By = Dispatcher.Seat };

        Assert.Equal(Open.EnteredAt, GridCase.Apply(Open, To("reported", 1)).EnteredAt);
        Assert.Equal(Monday + Duration.FromHours(1), GridCase.Apply(Open, To("elsewhere", 1)).EnteredAt);
    }
}
