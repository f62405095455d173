using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

public class CaseRecordTests
{
    private static readonly CaseEngine Engine = SmallCounty.Engine();

    [Fact]
    public void ALeader_PutsACaseUnderSupervision_AndNothingMoves()
    {
        var c = Engine.InHandling();

        var after = Engine.Do(c, new RecordOnCase("s", CaseRecordKind.Supervision, CaseRecordGround.Importance, "people at risk"), Head, c.ChangedAt);

        var record = Assert.Single(after.Records);
        Assert.Equal((CaseRecordKind.Supervision, CaseRecordGround.Importance, Head.Seat), (record.Kind, record.Ground, record.By));
        Assert.Equal((c.State, c.Responsible, c.NextDeadline, c.EnteredAt), (after.State, after.Responsible, after.NextDeadline, after.EnteredAt));
    }

    [Theory]
    [InlineData(CaseRecordKind.Supervision, CaseRecordGround.Timeout, "note", true, true, "cases.ground-not-given")]
    [InlineData(CaseRecordKind.Supervision, CaseRecordGround.Leader, " ", true, true, "cases.note-missing")]
    [InlineData(CaseRecordKind.Accountability, CaseRecordGround.Other, "note", false, true, "cases.record-needs-target")]
    [InlineData(CaseRecordKind.Accountability, CaseRecordGround.OverdueAndPassive, "note", true, true, "cases.ground-not-given")]
    [InlineData(CaseRecordKind.Accountability, CaseRecordGround.UnresolvedWithinAuthority, "note", true, true, "cases.ground-not-given")]
    [InlineData(CaseRecordKind.Evidence, CaseRecordGround.Other, "note", false, false, "cases.record-needs-reference")]
    [InlineData(CaseRecordKind.Duplicate, CaseRecordGround.Other, "note", false, false, "cases.record-needs-reference")]
    [InlineData(CaseRecordKind.StageReport, CaseRecordGround.Other, "note", false, true, "cases.may-not-record")]
    public void ARecord_ThatDoesNotHold_IsRefusedWithItsReason(CaseRecordKind kind, CaseRecordGround ground, string note, bool target, bool reference, string code)
    {
        var c = Engine.InHandling();

        var decision = Engine.Decide(c, new RecordOnCase("s", kind, ground, note, target ? Handler.Seat : null, reference ? "ref" : null), Head, c.ChangedAt);

        Assert.Equal(code, Assert.Single(decision.Refusals).Code);
    }

    [Fact]
    public void OneWhoIsNotAbove_MayNotSuperviseOrHoldToAccount()
    {
        var c = Engine.InHandling();

        Assert.Equal("cases.may-not-record", Assert.Single(Engine.Decide(c, new RecordOnCase("s", CaseRecordKind.Supervision, CaseRecordGround.Leader, "n"), GridWorker, c.ChangedAt).Refusals).Code);
        Assert.Equal("cases.may-not-record", Assert.Single(Engine.Decide(c, new RecordOnCase("s", CaseRecordKind.Accountability, CaseRecordGround.Other, "n", Handler.Seat), Verifier, c.ChangedAt).Refusals).Code);
    }

    [Fact]
    public void AfterTheDeadline_BothGroundsOfAccountabilityHold_UntilTheSeatActs()
    {
        var c = Engine.InHandling();
        var late = c.NextDeadline!.Value + Duration.FromHours(1);
        RecordOnCase Of(CaseRecordGround ground) => new("a-" + ground, CaseRecordKind.Accountability, ground, "n", Handler.Seat);

        Assert.True(Engine.Decide(c, Of(CaseRecordGround.OverdueAndPassive), Head, late).IsAccepted);
        Assert.True(Engine.Decide(c, Of(CaseRecordGround.UnresolvedWithinAuthority), Head, late).IsAccepted);
        Assert.True(Engine.Decide(c, new RecordOnCase("t", CaseRecordKind.Supervision, CaseRecordGround.Timeout, "n"), Head, late).IsAccepted);

        var without = SmallCounty.Engine(new FakeLists("rubbish"));
        Assert.False(without.Decide(c, Of(CaseRecordGround.UnresolvedWithinAuthority), Head, late).IsAccepted);
    }

    [Fact]
    public void ALateCase_ThatIsClosed_IsStillAnsweredFor()
    {
        var c = Engine.InHandling();
        var late = c.NextDeadline!.Value + Duration.FromHours(1);
        c = Closed(c, late);
        RecordOnCase Of(CaseRecordKind kind) => new("a-" + kind, kind, CaseRecordGround.Timeout, "n", Handler.Seat);

        Assert.True(Engine.Decide(c, Of(CaseRecordKind.Notice), Head, late).IsAccepted);
        Assert.True(Engine.Decide(c, Of(CaseRecordKind.Accountability), Head, late).IsAccepted);
        var inTime = Closed(Engine.InHandling(), Engine.InHandling().ChangedAt);
        Assert.Equal("cases.ground-not-given", Assert.Single(Engine.Decide(inTime, Of(CaseRecordKind.Notice), Head, late).Refusals).Code);
    }

