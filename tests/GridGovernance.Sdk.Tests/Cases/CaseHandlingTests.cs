using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseHandlingTests
{
    private static readonly TimeLimit Day = new(1, LimitUnit.WorkingDays);
    private static readonly CaseEngine Engine = new(SmallCounty.Model(lifecycles: new LifecycleCatalogue([SmallCounty.Compile(LifecyclePresets.Ordinary)])));

    [Fact]
    public void AHardMatter_IsFinishedOnlyWhenItIsCoordinated()
    {
        var c = InHandling();
        Assert.Empty(Codes(c));
        c = Engine.Do(c, new SizeCase("size", CaseSize.Large, "many"), Dispatcher, c.ChangedAt);
        Assert.Empty(Codes(c));
        c = Engine.Do(c, new SizeCase("size2", CaseSize.Hard, "three villages"), Dispatcher, c.ChangedAt);

        var refusal = Assert.Single(Engine.Decide(c, new MoveCase("f", "finish", "done"), Handler, c.ChangedAt).Refusals);
        Assert.Equal((RefusalKind.ConditionUnmet, "cases.not-coordinated"), (refusal.Kind, refusal.Code));
        Assert.Equal("Give case \"case-1\" a command team, or a part of it to another seat.", refusal.Nearest!.ToString());

        var team = new CommandTeam("joint", [new(CommandTeamRole.Commander, TownshipCommander.Seat)]);
        Assert.Empty(Codes(Engine.Do(c, new AttachTeam("t", team, "hard"), Head, c.ChangedAt)));
        Assert.Empty(Codes(Engine.Do(InHandling(VillageHead.Seat), new SizeCase("size", CaseSize.Hard, "hard"), Dispatcher, c.ChangedAt)));
    }

    [Fact]
    public void APartOfJointHandling_BarsTheFinish_UntilItIsDone()
    {
        var c = InHandling();
        c = Engine.Do(c, new AssignSubtask("1", "clear", GridWorker.Seat, Day), Handler, c.ChangedAt);

        var refusal = Assert.Single(Engine.Decide(c, new MoveCase("f", "finish", "done"), Handler, c.ChangedAt).Refusals);
        Assert.Equal(("cases.subtask-open", $"Seat \"{GridWorker.Seat}\" must finish it first."), (refusal.Code, refusal.Nearest!.ToString()));

        c = Engine.Do(c, new FinishSubtask("2", "clear", "done"), GridWorker, c.ChangedAt);
        Assert.Empty(Codes(c));
        Assert.Empty(Codes(Engine.Do(c, new SizeCase("size", CaseSize.Hard, "hard"), Dispatcher, c.ChangedAt)));
    }

    [Fact]
    public void TheFirstResponse_IsTheLeadsFirstAct_AndStaysSo()
    {
        var c = Engine.Report();
        c = Engine.Do(c, new MoveCase("accept", "accept"), Dispatcher, Monday + Duration.FromMinutes(10));
        c = Engine.Do(c, new DispatchCase("dispatch", Handler.Seat), Dispatcher, Monday + Duration.FromMinutes(20));
        Assert.Null(c.FirstRespondedAt);

        c = Engine.Do(c, new RecordOnCase("s", CaseRecordKind.StageReport, CaseRecordGround.Other, "on our way"), Handler, Monday + Duration.FromMinutes(25));
        c = Engine.Do(c, new MoveCase("sign-in", "sign-in"), Handler, Monday + Duration.FromMinutes(30));

        Assert.Equal(Monday + Duration.FromMinutes(25), c.FirstRespondedAt);
    }

    [Fact]
    public void Ratings_EndWithTheWindowOfThePublishedTable()
    {
        var engine = new CaseEngine(Engine.Model.With(evaluation: EvaluationTable.Sample));
        var c = InHandling();
        c = Engine.Do(c, new MoveCase("f", "finish", "done"), Handler, c.ChangedAt);
        c = Engine.Do(c, new MoveCase("p", "pass"), Verifier, c.ChangedAt);
        var end = WorkCalendar.China.Due(c.ClosedAt!.Value, EvaluationTable.Sample.Window, EvaluationTable.Sample.Policy).At;

        Assert.True(engine.Decide(c, new EvaluateCase("e", EvaluationParty.Resident, 5), Dispatcher, end).IsAccepted);
        var refusal = Assert.Single(engine.Decide(c, new EvaluateCase("e", EvaluationParty.Resident, 5), Dispatcher, end + Duration.Epsilon).Refusals);
        Assert.Equal((RefusalKind.OutsideListOrTime, "cases.evaluation-over"), (refusal.Kind, refusal.Code));
        Assert.True(Engine.Decide(c, new EvaluateCase("e", EvaluationParty.Resident, 5), Dispatcher, end + Duration.Epsilon).IsAccepted);
    }

    private static string[] Codes(GridCase c) => [.. Engine.Decide(c, new MoveCase("f", "finish", "done"), Handler, c.ChangedAt).Refusals.Select(refusal => refusal.Code)];

    private static GridCase InHandling(params EquatableArray<Seat> assisting)
    {
        var c = Engine.Report();
        c = Engine.Do(c, new MoveCase("accept", "accept"), Dispatcher, Monday + Duration.FromMinutes(10));
        c = Engine.Do(c, new DispatchCase("dispatch", Handler.Seat) { Assisting = assisting }, Dispatcher, Monday + Duration.FromMinutes(20));
        return Engine.Do(c, new MoveCase("sign-in", "sign-in"), Handler, Monday + Duration.FromMinutes(30));
    }
}
