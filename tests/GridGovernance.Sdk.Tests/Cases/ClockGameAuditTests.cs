using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class ClockGameAuditTests
{
    private static readonly CaseEngine Engine = new(SmallCounty.Model(lifecycles: new LifecycleCatalogue([SmallCounty.Compile(LifecyclePresets.Daily)])));
    private readonly List<CaseEvent> _events = [];
    private GridCase? _case;

    [Fact]
    public void PausingJustBeforeDue_IsASign_AndPausingInTimeIsNone()
    {
        InHandling();
        var due = _case!.Clock("handling")!.DueAt;
        Do(new MoveCase("x", "suspend", "winter"), Handler, due - Duration.FromHours(3));

        var sign = Assert.Single(new ClockGameAudit().Look(_events));
        Assert.Equal((ClockGame.PauseBeforeDue, "cases.game-pause"), (sign.Game, sign.Message.Code));
        Assert.Empty(new ClockGameAudit(new ClockGameSettings { JustBefore = Duration.FromHours(2) }).Look(_events));
    }

    [Fact]
    public void ComingBackToWhoLedBefore_Twice_IsPingPong()
    {
        InHandling();
        var others = new[] { GridWorker.Seat, Handler.Seat, GridWorker.Seat };
        for (var i = 0; i < others.Length; i++)
        {
            Do(new DispatchCase($"d{i}", others[i]), Dispatcher, _case!.ChangedAt + Duration.FromMinutes(1));
        }

        Assert.Equal(ClockGame.PingPong, Assert.Single(new ClockGameAudit().Look(_events)).Game);
        Assert.Empty(new ClockGameAudit(new ClockGameSettings { Returns = 3 }).Look(_events));
    }

    [Fact]
    public void ClosingJustBeforeDue_AndReopening_IsASign()
    {
        InHandling();
        var due = _case!.Clock("handling")!.DueAt;
        Do(new MoveCase("f", "force-close", "n"), TownshipCommander, due - Duration.FromHours(1));
        Assert.Empty(new ClockGameAudit().Look(_events));
    }

    [Fact]
    public void ClosingJustBeforeDue_ThenReopened_IsNamedAtTheReopening()
    {
        InHandling();
        var due = _case!.Clock("closure")!.DueAt;
        Do(new MoveCase("f", "finish", "n"), Handler, due - Duration.FromHours(2));
        Do(new MoveCase("p", "pass"), VillageHead, due - Duration.FromHours(1));
        Do(new MoveCase("r", "reopen", "not done"), Dispatcher, due + Duration.FromHours(20));

        var sign = new ClockGameAudit().Look(_events).Single(sign => sign.Game == ClockGame.CloseAndReopen);
        Assert.Equal(due + Duration.FromHours(20), sign.At);
    }

    [Fact]
    public void OneMatterAsManyCases_IsSplitting()
    {
        GridCase Of(string id, Duration after) => GridCase.Replay(Engine.Decide(null, new ReportCase("r", id, "daily", "rubbish", Cell, "video"), GridWorker, Monday + after).EnsureAccepted());
        var cases = new[] { Of("c", Duration.FromHours(24)), Of("a", Duration.Zero), Of("b", Duration.FromHours(1)) };

        var sign = Assert.Single(new ClockGameAudit().LookForSplitting(cases));

        Assert.Equal(["a", "b", "c"], sign.Cases);
        Assert.Empty(new ClockGameAudit().LookForSplitting([cases[0] , cases[1]]));
        Assert.Empty(new ClockGameAudit(new ClockGameSettings { Together = Duration.FromHours(23) }).LookForSplitting(cases));
    }

    private void InHandling()
    {
        Add(Engine.Decide(null, new ReportCase("report", "c", "daily", "rubbish", Cell, "video"), GridWorker, Monday));
        Do(new MoveCase("a", "accept"), Dispatcher, Monday + Duration.FromMinutes(10));
        Do(new DispatchCase("d", Handler.Seat), Dispatcher, Monday + Duration.FromMinutes(20));
        Do(new MoveCase("s", "sign-in"), Handler, Monday + Duration.FromMinutes(30));
    }

    private void Do(CaseCommand command, CaseActor actor, Instant at) => Add(Engine.Decide(_case, command, actor, at));

    private void Add(Decision<CaseEvent> decision)
    {
        _events.AddRange(decision.EnsureAccepted());
        _case = GridCase.Replay(_events);
    }
}
