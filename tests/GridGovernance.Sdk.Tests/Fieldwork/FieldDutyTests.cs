using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class FieldDutyTests
{
    private static readonly FieldDuty Patrol = FieldDutyPresets.DailyPatrol(Cells[0], Day);
    private static readonly FieldDuty Inspection = FieldDutyPresets.KeyPlaceInspection(Cells[0], "mine-1", Day);
    private static readonly FieldDuty Meeting = FieldDutyPresets.WeeklyMeeting(Cells[0], Day);

    private static readonly FieldDutyPlan Plan = PlanOf(Patrol, Inspection, Meeting);

    [Fact]
    public void Compile_AFaultyPlan_NamesEverything()
    {
        FieldDuty[] duties =
        [
            Patrol with { Every = new TimeLimit(2, LimitUnit.WorkingDays) }, Patrol with { Times = 0 }, Inspection with { Finds = [] }, Meeting with { Finds = [FindingKind.Risk], Place = GridCode.Parse("9"), Minutes = -1 },
        ];
        Assert.Null(FieldDutyPlan.Compile(new FieldDutyPlanDefinition { Code = "plan", Duties = EquatableArray.Create<FieldDuty>(duties) }, Map, out var report));
        Assert.Equal(
            [
                ("fieldwork.code-twice", "/duties/1/code"), ("fieldwork.no-interval", "/duties/0/every"), ("fieldwork.duty-amount", "/duties/1/times"), ("fieldwork.inspection-finds", "/duties/2/finds"),
                ("fieldwork.duty-amount", "/duties/3/times"), ("fieldwork.inspection-finds", "/duties/3/finds"), ("fieldwork.unknown-place", "/duties/3/place"),
            ],
            report.Select(static finding => (finding.Code, finding.Place.Path!)));
        Assert.NotNull(FieldDutyPlan.Compile(new FieldDutyPlanDefinition { Code = "plan", Duties = [Meeting with { Place = GridCode.Parse("9") }] }, null, out _));
    }

    [Fact]
    public void Decide_TakesWhatWasDone_AndRefusesWhatCannotBe()
    {
        var ledger = FieldDutyLedger.Replay(Plan, []);
        var done = new FieldDutyDone("key-place-mine-1", Day, Worker, 20) { Findings = [new FieldFinding(FindingKind.HiddenDanger, "fire", "daily")] };

        Assert.Equal([done], ledger.Decide(done, Full, Monday).EnsureAccepted());
        Assert.Equal(["fieldwork.unknown-duty"], Codes(ledger.Decide(done with { Duty = "x" }, Full, Monday)));
        Assert.Equal(["fieldwork.not-your-grid"], Codes(ledger.Decide(done with { By = OtherWorker }, Full, Monday)));
        Assert.Equal(["fieldwork.finding-outside-duty"], Codes(ledger.Decide(done with { Findings = [new FieldFinding(FindingKind.Contradiction, "fire", "daily")] }, Full, Monday)));
        Assert.All([done with { On = Day.PlusDays(-1) }, done with { On = Day.PlusDays(1) }, done with { Minutes = -1 }, done with { People = -1 }], one => Assert.Equal(["fieldwork.duty-not-done-so"], Codes(ledger.Decide(one, Full, Monday))));
        Assert.Throws<ArgumentException>(() => FieldDutyLedger.Replay(Plan, [done with { Duty = "x" }]));
        Assert.Throws<ArgumentException>(() => FieldDutyLedger.Replay(Plan, [done with { On = Day.PlusDays(-1) }]));
    }

    [Fact]
    public void Compliance_CountsTimesAndMinutes()
    {
        FieldDutyDone Done(string duty, int day, int minutes = 0) => new(duty, Day.PlusDays(day), Worker, minutes);
        var ledger = FieldDutyLedger.Replay(Plan, [Done("daily-patrol", 0, 60), Done("daily-patrol", 1, 30), Done("daily-patrol", 1, 30), Done("daily-patrol", 2, 59), Done("weekly-meeting", 3)]);
        var compliance = ledger.ComplianceOf(Day, Day.PlusDays(6));

        Assert.Equal([(7, 2), (0, 0), (1, 1)], compliance.Select(static one => (one.Cycles.Count, one.Kept)));
        Assert.Equal(5, compliance[0].Broken);
        Assert.Equal(new FieldDutyCycleState(Day.PlusDays(2), Day.PlusDays(2), 1, 1, 60, 59), compliance[0].Cycles[2]);
        Assert.Equal([0, 1], ledger.DueOn(Day.PlusDays(6)).Select(static one => one.Duty));
        Assert.Equal([1], ledger.DueOn(Day).Select(static one => one.Duty));
        Assert.Empty(ledger.DueOn(Day.PlusDays(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.ComplianceOf(Day, Day.PlusDays(-1)));
    }

    // The naive model: a day belongs to the cycle whose first day was counted off one by one.
    [Property(MaxTest = 200, Arbitrary = [typeof(FieldDutyTests)])]
    public void Compliance_OfAnyLedger_IsARecount((int Every, int Times, int Minutes, (int Day, int Minutes)[] Done) history)
    {
        var plan = PlanOf(Patrol with { Every = new TimeLimit(history.Every, LimitUnit.CalendarDays), Times = history.Times, Minutes = history.Minutes });
        var ledger = FieldDutyLedger.Replay(plan, history.Done.Select(static one => new FieldDutyDone("daily-patrol", Day.PlusDays(one.Day), Worker, one.Minutes)));
        var compliance = ledger.ComplianceOf(Day.PlusDays(5), Day.PlusDays(40))[0];
        var (kept, cycles) = (0, 0);
        for (var first = 0; first <= 40; first += history.Every)
        {
            var (last, within) = (first + history.Every - 1, history.Done.Where(one => one.Day >= first && one.Day < first + history.Every).ToArray());
            if (last >= 5 && last <= 40)
            {
                cycles++;
                kept += within.Length >= history.Times && within.Sum(static one => one.Minutes) >= history.Minutes ? 1 : 0;
            }
        }

        Assert.Equal((cycles, kept), (compliance.Cycles.Count, compliance.Kept));
    }

    public static Arbitrary<(int, int, int, (int, int)[])> Histories() => Arb.From(
        from every in Gen.Choose(1, 15) from times in Gen.Choose(1, 3) from minutes in Gen.Choose(0, 90)
        from done in (from day in Gen.Choose(0, 45) from length in Gen.Choose(0, 60) select (day, length)).ListOf()
        select (every, times, minutes, done.Take(40).ToArray()));

    [Fact]
    public void Shifts_OfThreeCrews_CoverTheDayInTurns()
    {
        var plan = ShiftsOf(Three);
        Assert.Equal(["a", "b", "a"], plan.TurnsOn(Day).Select(static turn => turn.Crew));
        Assert.Equal(["b", "a", "b"], plan.TurnsOn(Day.PlusDays(1)).Select(static turn => turn.Crew));
        Assert.Equal([("night", "b")], plan.TurnsOn(Day.PlusDays(-1)).Select(static turn => (turn.Shift, turn.Crew)));
        Assert.Empty(plan.TurnsOn(Day.PlusDays(-2)));
        var night = plan.OnDuty(Day.PlusDays(1).At(new LocalTime(3, 0)))!.Value;
        Assert.Equal(("night", "a", Day.At(new LocalTime(22, 0))), (night.Shift, night.Crew, night.From));
        Assert.Equal("early", plan.OnDuty(Day.At(new LocalTime(6, 0)))!.Value.Shift);
        Assert.Equal("night", plan.OnDuty(Day.At(new LocalTime(5, 59)))!.Value.Shift);
        Assert.Null(ShiftsOf(Three with { RoundTheClock = false }).OnDuty(Day.At(new LocalTime(5, 59))));
    }

    [Fact]
    public void Shifts_OfTwoAtOnce_AreAllOnDuty()
    {
        var pairs = ShiftsOf(Three with { RoundTheClock = false, Shifts = [new ShiftDefinition("desk", 480, 480), new ShiftDefinition("round", 480, 240)], Crews = ["a", "b", "c"] });

        Assert.Equal(["a", "b"], pairs.AllOnDuty(Day.At(new LocalTime(9, 0))).Select(static turn => turn.Crew));
        Assert.Equal("desk", pairs.OnDuty(Day.At(new LocalTime(9, 0)))!.Value.Shift);
        Assert.Equal(["a"], pairs.AllOnDuty(Day.At(new LocalTime(14, 0))).Select(static turn => turn.Crew));
    }

    [Fact]
    public void Decide_ARetry_IsNoSecondTime_AndADayHas1440Minutes()
    {
        var plan = PlanOf(FieldDutyPresets.DailyPatrol(Cells[0], Day));
        var done = new FieldDutyDone("daily-patrol", Day, Worker, 60);
        var ledger = FieldDutyLedger.Replay(plan, [done]);

        Assert.Empty(ledger.Decide(done, Full, Monday).EnsureAccepted());
        Assert.Single(ledger.Decide(done with { Minutes = 1440 }, Full, Monday).EnsureAccepted());
        Assert.Equal(["fieldwork.duty-not-done-so"], Codes(ledger.Decide(done with { Minutes = 1441 }, Full, Monday)));
    }

    [Fact]
    public void KeyPlaces_OfAnyId_HaveACode()
    {
        var duties = new[] { "mine-1", "学校", "KP_01" }.Select(static place => FieldDutyPresets.KeyPlaceInspection(Cells[0], place, Day)).ToArray();

        Assert.Equal("key-place-mine-1", duties[0].Code);
        Assert.Equal(["mine-1", "学校", "KP_01"], PlanOf(duties).Duties.Select(static duty => duty.KeyPlace));
    }

    [Fact]
    public void Shifts_WithGapsOrOverlaps_AreNamedInMinutes()
    {
        ShiftPlan.Compile(Three with { Shifts = [Three.Shifts[0], Three.Shifts[1] with { StartMinute = 850 }, Three.Shifts[2]] }, out var report);
        Assert.Equal([("fieldwork.shift-gap", 10m), ("fieldwork.shift-overlap", 10m)], report.Select(static finding => (finding.Code, finding.Measure!.Value)));
        Assert.Empty(Faults(Three with { Shifts = [Three.Shifts[0]], RoundTheClock = false }));
        Assert.Equal(["fieldwork.shift-gap"], Faults(Three with { Shifts = [Three.Shifts[0]] }));
        Assert.Empty(Faults(Three with { Shifts = [new ShiftDefinition("day", 480, 1440)] }));
        Assert.Equal(["fieldwork.shift-broken", "fieldwork.crews-broken"], Faults(Three with { Shifts = [Three.Shifts[0], Three.Shifts[0] with { Code = "x", StartMinute = 1 }], Crews = ["a", "a"] }));
        Assert.All([new ShiftDefinition("x", -1, 5), new ShiftDefinition("x", 1440, 5), new ShiftDefinition("x", 0, 0), new ShiftDefinition("x", 0, 1441)], shift => Assert.Equal(["fieldwork.shift-broken"], Faults(Three with { Shifts = [shift] })));
        Assert.Equal(["fieldwork.crews-broken"], Faults(Three with { Crews = [] }));
        Assert.Equal(["fieldwork.crews-broken"], Faults(Three with { Crews = ["a", " "] }));
        Assert.Equal(["fieldwork.crews-broken"], Faults(Three with { Shifts = [] }));

        static string[] Faults(ShiftPlanDefinition definition)
        {
            Assert.Equal(ShiftPlan.Compile(definition, out var report) is null, report.HasErrors);
            return Codes(report);
        }
    }

    [Fact]
    public void Unmanned_NamesTheTurnsWithoutASignIn()
    {
        var plan = ShiftsOf(Three);
        var signIns = new[] { ("a", Day.At(new LocalTime(5, 50))), ("b", Day.At(new LocalTime(14, 11))), ("b", Day.At(new LocalTime(22, 0))) };

        Assert.Equal(["late", "night"], plan.Unmanned(Day, Day, signIns, 10).Select(static turn => turn.Shift));
        Assert.Equal(["night"], plan.Unmanned(Day, Day, signIns, 11).Select(static turn => turn.Shift));
        Assert.Equal(4, plan.Unmanned(Day, Day.PlusDays(1), signIns, 11).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Unmanned(Day, Day.PlusDays(-1), signIns, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Unmanned(Day, Day, signIns, -1));
    }

    [Property(MaxTest = 100)]
    public void OnDuty_RoundTheClock_IsExactlyOneCrewAtEveryMinute(ushort minute, byte day)
    {
        var plan = ShiftsOf(Three);
        var at = Day.PlusDays(1 + day).AtMidnight().PlusMinutes(minute % 1440);
        var turns = Enumerable.Range(-1, 3).SelectMany(offset => plan.TurnsOn(at.Date.PlusDays(offset))).Where(turn => turn.From <= at && at < turn.To);

        Assert.Equal(plan.OnDuty(at), Assert.Single(turns));
    }

    // S3-26: 16,000 vehicles, 40,000 people, 1,010 found, by points that are manned round the clock.
    [Fact]
    public void Checkpoints_OfXCounty_CountVehiclesAndPeopleApart()
    {
        var entries = Enumerable.Range(0, 40).SelectMany(static day => Enumerable.Range(0, 4).Select(point => new CheckpointEntry($"point-{point}", Day.PlusDays(day), 100, 250, day < 10 && point < 2 ? 50 : day == 11 && point == 0 ? 10 : 0)));

        Assert.Equal(new CheckpointTally(16_000, 40_000, 1_010), CheckpointTally.Of(entries));
        Assert.Equal(default, CheckpointTally.Of([]));
        Assert.Throws<OverflowException>(() => CheckpointTally.Of([new("p", Day, long.MaxValue, 0), new("p", Day, 1, 0)]));
    }

    [Fact]
    public void Watch_OneToOne_NamesWhoIsUnwatchedOrWatchedTwice()
    {
        WatchAssignment[] watches = [new("s1", "w1", Day), new("s2", "w1", Day), new("s2", "w2", Day, Day.PlusDays(1)), new("s3", "w3", Day.PlusDays(1))];

        Assert.Equal(["s2", "s3", "w1"], WatchAssignment.Audit(watches, ["s1", "s2", "s3"], Day).Select(static finding => finding.Place.Subject));
        Assert.Equal(["s2", "w1"], WatchAssignment.Audit(watches, ["s1", "s2", "s3"], Day.PlusDays(1)).Select(static finding => finding.Place.Subject));
        Assert.Equal(["fieldwork.watches-several"], Codes(WatchAssignment.Audit(watches, ["s1", "s2", "s3"], Day.PlusDays(2))));
        Assert.Equal(["fieldwork.watches-oneself"], Codes(WatchAssignment.Audit([new("s1", "s1", Day)], ["s1"], Day)));
        Assert.Empty(WatchAssignment.Audit([new("s1", "w1", Day), new("s2", "w2", Day)], ["s1", "s2"], Day));
    }

    private static ShiftPlanDefinition Three => new()
    {
        Code = "three", From = Day, RoundTheClock = true, Crews = ["a", "b"],
        Shifts = [new ShiftDefinition("early", 360, 480), new ShiftDefinition("late", 840, 480), new ShiftDefinition("night", 1320, 480)],
    };

    private static ShiftPlan ShiftsOf(ShiftPlanDefinition definition)
    {
        var plan = ShiftPlan.Compile(definition, out var report);
        report.EnsureNoErrors();
        return plan!;
    }

    private static FieldDutyPlan PlanOf(params FieldDuty[] duties)
    {
        var plan = FieldDutyPlan.Compile(new FieldDutyPlanDefinition { Code = "plan", Duties = EquatableArray.Create<FieldDuty>(duties) }, Map, out var report);
        report.EnsureNoErrors();
        return plan!;
    }
}
