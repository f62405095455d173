using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using SmallCounty = GridGovernance.Sdk.Tests.Staffing.SmallCounty;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;
using static GridGovernance.Sdk.Tests.Fieldwork.VisitDesk;

namespace GridGovernance.Sdk.Tests.Fieldwork;

/// <summary>What becomes of a duty in its course: other rules, ends, moves, returns, several duties at once, and who stands in.</summary>
public sealed class VisitCourseTests
{
    [Fact]
    public void Reclassify_MakesNoVisitVanishOrComeLater()
    {
        var high = VisitPresets.MentalIllnessCommon.Rules[0] with { Category = "one", Risks = ["high"], GraceDays = 7 };
        var low = VisitPresets.MentalIllnessCommon.Rules[1] with { Category = "one", Risks = ["low"] };
        var engine = new VisitEngine(Full, PolicyOf(new VisitPolicyDefinition
        {
            Code = "p", Categories = [new VisitCategory { Code = "one", Name = new LocalizedText("One", "一"), Risks = ["high", "low"] }], Rules = [high, low],
        }));
        var file = VisitFile.Replay(engine.Decide(null, new EnrolSubject(new VisitSubject("s", "one", Cells[0], Day, "high")), Worker, Monday).EnsureAccepted());
        VisitFile To(VisitFile current, string risk, int day) => engine.Decide(current, new ReclassifySubject("one", risk), Worker, AtDay(day)).EnsureAccepted().Aggregate(current, VisitFile.Apply);

        // Due on day 13: in grace on day 16, and still owed, late or missed, under the other rule.
        var lower = To(file, "low", 16);
        Assert.Equal((VisitState.Grace, Day.PlusDays(13), Day.PlusDays(20)), (lower.StateOn(Day.PlusDays(16)), lower.DueOn, lower.GraceEndsOn));
        Assert.Equal([Day.PlusDays(13)], lower.MissedBy(Day.PlusDays(21)));
        var made = engine.Decide(lower, new RecordVisit(), Worker, AtDay(17)).EnsureAccepted().Aggregate(lower, VisitFile.Apply);
        Assert.Equal((new VisitSettlement(Day.PlusDays(13), Day.PlusDays(17)), Day.PlusDays(27), 0), (made.Settled[0], made.DueOn, made.MissedBy(Day.PlusDays(27)).Count()));

        // To and fro every ten days: the visit stays due when it was.
        var toAndFro = Enumerable.Range(1, 30).Aggregate(file, (one, i) => To(one, i % 2 == 1 ? "low" : "high", i * 10));
        Assert.Equal(Day.PlusDays(13), toAndFro.MissedBy(Day.PlusDays(300)).First());
        Assert.True(toAndFro.MissedBy(Day.PlusDays(300)).Count() >= 9);
    }

    [Fact]
    public void Reclassify_TheTermOfTheRule_ComesAndGoesWithTheCategory()
    {
        var mental = VisitPresets.MentalIllnessDucheng;
        var released = VisitPresets.ReleasedPrisoners;
        var engine = new VisitEngine(Full, PolicyOf(mental with { Categories = [.. mental.Categories, .. released.Categories], Rules = [.. mental.Rules, .. released.Rules] }));
        VisitFile Enrolled(string category, string? risk) => VisitFile.Replay(engine.Decide(null, new EnrolSubject(new VisitSubject("s", category, Cells[0], Day, risk)), Worker, Monday).EnsureAccepted());
        VisitFile To(VisitFile file, string category, string? risk) => engine.Decide(file, new ReclassifySubject(category, risk), Worker, AtDay(100)).EnsureAccepted().Aggregate(file, VisitFile.Apply);

        Assert.Null(To(Enrolled("released", null), "mental-illness", "level-1").Subject.To);
        Assert.Equal(Day.PlusDays(100).PlusYears(5).PlusDays(-1), To(Enrolled("mental-illness", "level-1"), "released", null).Subject.To);
    }

