using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Histories of cases told in full, beside the texts in <c>Tales</c>: every event, every changed property, every refusal with the nearest thing that would work.</summary>
/// <remarks>A tale that changes on purpose is written anew by a run with <c>GG_APPROVE=1</c>, read, and committed.</remarks>
public class CaseTaleTests
{
    private static readonly Duration Tick = Duration.Epsilon;
    private static readonly TimeLimit Day = new(1, LimitUnit.WorkingDays);
    private static readonly CaseEngine Daily = new(Model(lifecycles: new LifecycleCatalogue([SmallCounty.Compile(LifecyclePresets.Daily)])));

    private static readonly Dictionary<string, Func<Tale>> Tales = new(StringComparer.Ordinal)
    {
        ["daily-life"] = DailyLife,
        ["climbing-the-ladder"] = Climbing,
        ["clocks-come-back"] = ClocksComeBack,
        ["denied"] = Denied,
        ["put-on-record"] = OnRecord,
        ["returned-and-reworked"] = Returned,
        ["vacant-seats"] = Vacant,
        ["not-taken-in"] = NotTakenIn,
    };

    public static TheoryData<string> Names => [.. Tales.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ATale_IsAsItWasTold(string name) => ApprovedText.Check(Path.Combine("Cases", "Tales", name + ".txt"), Tales[name]().ToString());

    private static Tale DailyLife()
    {
        var tale = new Tale(Daily);
        Report(tale, "01-05 09:00", "wechat")
            .Do("01-05 09:05", Dispatcher, id => new MoveCase(id, "accept"))
            .Do("01-05 09:06", GridWorker, id => new MoveCase(id, "verify", "seen"))
            .Do("01-05 09:10", Dispatcher, id => new MoveCase(id, "accept", "in hand"))
            .Do("01-05 09:20", Dispatcher, id => new DispatchCase(id, Handler.Seat, Note: "please") { Assisting = [GridWorker.Seat, VillageHead.Seat] })
            .Do("01-05 10:00", Handler, id => new MoveCase(id, "sign-in"))
            .Do("01-05 10:30", Handler, id => new AssignSubtask(id, "clear", GridWorker.Seat, Day))
            .Do("01-05 11:00", Handler, id => new RecordOnCase(id, CaseRecordKind.StageReport, CaseRecordGround.Other, "half done"))
            .Do("01-06 09:00", Handler, id => new MoveCase(id, "finish", "done"))
            .Do("01-06 09:10", GridWorker, id => new FinishSubtask(id, "clear", "cleared"))
            .Do("01-06 09:20", VillageHead, id => new SizeCase(id, CaseSize.Hard, "many owners"))
            .Do("01-06 09:30", Handler, id => new MoveCase(id, "suspend", "rain"))
            .Do("01-07 09:30", Handler, id => new MoveCase(id, "resume"))
            .Do("01-07 10:00", Head, id => new ExtendDeadline(id, "handling", Day, "hard"))
            .Do("01-07 11:00", Handler, id => new MoveCase(id, "finish", "done"))
            .Do("01-07 12:00", VillageHead, id => new MoveCase(id, "pass"))
            .Do("01-07 12:10", Handler, id => new EvaluateCase(id, EvaluationParty.Department, 5))
            .Do("01-07 12:20", GridWorker, id => new EvaluateCase(id, EvaluationParty.GridWorker, 3))
            .Do("01-07 12:30", Dispatcher, id => new EvaluateCase(id, EvaluationParty.Resident, 1))
            .Do("01-08 09:00", Dispatcher, id => new MoveCase(id, "reopen", "not clean"))
            .Do("01-08 09:10", Dispatcher, id => new DispatchCase(id, GridWorker.Seat, "patrol"))
            .Do("01-08 09:20", TownshipCommander, id => new MoveCase(id, "force-close", "moved away"));
        return tale;
    }

    private static Tale Climbing()
    {
        var tale = Report(new Tale(Daily), "01-05 09:00");
        tale.Do("01-05 10:00", CaseActor.Clock, id => new PassDeadline(id));
        tale.Do(tale.Case!.NextDeadline!.Value, CaseActor.Clock, id => new PassDeadline(id));
        for (var rung = 0; rung < 4; rung++)
        {
            tale.Do(tale.Case.NextDeadline!.Value + Tick, CaseActor.Clock, id => new PassDeadline(id));
        }

        tale.Do(tale.Case.ChangedAt, Dispatcher, id => new MoveCase(id, "accept"))
            .Do(tale.Case.ChangedAt + Duration.FromDays(3), Dispatcher, id => new DispatchCase(id, Handler.Seat))
            .Do(tale.Case.ChangedAt + Duration.FromDays(8), Handler, id => new MoveCase(id, "sign-in"))
            .Do(tale.Case.ChangedAt, Handler, id => new MoveCase(id, "finish", "done"))
            .Do(tale.Case.ChangedAt, Verifier, id => new MoveCase(id, "pass"))
            .Do(tale.Case.ChangedAt, CaseActor.Clock, id => new PassDeadline(id))
            .Do(tale.Case.ChangedAt, Dispatcher, id => new MoveCase(id, "reopen", "not done"))
            .Do(tale.Case.ChangedAt, CaseActor.Clock, id => new PassDeadline(id));
        return tale;
    }

    // Of two clocks that the same states start, pause and stop, one goes on where it stood and the other starts anew.
    private static Tale ClocksComeBack()
    {
        ClockDefinition Clock(string code, int days, ClockReentry reentry) => new()
        {
            Code = code, Label = Text(code), Limit = new TimeLimit(days, LimitUnit.WorkingDays), Policy = CountingPolicy.CivilCode, Reentry = reentry,
            Starts = ["doing"], Pauses = ["waiting"], Stops = ["checking"],
        };
        var definition = new LifecycleBuilder("clocks", 1, Text("Clocks"), "doing")
            .Configure("doing", Text("Doing"), s => s.ResponsibleIs("grid-worker").Permit("wait", "waiting", "grid-worker").Permit("check", "checking", "grid-worker").Permit("close", "closed", "grid-worker").OnEntry("at-work"))
            .Configure("waiting", Text("Waiting"), s => s.ResponsibleIs("grid-worker").Permit("do", "doing", "grid-worker").Permit("close", "closed", "grid-worker"))
            .Configure("checking", Text("Checking"), s => s.ResponsibleIs("village-head").Permit("do", "doing", "village-head").Permit("rest", "resting", "village-head"))
            .Configure("resting", Text("Resting"), s => s.ResponsibleIs("village-head").Permit("do", "doing", "village-head"))
            .Configure("closed", Text("Closed"), s => s.Final()
                .Add(new TransitionDefinition { From = "closed", Trigger = "wait", To = "waiting", By = ["dispatcher"], Within = new TimeLimit(2, LimitUnit.CalendarDays) })
                .Add(new TransitionDefinition { From = "closed", Trigger = "do", To = "doing", By = ["dispatcher"], Within = Day })
                .Add(new TransitionDefinition { From = "closed", Trigger = "check", To = "checking", By = ["dispatcher"], Within = Day }))
            .Clock(Clock("goes-on", 3, ClockReentry.Continue))
            .Clock(Clock("anew", 2, ClockReentry.Restart))
            .Clock(Clock("whole", 9, ClockReentry.Continue) with { Pauses = [], Stops = [] })
            .Escalate("village-head", Day)
            .Build();
        var engine = new CaseEngine(Model(lifecycles: new LifecycleCatalogue([SmallCounty.Compile(definition)])));
        return Report(new Tale(engine), "01-05 09:00", tier: "clocks")
            .Do("01-05 10:00", GridWorker, id => new MoveCase(id, "wait"))
            .Do("01-12 10:00", GridWorker, id => new MoveCase(id, "do"))
            .Do("01-12 11:00", GridWorker, id => new MoveCase(id, "check"))
            .Do("01-12 14:00", VillageHead, id => new MoveCase(id, "do"))
            .Do("01-12 15:00", GridWorker, id => new MoveCase(id, "wait"))
            .Do("01-12 15:30", GridWorker, id => new MoveCase(id, "close"))
            .Do("01-13 09:00", Dispatcher, id => new MoveCase(id, "wait"))
            .Do("01-13 10:00", GridWorker, id => new MoveCase(id, "do"))
            .Do("01-13 11:00", GridWorker, id => new MoveCase(id, "close"))
            .Do("01-13 11:30", Dispatcher, id => new MoveCase(id, "do"))
            .Do("01-13 12:00", GridWorker, id => new MoveCase(id, "close"))
            .Do("01-13 14:00", Dispatcher, id => new MoveCase(id, "check"))
            .Do("01-13 14:30", VillageHead, id => new MoveCase(id, "rest"))
            .Do("01-13 15:00", VillageHead, id => new MoveCase(id, "do"))
            .Do("01-19 09:00", GridWorker, id => new MoveCase(id, "wait"))
            .Do("01-21 09:00", GridWorker, id => new MoveCase(id, "close"))
            .Do("01-24 09:00", Dispatcher, id => new MoveCase(id, "wait"))
            .Do("01-22 09:00", Dispatcher, id => new MoveCase(id, "do"));
    }

    private static Tale Denied()
    {
        var elsewhere = new Seat("department-handler", "no-such");
        var ghost = new Seat("ghost", "511921");
        var tale = Report(new Tale(Daily), "01-05 09:00", "hotline-12345")
            .Do("01-05 08:59", GridWorker, id => new MoveCase(id, "verify"))
            .Do("01-05 09:01", GridWorker, id => new MoveCase(id, "verify"))
            .Do("01-05 09:01", GridWorker, id => new MoveCase(id, "vanish"))
            .Do("01-05 09:01", OtherGridWorker, id => new MoveCase(id, "accept"))
            .Do("01-05 09:01", VillageHead, id => new MoveCase(id, "accept"))
            .Do("01-05 09:01", new CaseActor(ghost), id => new MoveCase(id, "accept"))
            .Do("01-05 09:01", new CaseActor(default), id => new MoveCase(id, "accept"))
            .Do("01-05 09:01", GridWorker, id => new DispatchCase(id, GridWorker.Seat, Trigger: "raise-alarm"))
            .Do("01-05 09:01", GridWorker, id => new DispatchCase(id, GridWorker.Seat, Trigger: "raise-alarm", Note: "fire"))
            .Do("01-05 09:01", GridWorker, id => new MoveCase(id, "merge"))
            .Do("01-05 09:01", GridWorker, id => new ReportCase(id, "again", "daily", "rubbish", Cell, "petition"))
            .Do("01-05 09:01", Dispatcher, id => new PassDeadline(id))
            .Do("01-05 09:02", GridWorker, id => new MoveCase(id, "verify", "seen"))
            .Do("01-05 09:03", Dispatcher, id => new MoveCase(id, "accept"));
        tale.Do("01-05 09:04", Dispatcher, id => new MoveCase(id, "dispatch"))
            .Do("01-05 09:04", OtherGridWorker, id => new DispatchCase(id, ghost) { Assisting = [default, elsewhere, OtherGridWorker.Seat] })
            .Do("01-05 09:04", Dispatcher, id => new DispatchCase(id, Handler.Seat) { Assisting = [GridWorker.Seat, GridWorker.Seat, Handler.Seat] })
            .Do("01-05 09:04", Dispatcher, id => new MergeCase(id, tale.Case!, "refer"))
            .Do("01-05 09:05", Dispatcher, id => new DispatchCase(id, Handler.Seat))
            .Do("01-05 09:06", Handler, id => new MoveCase(id, "return"))
            .Do("01-05 09:06", VillageHead, id => new ExtendDeadline(id, "handling", Day, " "))
            .Do("01-05 09:06", GridWorker, id => new ExtendDeadline(id, "intake", default, "so"))
            .Do("01-05 09:06", Head, id => new ExtendDeadline(id, "handling", new TimeLimit(36_525, LimitUnit.WorkingDays), "long"))
            .Do("01-05 09:07", Handler, id => new MoveCase(id, "sign-in"))
            .Do("01-05 09:08", Handler, id => new MoveCase(id, "finish", "done"))
            .Do("01-05 09:09", Handler, id => new MoveCase(id, "pass"))
            .Do("01-05 09:09", Handler, id => new EvaluateCase(id, (EvaluationParty)9, 0))
            .Do("01-05 09:09", GridWorker, id => new EvaluateCase(id, EvaluationParty.Department, 6))
            .Do("01-05 09:10", Verifier, id => new MoveCase(id, "pass"))
            .Do("01-05 09:11", Dispatcher, id => new MoveCase(id, "accept"))
            .Do("01-05 09:11", GridWorker, id => new EvaluateCase(id, EvaluationParty.Department, 5))
            .Do("01-05 09:11", Head, id => new EvaluateCase(id, EvaluationParty.Department, 5))
            .Do("01-05 09:11", Handler, id => new EvaluateCase(id, EvaluationParty.GridWorker, 5))
            .Do("01-05 09:11", Head, id => new EvaluateCase(id, EvaluationParty.GridWorker, 5))
            .Do("01-05 09:11", OtherGridWorker, id => new EvaluateCase(id, EvaluationParty.GridWorker, 5))
            .Do("01-05 09:11", Handler, id => new EvaluateCase(id, EvaluationParty.Resident, 5))
            .Do("01-05 09:11", new CaseActor(ghost), id => new EvaluateCase(id, EvaluationParty.Resident, 5))
            .Do("01-05 09:11", VillageHead, id => new EvaluateCase(id, EvaluationParty.GridWorker, 5))
            .Do("01-05 09:12", GridWorker, id => new EvaluateCase(id, EvaluationParty.GridWorker, 5))
            .Do("01-13 09:00", Dispatcher, id => new MoveCase(id, "reopen", "late"));
        return tale;
    }

    private static Tale OnRecord()
    {
        RecordOnCase Of(string id, CaseRecordKind kind, CaseRecordGround ground = CaseRecordGround.Other, string note = "note", Seat? target = null, string? reference = null) => new(id, kind, ground, note, target, reference);
        var tale = Report(new Tale(Daily), "01-05 09:00")
            .Do("01-05 09:01", GridWorker, id => Of(id, CaseRecordKind.StageReport))
            .Do("01-05 09:01", GridWorker, id => Of(id, CaseRecordKind.Evidence))
            .Do("01-05 09:01", GridWorker, id => Of(id, CaseRecordKind.Evidence, reference: "sha256:0"))
            .Do("01-05 09:01", OtherGridWorker, id => Of(id, CaseRecordKind.Duplicate, reference: "x"))
            .Do("01-05 09:01", new CaseActor(new Seat("ghost", "511921")), id => Of(id, CaseRecordKind.Split, note: " "))
            .Do("01-05 09:02", Dispatcher, id => new MoveCase(id, "accept"))
            .Do("01-05 09:03", GridWorker, id => new AssignSubtask(id, "part", GridWorker.Seat, Day))
            .Do("01-05 09:04", Dispatcher, id => new DispatchCase(id, Handler.Seat))
            .Do("01-05 09:05", Dispatcher, id => Of(id, CaseRecordKind.Urging))
            .Do("01-05 09:05", Head, id => Of(id, CaseRecordKind.Urging))
            .Do("01-05 09:05", Head, id => Of(id, CaseRecordKind.Supervision, CaseRecordGround.Timeout))
            .Do("01-05 09:05", CountyCommander, id => Of(id, CaseRecordKind.Supervision, CaseRecordGround.Leader))
            .Do("01-05 09:05", Head, id => Of(id, CaseRecordKind.Notice))
            .Do("01-05 09:05", Handler, id => Of(id, CaseRecordKind.Accountability, CaseRecordGround.OverdueAndPassive, target: Head.Seat))
            .Do("01-05 09:05", Head, id => Of(id, CaseRecordKind.Notice, CaseRecordGround.Importance, target: Handler.Seat))
            .Do("01-05 09:05", Handler, id => new AssignSubtask(id, "part", GridWorker.Seat, Day))
            .Do("01-05 09:06", Dispatcher, id => new AssignSubtask(id, "part", OtherGridWorker.Seat, new TimeLimit(0, LimitUnit.WorkingDays)))
            .Do("01-05 09:06", Head, id => new AssignSubtask(id, "other", VillageHead.Seat, new TimeLimit(3, LimitUnit.CalendarDays), CountingPolicy.Petition))
            .Do("01-05 09:06", Handler, id => new AssignSubtask(id, "beyond", VillageHead.Seat, new TimeLimit(500, LimitUnit.WorkingDays)))
            .Do("01-05 09:07", VillageHead, id => new FinishSubtask(id, "part", ""))
            .Do("01-05 09:07", VillageHead, id => new FinishSubtask(id, "none", "done"))
            .Do("01-06 09:07", GridWorker, id => new FinishSubtask(id, "part", "done"))
            .Do("01-06 09:08", GridWorker, id => new FinishSubtask(id, "part", "done"));
        var team = new CommandTeam("team", [new(CommandTeamRole.Adviser, VillageHead.Seat), new(CommandTeamRole.Commander, TownshipCommander.Seat), new(CommandTeamRole.Member, GridWorker.Seat)]);
        tale.Do("01-06 09:10", VillageHead, id => new AttachTeam(id, team, ""))
            .Do("01-06 09:10", Head, id => new AttachTeam(id, team with { Members = [new(CommandTeamRole.Commander, OtherGridWorker.Seat), new(CommandTeamRole.Commander, OtherGridWorker.Seat), new(CommandTeamRole.Member, default)] }, "why"))
            .Do("01-06 09:10", Head, id => new AttachTeam(id, team with { Members = [new(CommandTeamRole.Member, GridWorker.Seat)] }, "why"))
            .Do("01-06 09:10", TownshipCommander, id => new AttachTeam(id, team, "why"))
            .Do("01-06 09:11", OtherGridWorker, id => new SizeCase(id, CaseSize.Large, " "))
            .Do("01-06 09:11", new CaseActor(new Seat("ghost", "511921")), id => new SizeCase(id, CaseSize.Large, "why"))
            .Do("01-06 09:11", GridWorker, id => new SizeCase(id, CaseSize.Large, "why"))
            .Do("01-08 09:00", Head, id => Of(id, CaseRecordKind.Accountability, CaseRecordGround.UnresolvedWithinAuthority, target: Handler.Seat))
            .Do("01-08 09:00", Head, id => Of(id, CaseRecordKind.Accountability, CaseRecordGround.OverdueAndPassive, target: Handler.Seat))
            .Do("01-08 09:00", CountyCommander, id => Of(id, CaseRecordKind.Accountability, CaseRecordGround.OverdueAndPassive, target: Head.Seat))
            .Do("01-08 09:01", TownshipCommander, id => new MoveCase(id, "force-close", "moved"))
            .Do("01-08 09:02", Head, id => Of(id, CaseRecordKind.Urging))
            .Do("01-08 09:02", Handler, id => Of(id, CaseRecordKind.StageReport))
            .Do("01-08 09:02", Head, id => Of(id, CaseRecordKind.Supervision, CaseRecordGround.Timeout))
            .Do("01-08 09:02", Head, id => Of(id, CaseRecordKind.Accountability, CaseRecordGround.UnresolvedWithinAuthority, target: Handler.Seat))
            .Do("01-08 09:02", GridWorker, id => Of(id, CaseRecordKind.Evidence, reference: "sha256:1"))
            .Do("01-08 09:02", Handler, id => new AssignSubtask(id, "late", GridWorker.Seat, Day))
            .Do("01-08 09:02", TownshipCommander, id => new AttachTeam(id, team, "why"))
            .Do("01-08 09:02", Head, id => new ExtendDeadline(id, "handling", Day, "why"));
        return tale;
    }

    private static Tale Returned() => Report(new Tale(Daily), "01-05 09:00")
        .Do("01-05 09:01", Dispatcher, id => new MoveCase(id, "accept"))
        .Do("01-05 09:02", Dispatcher, id => new DispatchCase(id, Handler.Seat) { Assisting = [VillageHead.Seat] })
        .Do("01-05 09:03", Handler, id => new MoveCase(id, "return", "not ours"))
        .Do("01-05 09:04", Dispatcher, id => new DispatchCase(id, VillageHead.Seat))
        .Do("01-05 09:05", VillageHead, id => new MoveCase(id, "return", "not ours"))
        .Do("01-05 09:05", Dispatcher, id => new DispatchCase(id, Handler.Seat, "dispatch"))
        .Do("01-05 09:06", Handler, id => new MoveCase(id, "sign-in"))
        .Do("01-05 09:07", Handler, id => new MoveCase(id, "finish", "done"))
        .Do("01-05 09:08", Verifier, id => new MoveCase(id, "fail"))
        .Do("01-05 09:08", Verifier, id => new MoveCase(id, "fail", "still there"))
        .Do("01-05 09:09", Handler, id => new MoveCase(id, "finish", "done now"))
        .Do("01-05 09:10", Verifier, id => new MoveCase(id, "pass"));

    private static Tale Vacant()
    {
        var roster = RosterOf(GridWorker.Seat, Dispatcher.Seat, TownshipCommander.Seat, Head.Seat);
        var engine = new CaseEngine(Model(roster: roster, lifecycles: new LifecycleCatalogue([SmallCounty.Compile(LifecyclePresets.Daily)])));
        var tale = Report(new Tale(engine), "01-05 09:00")
            .Do("01-05 09:01", Dispatcher, id => new MoveCase(id, "accept"))
            .Do("01-05 09:02", Dispatcher, id => new DispatchCase(id, Handler.Seat) { Assisting = [VillageHead.Seat, CountyCommander.Seat] })
            .Do("01-05 09:03", Dispatcher, id => new DispatchCase(id, Head.Seat));
        tale.Do(tale.Case!.NextDeadline!.Value + Tick, CaseActor.Clock, id => new PassDeadline(id));
        tale.Do(tale.Case.NextDeadline!.Value + Tick, CaseActor.Clock, id => new PassDeadline(id));
        return tale.Do(tale.Case.NextDeadline!.Value + Tick, CaseActor.Clock, id => new PassDeadline(id));
    }

    private static Tale NotTakenIn()
    {
        var tale = new Tale(Daily);
        var village = GridCode.Parse("511921100201");
        tale.Do("01-05 09:00", new CaseActor(new Seat("ghost", "511921")), id => new ReportCase(id, "c", "none", "nothing", GridCode.Parse("511921100201001009"), "video"))
            .Do("01-05 09:00", GridWorker, id => new ReportCase(id, "c", "daily", "rubbish", village, "video") { Subject = new CaseSubject(CaseSubjectKind.Person, " ") })
            .Do("12-31 16:00", GridWorker, id => new ReportCase(id, "c", "daily", "rubbish", Cell, "video"))
            .Do("01-05 09:00", GridWorker, id => new ReportCase(id, "c", "daily", "rubbish", Cell, "video") { Subject = new CaseSubject(CaseSubjectKind.Facility, "lamp-1") { Departments = new("a", "b", "c") }, TierReason = "unasked" });
        return tale;
    }

    private static Tale Report(Tale tale, string at, string channel = "grid-worker-terminal", string tier = "daily") =>
        tale.Do(at, GridWorker, id => new ReportCase(id, "case-1", tier, "rubbish", Cell, channel));

    private static LocalizedText Text(string text) => new(text, text);
}
