using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
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
        Assert.Equal("cases.subtask-twice", Assert.Single(Engine.Decide(c, new AssignSubtask("3", "clear", GridWorker.Seat, TimeLimit.Parse("1 working-days", null)), Handler, c.ChangedAt).Refusals).Code);
        Assert.Equal("cases.not-the-lead", Assert.Single(Engine.Decide(c, new AssignSubtask("4", "x", GridWorker.Seat, TimeLimit.Parse("1 working-days", null)), GridWorker, c.ChangedAt).Refusals).Code);
        Assert.Equal("cases.not-your-grid", Assert.Single(Engine.Decide(c, new AssignSubtask("5", "x", OtherGridWorker.Seat, TimeLimit.Parse("1 working-days", null)), Handler, c.ChangedAt).Refusals).Code);

        var done = Engine.Do(c, new FinishSubtask("6", "clear", "done"), GridWorker, c.ChangedAt + Duration.FromHours(1));

        Assert.Empty(guard.Unmet(Context(done)));
        Assert.Equal(c.ChangedAt + Duration.FromHours(1), Assert.Single(done.Subtasks).DoneAt);
        Assert.Equal("cases.no-open-subtask", Assert.Single(Engine.Decide(done, new FinishSubtask("7", "clear", "done"), GridWorker, done.ChangedAt).Refusals).Code);
        Assert.Equal(c.NextDeadline, done.NextDeadline);
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
}