    [Fact]
    public void AnEndInsideAPeriod_OwesTheVisitByTheEnd()
    {
        var files = Enumerable.Range(0, 10).Select(i => VisitFile.Replay(Engine.Decide(null, new EnrolSubject(Subject("level-1", $"s{i}") with { To = Day.PlusDays(9) }), Worker, Monday).EnsureAccepted()))
            .Select((file, i) => i < 5 ? Apply(file, new RecordVisit(), 3) : file).ToArray();
        var coverage = VisitCoverage.Of(files, Day, Day.PlusDays(9), Day.PlusDays(20));

        Assert.Equal((10, 5, 5, 0, 5), (coverage.Owed, coverage.InTime, coverage.Missed, coverage.Lifted, coverage.Unvisited.Count));
        Assert.Equal((5, 5), (coverage.HouseholdTimes, coverage.PersonTimes));
        Assert.Equal((Day.PlusDays(9), VisitState.Due, VisitState.Ended), (files[9].DueOn, files[9].StateOn(Day.PlusDays(9)), files[9].StateOn(Day.PlusDays(10))));
        Assert.Equal(coverage with { Missed = 0, Open = 5 }, VisitCoverage.Of(files, Day, Day.PlusDays(9), Day.PlusDays(9)));
    }

    [Fact]
    public void Enrol_WithAnOldFirstDay_OwesNothingThatWasOverBefore()
    {
        var file = File(from: Day.PlusDays(-400));

        Assert.Empty(file.MissedBy(Day));
        Assert.True(file.OpensOn <= Day && file.DueOn >= Day);
        Assert.Equal(0, VisitCoverage.Of([file], Day.PlusDays(-400), Day.PlusDays(-40), Day).Owed);
    }

    [Fact]
    public void Move_KeepsWhatIsOwed_AndWhoeverTakesTheSubjectInMayGiveIt()
    {
        var file = Apply(File("level-1"), new RecordVisit(), 2);
        var moved = Engine.Decide(file, new MoveSubject(GridCode.Parse("121")), OtherWorker, AtDay(5)).EnsureAccepted().Aggregate(file, VisitFile.Apply);
        Assert.Equal((GridCode.Parse("121"), file.DueOn, file.Visits), (moved.Subject.Cell, moved.DueOn, moved.Visits));
        Assert.Equal(["fieldwork.visited-before"], Codes(Engine.Decide(moved, new RecordVisit(), OtherWorker, AtDay(6))));
        Assert.Equal(["fieldwork.not-your-grid"], Codes(Engine.Decide(file, new MoveSubject(GridCode.Parse("112")), OtherWorker, AtDay(5))));
        Assert.Equal(["fieldwork.unknown-place"], Codes(Engine.Decide(file, new MoveSubject(GridCode.Parse("999")), Worker, AtDay(5))));
        Assert.Empty(Engine.Decide(file, new MoveSubject(Cells[0]), Worker, AtDay(5)).EnsureAccepted());
    }

    [Fact]
    public void ACellThatARedivisionTookAway_IsTheBusinessOfTheNextAbove()
    {
        var file = File("level-1");
        var divided = new FieldworkModel { Map = SmallCounty.Map("1", "11", "113", "114"), Calendar = WorkCalendar.China, Establishment = Full.Establishment, Roster = Full.Roster };
        var engine = new VisitEngine(divided, Policy);
        var assigned = new VisitAssigner(divided, "grid-worker").AssignmentOf(Cells[0], Day);

        Assert.Equal((VillageHead, AnswerGapKind.UnitNotOnMap), (assigned.Seat, assigned.Gaps[0].Kind));
        Assert.Equal((Seat?)VillageHead, new VisitAssigner(new FieldworkModel { Map = divided.Map, Calendar = WorkCalendar.China, Establishment = Full.Establishment }, null).AssignmentOf(Cells[0], Day).Seat);
        Assert.True(engine.Decide(file, new RecordVisit(), VillageHead, AtDay(1)).IsAccepted);
        Assert.True(engine.Decide(file, new ReleaseSubject("moved away"), VillageHead, AtDay(1)).IsAccepted);
        Assert.True(engine.Decide(file, new MoveSubject(GridCode.Parse("113")), VillageHead, AtDay(1)).IsAccepted);
        Assert.Equal(["fieldwork.not-your-grid"], Codes(engine.Decide(file, new ReleaseSubject("moved away"), OtherHead, AtDay(1))));
    }