    [Fact]
    public void AClosedCase_CannotBeUrged_ButItsEvidenceCanBeAdded()
    {
        var c = Engine.Report("daily");
        c = Engine.Do(c, new MoveCase("r", "reject", "no"), Dispatcher, c.ChangedAt);

        Assert.Contains(Engine.Decide(c, new RecordOnCase("u", CaseRecordKind.Urging, CaseRecordGround.Leader, "n"), CountyCommander, c.ChangedAt).Refusals, refusal => refusal.Code == "cases.record-on-closed");
        Assert.True(Engine.Decide(c, new RecordOnCase("e", CaseRecordKind.Evidence, CaseRecordGround.Other, "photo", Reference: "sha256:1"), GridWorker, c.ChangedAt).IsAccepted);
    }

    [Fact]
    public void JointHandling_IsDoneWhenEveryPartIsDone()
    {
        var c = Engine.InHandling();
        c = Engine.Do(c, new AssignSubtask("1", "clear", GridWorker.Seat, TimeLimit.Parse("1 working-days", null)), Handler, c.ChangedAt);
        var guard = CaseGuards.SubtasksDone;
        CaseGuardContext Context(GridCase of) => new(Engine.Model, of, new MoveCase("f", "finish", "n"), Handler, of.ChangedAt);

        Assert.Equal("cases.subtask-open", Assert.Single(guard.Unmet(Context(c))).Code);
        Assert.Equal("cases.not-your-subtask", Assert.Single(Engine.Decide(c, new FinishSubtask("2", "clear", "done"), Handler, c.ChangedAt).Refusals).Code);
        Assert.Equal("cases.not-the-lead", Assert.Single(Engine.Decide(c, new AssignSubtask("4", "x", GridWorker.Seat, TimeLimit.Parse("1 working-days", null)), GridWorker, c.ChangedAt).Refusals).Code);
        Assert.Equal("cases.not-your-grid", Assert.Single(Engine.Decide(c, new AssignSubtask("5", "x", OtherGridWorker.Seat, TimeLimit.Parse("1 working-days", null)), Handler, c.ChangedAt).Refusals).Code);

        var done = Engine.Do(c, new FinishSubtask("6", "clear", "done"), GridWorker, c.ChangedAt + Duration.FromHours(1));

        Assert.Empty(guard.Unmet(Context(done)));
        Assert.Equal(c.ChangedAt + Duration.FromHours(1), Assert.Single(done.Subtasks).DoneAt);
        Assert.Equal("cases.subtask-twice", Assert.Single(Engine.Decide(done, new AssignSubtask("3", "clear", GridWorker.Seat, TimeLimit.Parse("1 working-days", null)), Handler, done.ChangedAt).Refusals).Code);
        Assert.Equal("cases.no-open-subtask", Assert.Single(Engine.Decide(done, new FinishSubtask("7", "clear", "done"), GridWorker, done.ChangedAt).Refusals).Code);
        Assert.Equal(Engine.InHandling().NextDeadline, done.NextDeadline);
    }

    [Fact]
    public void APartThatIsLate_ClimbsTheLadder_UntilItIsDoneOrGivenAnew()
    {
        var c = Engine.InHandling();
        var before = c.NextDeadline!.Value;
        c = Engine.Do(c, new AssignSubtask("1", "clear", GridWorker.Seat, TimeLimit.Parse("1 urgent-hours", null)), Handler, c.ChangedAt);
        var due = Assert.Single(c.Subtasks).DueAt;
        Assert.Equal(due, c.NextDeadline);

        var late = Engine.Do(c, new PassDeadline("p"), CaseActor.Clock, due + Duration.Epsilon);

        Assert.Equal((0, 1, true), (late.Rung, late.Escalations, Assert.Single(late.Subtasks).IsMissed));
        Assert.True(late.NextDeadline > due);
        Assert.DoesNotContain(late.Clocks, clock => clock.IsMissed);
        var higher = Engine.Do(late, new PassDeadline("q"), CaseActor.Clock, late.NextDeadline!.Value + Duration.Epsilon);
        Assert.Equal((1, 2), (higher.Rung, higher.Escalations));

        var again = Engine.Do(late, new AssignSubtask("2", "clear", VillageHead.Seat, TimeLimit.Parse("2 urgent-hours", null)), Handler, late.ChangedAt);
        Assert.Equal((-1, VillageHead.Seat, false), (again.Rung, Assert.Single(again.Subtasks).Seat, again.Subtasks[0].IsMissed));
        Assert.Equal(again.Subtasks[0].DueAt, again.NextDeadline);
        var done = Engine.Do(late, new FinishSubtask("3", "clear", "done"), GridWorker, late.ChangedAt);
        Assert.Equal((-1, before), (done.Rung, done.NextDeadline!.Value));
    }

