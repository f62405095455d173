using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;
using static GridGovernance.Sdk.Tests.Fieldwork.VisitDesk;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class VisitTests
{
    [Fact]
    public void Presets_CompileAndNameTheirSources() => Assert.All(VisitPresets.All, static definition =>
    {
        PolicyOf(definition);
        Assert.NotNull(definition.Source);
        Assert.All(definition.Rules, static rule => Assert.NotNull(rule.Source));
    });

    [Fact]
    public void SideBySide_OfMentalIllness_ShowsTheConflict()
    {
        var unstable = VisitPresets.SideBySide("mental-illness").Where(static row => row.Rule.Risks.Contains("level-4")).Select(static row => row.Rule.Every.ToString());

        Assert.Equal(["14 calendar-days", "7 calendar-days", "7 calendar-days"], unstable);
        Assert.Equal(["1 months", "2 months", "1 months"], VisitPresets.SideBySide("mental-illness").Where(static row => row.Rule.Risks.Contains("level-2")).Select(static row => row.Rule.Every.ToString()));
        string[] asked = ["mental-illness", "rehabilitation", "correction", "released", "rental", "elderly-alone"];
        Assert.All(asked, static category => Assert.NotEmpty(VisitPresets.SideBySide(category)));
    }

    [Fact]
    public void Compile_AFaultyPolicy_NamesEverything()
    {
        var category = new VisitCategory { Code = "one", Name = new LocalizedText("One", "一"), Risks = ["low", "low"] };
        VisitRule Rule(string code, string every, int grace = 0, params string[] risks) => new() { Category = code, Every = TimeLimit.Parse(every, null), GraceDays = grace, Risks = EquatableArray.Create<string>(risks) };
        var definition = new VisitPolicyDefinition
        {
            Code = "-",
            Categories = [category, category with { Risks = [] }, category with { Code = "two", Risks = ["high"] }],
            Rules = [Rule("nine", "1 month"), Rule("one", "3 working-days"), Rule("one", "7 calendar-days", 7), Rule("two", "1 month", 28, "low"), Rule("two", "1 month", -1) with { For = TimeLimit.Parse("0 years", null), Risks = ["low"] }],
        };

        Assert.Null(VisitPolicy.Compile(definition, out var report));
        Assert.Equal(
            [
                ("fieldwork.bad-code", "/code"), ("fieldwork.code-twice", "/categories/1/code"), ("fieldwork.code-twice", "/categories/0/risks/1"),
                ("fieldwork.unknown-category", "/rules/0/category"), ("fieldwork.no-interval", "/rules/1/every"), ("fieldwork.grace-too-long", "/rules/2/graceDays"),
                ("fieldwork.rule-twice", "/rules/2/category"), ("fieldwork.grace-too-long", "/rules/3/graceDays"), ("fieldwork.unknown-risk", "/rules/3/risks/0"),
                ("fieldwork.grace-too-long", "/rules/4/graceDays"), ("fieldwork.no-interval", "/rules/4/for"), ("fieldwork.unknown-risk", "/rules/4/risks/0"),
                ("fieldwork.category-without-rule", "/categories/2"),
            ],
            report.Select(static finding => (finding.Code, finding.Place.Path!)));
    }

    [Fact]
    public void RuleFor_TheLevel_ComesBeforeTheCategory()
    {
        var rules = VisitPresets.ElderlyAloneSample.Rules;
        var category = VisitPresets.ElderlyAloneSample.Categories[0] with { Risks = ["high", "low"] };
        var policy = PolicyOf(VisitPresets.ElderlyAloneSample with { Categories = [category], Rules = [rules[0], rules[0] with { Risks = ["high"], GraceDays = 0 }] });

        Assert.Equal((0, 2, 2), (policy.RuleFor("elderly-alone", "high")!.GraceDays, policy.RuleFor("elderly-alone", "low")!.GraceDays, policy.RuleFor("elderly-alone", null)!.GraceDays));
        Assert.Null(policy.RuleFor("other", null));
    }

    [Fact]
    public void Enrol_ChecksCategoryRiskPlaceAndDays()
    {
        EnrolSubject Enrol(string category, string? risk, string cell = "111", int days = 5) => new(new VisitSubject("s", category, GridCode.Parse(cell), Day, risk, Day.PlusDays(days)));
        Assert.Equal(["fieldwork.unknown-category"], Codes(Engine.Decide(null, Enrol("x", null), Worker, Monday)));
        Assert.Equal(["fieldwork.unknown-category"], Codes(Engine.Decide(null, Enrol(null!, null), Worker, Monday)));
        Assert.Throws<ArgumentNullException>(() => Engine.Decide(null, new EnrolSubject(null!), Worker, Monday));
        Assert.Equal(["fieldwork.unknown-risk"], Codes(Engine.Decide(null, Enrol("mental-illness", "high"), Worker, Monday)));
        Assert.Equal(["fieldwork.risk-needed"], Codes(Engine.Decide(null, Enrol("mental-illness", null), Worker, Monday)));
        Assert.Equal(["fieldwork.not-your-grid"], Codes(Engine.Decide(null, Enrol("mental-illness", "level-1", "121"), Worker, Monday)));
        Assert.Equal(["fieldwork.unknown-place"], Codes(Engine.Decide(null, Enrol("mental-illness", "level-1", "999"), Worker, Monday)));
        Assert.Equal(["fieldwork.ends-before-start"], Codes(Engine.Decide(null, Enrol("mental-illness", "level-1", days: -1), Worker, Monday)));
        Assert.Equal(["fieldwork.unknown-seat"], Codes(Engine.Decide(null, Enrol("mental-illness", "level-1"), Seat.Parse("king@1"), Monday)));
        Assert.True(Engine.Decide(null, Enrol("mental-illness", "level-1", days: 0), Handler, Monday).IsAccepted);
        Assert.Throws<ArgumentException>(() => Engine.Decide(null, new RecordVisit(), Worker, Monday));
        Assert.Throws<ArgumentException>(() => Engine.Decide(null, new EnrolSubject(new VisitSubject(" ", "mental-illness", Cells[0], Day)), Worker, Monday));
        Assert.Equal(["fieldwork.enrolled-before"], Codes(Engine.Decide(File(id: "s"), Enrol("mental-illness", "level-1"), Worker, Monday)));
    }

    [Fact]
    public void Enrol_ATermInTheRule_EndsTheDuty()
    {
        var engine = new VisitEngine(Full, PolicyOf(VisitPresets.ReleasedPrisoners));
        var subject = new VisitSubject("s", "released", Cells[0], Day);
        VisitSubject Enrolled(LocalDate? to) => VisitFile.Replay(engine.Decide(null, new EnrolSubject(subject with { To = to }), Worker, Monday).EnsureAccepted()).Subject;

        Assert.Equal(new LocalDate(2031, 1, 4), Enrolled(null).To);
        Assert.Equal(new LocalDate(2027, 1, 4), Enrolled(new LocalDate(2027, 1, 4)).To);
        Assert.Equal(new LocalDate(2031, 1, 4), Enrolled(new LocalDate(2040, 1, 1)).To);
    }

    [Fact]
    public void AVisit_SettlesThePeriodOnce_AndAnotherIsADuplicate()
    {
        var file = File("level-1");
        Assert.Equal((Day, new LocalDate(2026, 2, 4), VisitState.Due), (file.OpensOn, file.DueOn, file.StateOn(Day)));
        var visited = Apply(file, new RecordVisit(People: 3) { Needs = [new VoicedNeed(DemandCategory.MedicalCare, "guardian-1")] }, 4);
        Assert.Equal((VisitState.Done, 0, 3L), (visited.StateOn(Day.PlusDays(4)), visited.LastSettled, visited.PersonTimes));
        Assert.Equal((new LocalDate(2026, 2, 5), new LocalDate(2026, 3, 4)), (visited.OpensOn, visited.DueOn));

        var again = Engine.Decide(visited, new RecordVisit(), Worker, AtDay(5));
        Assert.Equal(["fieldwork.visited-before"], Codes(again));
        Assert.Equal("The next visit opens on 2026-02-05.", again.Refusals[0].Nearest!.ToString());
        Assert.Equal(["fieldwork.day-runs-backward"], Codes(Engine.Decide(visited, new RecordVisit(VisitOutcome.Refused, 0), Worker, AtDay(3))));
        Assert.True(new VoicedNeed(DemandCategory.Housing, "guardian-1").IsByProxy);
        Assert.False(new VoicedNeed(DemandCategory.Housing).IsByProxy);
    }

    [Fact]
    public void AService_WelcomesMoreVisits_WhichSettleNothing()
    {
        var engine = new VisitEngine(Full, PolicyOf(VisitPresets.ElderlyAloneSample));
        var file = VisitFile.Replay(engine.Decide(null, new EnrolSubject(new VisitSubject("s", "elderly-alone", Cells[0], Day)), Worker, Monday).EnsureAccepted());
        file = engine.Decide(file, new RecordVisit(), Worker, AtDay(1)).EnsureAccepted().Aggregate(file, VisitFile.Apply);
        file = engine.Decide(file, new RecordVisit(People: 2), Worker, AtDay(2)).EnsureAccepted().Aggregate(file, VisitFile.Apply);

        Assert.Equal((0, 2, 1, 3L), (file.LastSettled, file.Visits.Count, file.Extra.Count, file.PersonTimes));
    }

    [Fact]
    public void ARefusal_IsAStateUntilTheNextAttempt()
    {
        var refused = Apply(File("level-1"), new RecordVisit(VisitOutcome.Refused, 0), 1);
        Assert.Equal((VisitState.Refused, VisitState.Overdue), (refused.StateOn(Day.PlusDays(1)), refused.StateOn(Day.PlusDays(40))));
        Assert.Equal(VisitState.Due, Apply(refused, new RecordVisit(VisitOutcome.Absent, 0), 2).StateOn(Day.PlusDays(2)));
        Assert.Equal(VisitState.Done, Apply(refused, new RecordVisit(), 2).StateOn(Day.PlusDays(2)));
        Assert.Equal((1, 1), (refused.Refused.Count, Apply(refused, new RecordVisit(VisitOutcome.Absent, 0), 2).Unmet.Count));
    }

    [Fact]
    public void AVisit_ThatContradictsItself_IsRefused()
    {
        var finding = new FieldFinding(FindingKind.Risk, "fire", "daily");
        Assert.Equal(["fieldwork.visit-contradicts-itself"], Codes(Engine.Decide(File(), new RecordVisit(People: -1), Worker, Monday)));
        Assert.Equal(["fieldwork.visit-contradicts-itself"], Codes(Engine.Decide(File(), new RecordVisit(VisitOutcome.Refused, 0) { Findings = [finding] }, Worker, Monday)));
        Assert.Equal(["fieldwork.visit-contradicts-itself"], Codes(Engine.Decide(File(), new RecordVisit(People: 0), Worker, Monday)));
        Assert.Equal(["fieldwork.visit-contradicts-itself"], Codes(Engine.Decide(File(), new RecordVisit(VisitOutcome.Refused, 1), Worker, Monday)));
        Assert.Equal(["fieldwork.release-unexplained"], Codes(Engine.Decide(File(), new ReleaseSubject(" "), Worker, Monday)));
        Assert.True(Engine.Decide(File(), new RecordVisit { Findings = [finding] }, Worker, Monday).IsAccepted);
        Assert.Equal(["fieldwork.duty-ahead"], Codes(Engine.Decide(File(from: Day.PlusDays(2)), new RecordVisit(), Worker, Monday)));
        Assert.Equal(["fieldwork.duty-ahead"], Codes(Engine.Decide(File(from: Day.PlusDays(2)), new ReclassifySubject("mental-illness", "level-4"), Worker, Monday)));
        Assert.Equal(VisitState.Ahead, File(from: Day.PlusDays(2)).StateOn(Day));
    }

    [Fact]
    public void AFinding_BecomesACase()
    {
        var report = new FieldFinding(FindingKind.HiddenDanger, "fire-safety", "daily").ToReport("c-1", "case-1", Cells[0]);

        Assert.Equal(("c-1", "case-1", "daily", "fire-safety", Cells[0], "grid-worker-terminal"), (report.CommandId, report.CaseId, report.Tier, report.Matter, report.Place, report.Channel));
    }

    [Fact]
    public void ReclassifyAndRelease_ChangeWhatIsOwed()
    {
        var file = Apply(File("level-1"), new ReclassifySubject("mental-illness", "level-4"), 10);
        Assert.Equal(("level-4", Day.PlusDays(10), Day.PlusDays(16)), (file.Subject.Risk, file.OpensOn, file.DueOn));
        Assert.Empty(Engine.Decide(file, new ReclassifySubject("mental-illness", "level-4"), Worker, AtDay(11)).EnsureAccepted());
        Assert.Equal(["fieldwork.unknown-risk"], Codes(Engine.Decide(file, new ReclassifySubject("mental-illness", "x"), Worker, AtDay(11))));

        var released = Apply(file, new ReleaseSubject("moved away"), 12);
        Assert.Equal((VisitState.Done, VisitState.Ended), (released.StateOn(Day.PlusDays(12)), released.StateOn(Day.PlusDays(13))));
        Assert.Equal(["fieldwork.duty-over"], Codes(Engine.Decide(released, new RecordVisit(), Worker, AtDay(13))));
        Assert.Empty(released.MissedBy(Day.PlusDays(100)));
        var coverage = VisitCoverage.Of([released], Day, Day.PlusDays(100), Day.PlusDays(100));
        Assert.Equal((0, 1), (coverage.Owed, coverage.Lifted));
    }

    [Fact]
    public void Visits_AreCheckedAgainstTheLists()
    {
        var definition = VisitPresets.MentalIllnessDucheng;
        var policy = PolicyOf(definition with { Categories = [definition.Categories[0] with { Matter = "mental-care" }] });
        var engine = new VisitEngine(Model(Seats, new OneMatter("mental-care")), policy);
        var refused = new VisitEngine(Model(Seats, new OneMatter("other")), policy).Decide(null, new EnrolSubject(Subject("level-1")), Worker, Monday);

        Assert.True(engine.Decide(null, new EnrolSubject(Subject("level-1")), Worker, Monday).IsAccepted);
        Assert.Equal(["test.not-listed"], Codes(refused));
    }

    [Fact]
    public void Replay_EventsOutOfPlace_AreCallersMistakes()
    {
        var enrolled = new SubjectEnrolled(Subject("level-1"), Policy.RuleFor("mental-illness", "level-1")!) { On = Day, By = Worker };
        VisitEvent Made(int day, int? period) => new VisitMade(period, false, 1) { On = Day.PlusDays(day), By = Worker };
        VisitEvent[][] faulty = [[], [Made(1, 0)], [enrolled, enrolled], [enrolled, Made(-1, 0)], [enrolled, Made(1, 0), Made(2, 0)], [enrolled, Made(1, 99)], [enrolled, Made(40, 0), Made(41, 0)],
            [enrolled, Made(1, VisitFile.ArrearPeriod)], [enrolled, new VisitMade(0, false, -5) { On = Day, By = Worker }], [enrolled, new VisitAttempted(VisitOutcome.Done) { On = Day, By = Worker }]];

        Assert.All(faulty, static events => Assert.Throws<ArgumentException>(() => VisitFile.Replay(events)));
        Assert.Equal(3, VisitFile.Replay([enrolled, Made(1, 0), Made(2, null)]).Version);
    }

    [Fact]
    public void Assigner_ClimbsPastVacancies()
    {
        Assert.Equal(new VisitAssignment(Worker, "p-" + Worker, []), new VisitAssigner(Full, "grid-worker").AssignmentOf(Cells[0], Day));
        Assert.Equal((Seat?)Worker, new VisitAssigner(Full, null).AssignmentOf(Cells[0], Day).Seat);
        Assert.Equal((Seat?)VillageHead, new VisitAssigner(Full, "village-head").AssignmentOf(Cells[0], Day).Seat);
        var climbed = new VisitAssigner(Model([Commander]), "grid-worker").AssignmentOf(Cells[0], Day);
        Assert.Equal((Commander, 3), (climbed.Seat, climbed.Gaps.Count));
        Assert.Null(new VisitAssigner(Model([]), "grid-worker").AssignmentOf(Cells[0], Day).Seat);
        var nominal = new FieldworkModel { Map = Map, Calendar = WorkCalendar.China, Establishment = Full.Establishment };
        Assert.Equal(new VisitAssignment(Worker, null, []), new VisitAssigner(nominal, null).AssignmentOf(Cells[0], Day));
        Assert.Equal(AnswerGapKind.NoPostAtLevel, new VisitAssigner(nominal, null).AssignmentOf(GridCode.Parse("11"), Day).Gaps[0].Kind);
        Assert.Equal(AnswerGapKind.UnitNotOnMap, new VisitAssigner(nominal, null).AssignmentOf(GridCode.Parse("999"), Day).Gaps[0].Kind);
        Assert.Throws<ArgumentException>(() => new VisitAssigner(Full, "handler"));
    }

    [Fact]
    public void Book_OfTables_IsTheFilesThatTheEngineMakes()
    {
        VisitRecord Visit(int day, VisitOutcome outcome = VisitOutcome.Done) => new("s-1", AtDay(day), Worker, outcome, 2);
        var book = VisitBook.Compile([Subject("level-1"), Subject("level-4") with { Id = "s-2" }], [Visit(40), Visit(1, VisitOutcome.Refused), Visit(3), Visit(90)], Policy, Full.Calendar.Zone, AtDay(50), out var report)!;
        var file = Apply(Apply(Apply(File("level-1"), new RecordVisit(VisitOutcome.Refused, 0), 1), new RecordVisit(People: 2), 3), new RecordVisit(People: 2), 40);

        Assert.Empty(report);
        Assert.Equal((file.Visits, file.Settled, file.Refused, file.PersonTimes), (book.Files[0].Visits, book.Files[0].Settled, book.Files[0].Refused, book.Files[0].PersonTimes));
        Assert.Equal(2, book.Files.Count);
        Assert.Equal([new VisitTally("mental-illness", 2, 2, 4)], VisitTally.Of(book.Files));
    }

    [Fact]
    public void Book_OfFaultyTables_NamesEveryRow()
    {
        var sound = Subject("level-1");
        var report = Compile(
            [sound, sound, sound with { Id = "a", Category = "x" }, sound with { Id = "b", Risk = "x" }, sound with { Id = "c", Risk = null }, sound with { Id = "d", To = Day.PlusDays(-1) }, sound with { Id = "e", To = Day.PlusDays(9) }],
            [new("nobody", AtDay(1), Worker), new("s-1", AtDay(-1), Worker), new("s-1", AtDay(1), Worker, People: -1), new("e", AtDay(10), Worker)]);
        Assert.Equal(
            [
                ("fieldwork.unknown-category", "/subjects/2/category"), ("fieldwork.unknown-risk", "/subjects/3/risk"), ("fieldwork.risk-needed", "/subjects/4/risk"),
                ("fieldwork.ends-before-start", "/subjects/5/to"), ("fieldwork.subject-twice", "/subjects/1/id"), ("fieldwork.visit-outside-duty", "/visits/1/at"),
                ("fieldwork.unknown-subject", "/visits/0/subject"), ("fieldwork.visit-contradicts-itself", "/visits/2/people"), ("fieldwork.visit-outside-duty", "/visits/3/at"),
            ],
            report.Select(static finding => (finding.Code, finding.Place.Path!)));

        var twice = Compile([sound], [new("s-1", AtDay(1), Worker), new("s-1", AtDay(2), Worker)]);
        Assert.Equal(("fieldwork.visited-before", FindingSeverity.Warning, "/visits/1/at"), (twice[0].Code, twice[0].Severity, twice[0].Place.Path));

        static FindingReport Compile(EquatableArray<VisitSubject> subjects, EquatableArray<VisitRecord> records)
        {
            VisitBook.Compile(subjects, records, Policy, Full.Calendar.Zone, AtDay(50), out var report);
            return report;
        }
    }

    [Fact]
    public void Coverage_NamesTheUnvisited_InTheOrderOfTheirIds()
    {
        var coverage = VisitCoverage.Of([File(id: "b"), Apply(File(id: "c"), new RecordVisit(), 1), File(id: "a"), File(id: "z", from: Day.PlusDays(10))], Day, Day.PlusDays(9), Day.PlusDays(9));

        Assert.Equal(["a", "b"], coverage.Unvisited);
        Assert.Throws<ArgumentOutOfRangeException>(() => VisitCoverage.Of([], Day, Day.PlusDays(-1), Day));
    }

    [Fact]
    public void DutyCycle_OfTheThirtyFirst_DoesNotDrift()
    {
        var cycle = new DutyCycle(new LocalDate(2026, 1, 31), new TimeLimit(1, LimitUnit.Months));

        Assert.Equal(["2026-02-28", "2026-03-31", "2026-04-30"], Enumerable.Range(1, 3).Select(period => NodaTime.Text.LocalDatePattern.Iso.Format(cycle.FirstDay(period))));
        Assert.Equal((0, 1, 1, -1), (cycle.PeriodOf(new LocalDate(2026, 2, 27)), cycle.PeriodOf(new LocalDate(2026, 2, 28)), cycle.PeriodOf(new LocalDate(2026, 3, 30)), cycle.PeriodOf(new LocalDate(2026, 1, 30))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DutyCycle(Day, new TimeLimit(0, LimitUnit.Months)));
        Assert.Throws<InvalidOperationException>(() => default(DutyCycle).PeriodOf(Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DutyCycle(Day, new TimeLimit(1, LimitUnit.WorkingDays)));
        Assert.Equal(new LocalDate(2027, 1, 30), new DutyCycle(new LocalDate(2026, 1, 31), new TimeLimit(1, LimitUnit.Years)).LastDay(0));
    }

    [Fact]
    public void DueListBuilder_DaysOutOfOrder_AreRefused()
    {
        var builder = new VisitDueListBuilder();

        Assert.Throws<ArgumentException>(() => builder.Add("s", "w", Day, Day.PlusDays(-1), Day));
        Assert.Throws<ArgumentException>(() => builder.Add("s", "w", Day, Day.PlusDays(2), Day.PlusDays(1)));
        builder.Add("s", "w", Day, Day, Day);
        Assert.Equal([0], builder.Build().OwingOn("w", Day));
        Assert.Empty(builder.Build().OwingOn("nobody", Day));
    }

    [Fact]
    public void Route_UrgentStopsFirst_ThenTheNearest()
    {
        VisitStop Stop(string id, double x, bool urgent = false) => new(id, new GeoPoint(x, 0), urgent);
        var order = VisitRoute.Order([Stop("far", 300), Stop("near", 10), Stop("b", 20), Stop("a", 20), Stop("urgent", 200, true)], new GeoPoint(0, 0), CoordinateSystem.Metric);

        Assert.Equal(["urgent", "far", "a", "b", "near"], order.Select(static stop => stop.Subject));
        Assert.Equal(200 + 100 + 280 + 10, VisitRoute.LengthMetres(order, new GeoPoint(0, 0), CoordinateSystem.Metric), 6);
    }

    [Property(MaxTest = 100)]
    public void Route_OfAnyStops_IsAnOrderThatNoReversalShortens((byte X, byte Y)[] places)
    {
        var stops = places.Take(25).Select((place, i) => new VisitStop($"s{i}", new GeoPoint(place.X, place.Y))).ToArray();
        var start = new GeoPoint(0, 0);
        var order = VisitRoute.Order(stops, start, CoordinateSystem.Metric);
        var length = VisitRoute.LengthMetres(order, start, CoordinateSystem.Metric);

        Assert.Equal(stops.Select(static stop => stop.Subject).Order(StringComparer.Ordinal), order.Select(static stop => stop.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(order, VisitRoute.Order(stops.Reverse(), start, CoordinateSystem.Metric));
        for (var i = 0; i < order.Count; i++)
        {
            for (var k = i + 1; k < order.Count; k++)
            {
                var turned = EquatableArray.From(order.Take(i).Concat(order.Skip(i).Take(k - i + 1).Reverse()).Concat(order.Skip(k + 1)));
                Assert.True(VisitRoute.LengthMetres(turned, start, CoordinateSystem.Metric) > length - 0.01);
            }
        }
    }

    private sealed class OneMatter(string listed) : ICaseLists
    {
        public ListAnswer Admit(Seat lead, string matter, GridCode place, LocalDateTime at) => default;

        public ListAnswer Authorise(Seat seat, string action, string matter, GridCode place, LocalDateTime at) => matter == listed && action == "visit"
            ? default
            : new ListAnswer([], [new Refusal(RefusalKind.OutsideListOrTime, Message.Create("test.not-listed", new LocalizedText("No.", "否。")))]);
    }
}
