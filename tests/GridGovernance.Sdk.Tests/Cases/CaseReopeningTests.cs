using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseReopeningTests
{
    private static readonly CaseEngine Engine = new(SmallCounty.Model(lifecycles: new LifecycleCatalogue([SmallCounty.Compile(LifecyclePresets.Daily)])));

    [Fact]
    public void AReopenedCase_HasTheClockBackThatItsClosureStopped_WithTheTimeThatWasLeft()
    {
        var closed = Closed();
        var original = closed.Clock("closure")!;
        Assert.Equal(ClockStatus.Stopped, original.Status);
        Assert.True(original.IsStoppedByClosure);

        // Two days after closure, of which one is whole: neither a new limit, nor the day on which it was closed.
        var reopened = Engine.Do(closed, new MoveCase("reopen", "reopen", "not solved"), Dispatcher, closed.ClosedAt!.Value + Duration.FromDays(2));

        var clock = reopened.Clock("closure")!;
        Assert.Equal(ClockStatus.Running, clock.Status);
        Assert.Equal(original.DueAt + Duration.FromDays(1), clock.DueAt);
        Assert.Equal(1, reopened.Reopenings);
        Assert.True(reopened.IsOpen);
        Assert.NotNull(reopened.NextDeadline);
        Assert.Equal("accepted", reopened.State);
    }

    [Fact]
    public void AReopening_AfterItsWindow_IsRefusedAsOutsideItsTime()
    {
        var closed = Closed();

        var refusal = Assert.Single(Engine.Decide(closed, new MoveCase("reopen", "reopen", "not solved"), Dispatcher, closed.ClosedAt!.Value + Duration.FromDays(8)).Refusals);

        Assert.Equal("cases.window-passed", refusal.Code);
        Assert.Equal(RefusalKind.OutsideListOrTime, refusal.Kind);
    }

    [Fact]
    public void AReopening_AtTheLastInstantOfItsWindow_IsAccepted_AndOneTickLaterRefused()
    {
        var closed = Closed();
        var last = WorkCalendar.China.Due(closed.ClosedAt!.Value, TimeLimit.Parse("5 working-days", null), CountingPolicy.CivilCode).At;

        Assert.True(Engine.Decide(closed, new MoveCase("r", "reopen", "note"), Dispatcher, last).IsAccepted);
        Assert.False(Engine.Decide(closed, new MoveCase("r", "reopen", "note"), Dispatcher, last + Duration.Epsilon).IsAccepted);
    }

    [Fact]
    public void ACaseWithoutAReopening_StaysClosed() =>
        Assert.Equal("cases.no-such-trigger", Assert.Single(Engine.Decide(Closed(), new MoveCase("r", "accept", "n"), Dispatcher, Monday + Duration.FromDays(1)).Refusals).Code);

    [Fact]
    public void AReopenedCase_ReplaysEqual_AndKnowsWhenItEnteredItsState()
    {
        var closed = Closed();
        var at = closed.ClosedAt!.Value + Duration.FromHours(1);
        var reopened = Engine.Do(closed, new MoveCase("reopen", "reopen", "not solved"), Dispatcher, at);

        Assert.Equal(at, reopened.EnteredAt);
        Assert.Equal(Monday + Duration.FromHours(2), closed.EnteredAt);
    }

    private static GridCase Closed()
    {
        var c = Engine.Report("daily");
        c = Engine.Do(c, new MoveCase("spot", "handle-on-spot", "done"), GridWorker, Monday + Duration.FromHours(1));
        return Engine.Do(c, new MoveCase("pass", "pass"), VillageHead, Monday + Duration.FromHours(2));
    }
}