    [Fact]
    public void WhoComesBack_KeepsTheFile()
    {
        var released = Apply(Apply(File("level-1"), new RecordVisit(), 2), new ReleaseSubject("moved away"), 40);
        EnrolSubject Again(int from) => new(Subject("level-4", from: Day.PlusDays(from)));
        Assert.Equal(["fieldwork.enrolled-before"], Codes(Engine.Decide(released, Again(40), Worker, AtDay(60))));
        Assert.Equal(["fieldwork.enrolled-before"], Codes(Engine.Decide(released, Again(60), Worker, AtDay(40))));
        var back = Engine.Decide(released, Again(60), Worker, AtDay(60)).EnsureAccepted().Aggregate(released, VisitFile.Apply);

        Assert.Equal((1, Day.PlusDays(66), VisitState.Due, new VisitDuty(Day, Day.PlusDays(40))), (back.Visits.Count, back.DueOn, back.StateOn(Day.PlusDays(60)), back.Earlier[0]));
        Assert.Equal((1, 0), (VisitCoverage.Of([back], Day.PlusDays(35), Day.PlusDays(45), Day.PlusDays(60)).Unvisited.Count, VisitCoverage.Of([back], Day.PlusDays(45), Day.PlusDays(55), Day.PlusDays(60)).Unvisited.Count));
        Assert.Throws<ArgumentException>(() => Engine.Decide(released, new EnrolSubject(Subject("level-1", "other")), Worker, AtDay(60)));
    }

    [Fact]
    public void AVisit_SettlesEveryDutyOfTheSubject_AndCountsOnce()
    {
        var mental = VisitPresets.MentalIllnessDucheng;
        var released = VisitPresets.ReleasedPrisoners;
        var policy = PolicyOf(mental with { Categories = [.. mental.Categories, .. released.Categories], Rules = [.. mental.Rules, .. released.Rules] });
        var engine = new VisitEngine(Full, policy);
        VisitSubject[] subjects = [new("s", "mental-illness", Cells[0], Day, "level-4"), new("s", "released", Cells[0], Day)];
        VisitFile[] files = [.. subjects.Select(subject => VisitFile.Replay(engine.Decide(null, new EnrolSubject(subject), Worker, Monday).EnsureAccepted()))];
        VisitFile[] Visit(int day) => [.. files.Select((file, i) => engine.DecideAll(files, new RecordVisit(People: 2), Worker, AtDay(day)).EnsureAccepted().Where(one => one.Duty == i).Aggregate(file, static (one, e) => VisitFile.Apply(one, e.Event)))];
        files = Visit(3);
        Assert.Equal([VisitState.Done, VisitState.Done], files.Select(static file => file.StateOn(Day.PlusDays(3))));
        Assert.Equal(["fieldwork.visited-before", "fieldwork.visited-before"], engine.DecideAll(files, new RecordVisit(), Worker, AtDay(4)).Refusals.Select(static no => no.Code));
        files = Visit(9);
        Assert.Equal((2, 1, 4L), (files[0].Visits.Count, files[1].Visits.Count, VisitCoverage.Of(files, Day, Day.PlusDays(9), Day.PlusDays(9)).PersonTimes));
        Assert.Equal(2, VisitCoverage.Of(files, Day, Day.PlusDays(9), Day.PlusDays(9)).HouseholdTimes);

        var book = VisitBook.Compile([.. subjects], [new("s", AtDay(3), Worker, People: 2), new("s", AtDay(9), Worker, People: 2)], policy, Full.Calendar.Zone, AtDay(9), out var report)!;
        Assert.Empty(report);
        Assert.Equal([2, 2], book.Files.Select(static file => file.Visits.Count));
        Assert.Equal([(2L, 4L), (0L, 0L)], VisitTally.Of(book.Files).Select(static tally => (tally.HouseholdTimes, tally.PersonTimes)));
        Assert.Equal(2, VisitCoverage.Of(book.Files, Day, Day.PlusDays(9), Day.PlusDays(9)).HouseholdTimes);
        Assert.Throws<ArgumentException>(() => engine.DecideAll([], new RecordVisit(), Worker, Monday));
    }