    [Fact]
    public void APart_OfAClosedCase_IsNotDoneAnyMore()
    {
        var c = Engine.InHandling();
        c = Engine.Do(c, new AssignSubtask("1", "clear", GridWorker.Seat, TimeLimit.Parse("1 working-days", null)), Handler, c.ChangedAt);
        c = GridCase.Apply(c, new CaseMoved("end", c.State, "ended", true, null, [], null) { CommandId = "e", At = c.ChangedAt, By = Dispatcher.Seat });

        Assert.Equal("cases.closed", Assert.Single(Engine.Decide(c, new FinishSubtask("2", "clear", "done"), GridWorker, c.ChangedAt).Refusals).Code);
    }

    [Fact]
    public void ALead_DoesNotMakeItsOwnMatterSmaller_AndNobodySizesAClosedOne()
    {
        var c = Engine.Do(Engine.InHandling(), new SizeCase("s", CaseSize.Hard, "three villages"), Dispatcher, Engine.InHandling().ChangedAt);

        Assert.Equal("cases.lead-sizes-down", Assert.Single(Engine.Decide(c, new SizeCase("t", CaseSize.Small, "easy"), Handler, c.ChangedAt).Refusals).Code);
        Assert.True(Engine.Decide(c, new SizeCase("t", CaseSize.Small, "easy"), Dispatcher, c.ChangedAt).IsAccepted);
        Assert.True(Engine.Decide(c, new SizeCase("t", CaseSize.Hard, "harder"), Handler, c.ChangedAt).IsAccepted);
        c = Closed(Engine.InHandling(), c.ChangedAt);
        Assert.Equal("cases.closed", Assert.Single(Engine.Decide(c, new SizeCase("t", CaseSize.Small, "easy"), Dispatcher, c.ChangedAt).Refusals).Code);
    }

    [Fact]
    public void WhoMayNot_IsToldWhoMay()
    {
        var c = Engine.Do(Engine.InHandling(), new AssignSubtask("1", "clear", GridWorker.Seat, TimeLimit.Parse("1 working-days", null)), Handler, Engine.InHandling().ChangedAt);
        var day = TimeLimit.Parse("1 working-days", null);
        string? Nearest(GridCase of, CaseCommand command, CaseActor actor) => Assert.Single(Engine.Decide(of, command, actor, of.ChangedAt).Refusals).Nearest?.ToString();

        Assert.Equal($"Seat \"{Head.Seat}\" may.", Nearest(c, new RecordOnCase("x", CaseRecordKind.Urging, CaseRecordGround.Leader, "n"), GridWorker));
        Assert.Equal($"Seat \"{Head.Seat}\" may.", Nearest(c, new RecordOnCase("x", CaseRecordKind.Notice, CaseRecordGround.Other, "n", Handler.Seat), GridWorker));
        Assert.Equal($"Seat \"{Handler.Seat}\" may.", Nearest(c, new RecordOnCase("x", CaseRecordKind.StageReport, CaseRecordGround.Other, "n"), GridWorker));
        Assert.Equal($"Seat \"{GridWorker.Seat}\" may.", Nearest(c, new RecordOnCase("x", CaseRecordKind.Evidence, CaseRecordGround.Other, "n", Reference: "r"), OtherGridWorker));
        Assert.Equal($"Seat \"{GridWorker.Seat}\" may.", Nearest(c, new SizeCase("x", CaseSize.Small, "n"), OtherGridWorker));
        Assert.Equal($"Seat \"{Handler.Seat}\" may.", Nearest(c, new AssignSubtask("x", "y", GridWorker.Seat, day), GridWorker));
        Assert.Equal($"Seat \"{GridWorker.Seat}\" may.", Nearest(c, new AssignSubtask("x", "y", OtherGridWorker.Seat, day), Handler));
        Assert.Equal($"Seat \"{GridWorker.Seat}\" may.", Nearest(c, new FinishSubtask("x", "clear", "n"), Handler));
        var closed = Closed(Engine.InHandling(), c.ChangedAt);
        Assert.Equal($"Seat \"{Handler.Seat}\" may.", Nearest(closed, new EvaluateCase("x", EvaluationParty.Department, 3), Dispatcher));
        Assert.Equal($"Seat \"{Verifier.Seat}\" may.", Nearest(closed, new EvaluateCase("x", EvaluationParty.Resident, 3), Handler));
        Assert.Null(Nearest(closed, new EvaluateCase("x", EvaluationParty.GridWorker, 3), Handler));
    }

    [Fact]
    public void Size_IsAnAxisOfItsOwnBesideTheTier()
    {
        var c = Engine.InHandling();

        var hard = Engine.Do(c, new SizeCase("s", CaseSize.Hard, "three villages"), Dispatcher, c.ChangedAt);

        Assert.Null(c.Size);
        Assert.Equal((CaseSize.Hard, c.Tier), (hard.Size, hard.Tier));
        Assert.Equal("cases.note-missing", Assert.Single(Engine.Decide(c, new SizeCase("s", CaseSize.Small, ""), Dispatcher, c.ChangedAt).Refusals).Code);
    }

    private static GridCase Closed(GridCase c, Instant at) =>
        Engine.Do(Engine.Do(c, new MoveCase("finish", "finish", "done"), Handler, at), new MoveCase("pass", "pass"), Verifier, at);
}