    [Fact]
    public void Book_RowsOfASubject_ContinueOrRenewItsDuty()
    {
        var first = Subject("level-1") with { To = Day.PlusDays(9) };
        var moved = first with { Cell = Cells[1], From = Day.PlusDays(10), To = Day.PlusDays(39) };
        var back = first with { From = Day.PlusDays(60), To = null, Risk = "level-4" };
        VisitBook Book(int day, params VisitRecord[] records) => VisitBook.Compile([back, first, moved], EquatableArray.Create<VisitRecord>(records), Policy, Full.Calendar.Zone, AtDay(day), out _)!;

        var continued = Book(20, new VisitRecord("s-1", AtDay(5), Worker)).Files.Single();
        Assert.Equal((Cells[1], Day.PlusDays(31), Day.PlusDays(39)), (continued.Subject.Cell, continued.OpensOn, continued.DueOn));
        var renewed = Book(70, new VisitRecord("s-1", AtDay(5), Worker)).Files.Single();
        Assert.Equal((1, "level-4", Day.PlusDays(66)), (renewed.Earlier.Count, renewed.Subject.Risk, renewed.DueOn));
        Assert.Equal([Day.PlusDays(39), Day.PlusDays(66)], renewed.MissedBy(Day.PlusDays(70)));
        var unknown = VisitBook.Compile([first], [new("s-1", AtDay(1), Seat.Parse("astronaut@mars"))], Policy, Full.Calendar.Zone, AtDay(20), out var report, Full.Establishment);
        Assert.NotNull(unknown);
        Assert.Equal(["fieldwork.visit-by-unknown"], Codes(report));
    }

    [Fact]
    public void WhoStandsIn_Visits_AsTheSeatThatItStandsInFor()
    {
        var neighbour = Seat.Parse("grid-worker@112");
        EquatableArray<Deputation> deputies = [new Deputation(Worker, neighbour, new LocalDate(2020, 1, 1))];
        var model = Model(Seats.Where(static seat => seat != Worker), deputies: deputies);
        var asked = new List<Seat>();
        var listed = Model(Seats.Where(static seat => seat != Worker), new Asking(asked), deputies);
        var definition = VisitPresets.MentalIllnessDucheng;
        var policy = PolicyOf(definition with { Categories = [definition.Categories[0] with { Matter = "mental-care" }] });

        Assert.Equal(neighbour, new VisitAssigner(model, "grid-worker").AssignmentOf(Cells[0], Day).Seat);
        Assert.True(new VisitEngine(model, Policy).Decide(File(), new RecordVisit(), neighbour, AtDay(1)).IsAccepted);
        Assert.Equal((Worker, neighbour, null), (model.CapacityAt(neighbour, Cells[0], Day), model.CapacityAt(neighbour, Cells[1], Day), model.CapacityAt(neighbour, Cells[2], Day)));
        Assert.Null(model.CapacityAt(neighbour, GridCode.Parse("999"), Day));
        Assert.Equal(["fieldwork.not-your-grid"], Codes(new VisitEngine(model, Policy).Decide(File(), new RecordVisit(), OtherWorker, AtDay(1))));
        Assert.True(new VisitEngine(listed, policy).Decide(File(), new RecordVisit(), neighbour, AtDay(1)).IsAccepted);
        Assert.Equal([Worker], asked);
    }

    private sealed class Asking(List<Seat> asked) : ICaseLists
    {
        public ListAnswer Admit(Seat lead, string matter, GridCode place, LocalDateTime at) => default;

        public ListAnswer Authorise(Seat seat, string action, string matter, GridCode place, LocalDateTime at)
        {
            asked.Add(seat);
            return default;
        }
    }
}
