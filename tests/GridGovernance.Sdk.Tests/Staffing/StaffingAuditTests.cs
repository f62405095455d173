using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class StaffingAuditTests
{
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly LocalDate Last = new(2026, 1, 31);
    private static readonly Seat Worker = new("grid-worker", "123");
    private static readonly Seat Neighbour = new("grid-worker", "124");
    private static readonly GridMap Map = SmallCounty.Map("1", "12", "123", "124");

    [Fact]
    public void Run_OneDayWithoutAWorker_IsFoundWithItsDate()
    {
        var report = Run(Of(
            new("p1", Worker, First, new(2026, 1, 14)), new("p2", Worker, new(2026, 1, 16)), new("p3", Neighbour, First)));

        Assert.Equal([new StaffingGap("one-worker-a-grid", StaffingGapKind.Understaffed, "123", new(2026, 1, 15), new(2026, 1, 15), 0)], report.Gaps);
        Assert.Equal((2, 62L, 61L, false), (report.Units, report.UnitDays, report.StaffedUnitDays, report.IsStaffedThroughout));
        var finding = Assert.Single(report.Findings);
        Assert.Equal("The unit \"123\" is expected to have 1 in grid-worker, but from 2026-01-15 to 2026-01-15 has 0.", finding.Message.En());
        Assert.Equal((1m, "123"), (finding.Measure, finding.Place.Subject));
    }

    [Fact]
    public void Run_EveryGridStaffed_IsClean() =>
        Assert.True(Run(Of(new("p1", Worker, First), new("p2", Neighbour, First.PlusDays(-9), Last))).IsStaffedThroughout);

    [Fact]
    public void Run_OneWorkerForTwoGrids_IsSpreadThin() => Assert.Equal(
        [new StaffingGap("one-worker-a-grid", StaffingGapKind.SpreadThin, "p1", new(2026, 1, 5), new(2026, 1, 9), 2)],
        Run(Of(
            new("p1", Worker, First), new("p1", Neighbour, new(2026, 1, 5), new(2026, 1, 9)), new("p2", Neighbour, First, new(2026, 1, 4)),
            new("p2", Neighbour, new(2026, 1, 10)))).Gaps);

    [Fact]
    public void Run_AbsencesAndDeputies_AreToldApart()
    {
        var roster = Roster.Compile(
            new RosterDefinition
            {
                Appointments = [new("p1", Worker, First), new("p2", Neighbour, First, new(2026, 1, 20))],
                Absences = [new("p1", new(2026, 1, 10), new(2026, 1, 12))],
                Deputies = [new(Neighbour, Worker, First)],
            },
            RosterGenerators.Establishment,
            out _)!;

        Assert.Equal(
            [
                "Unattended 123 2026-01-10..2026-01-12", "Deputised 124 2026-01-21..2026-01-31",
            ],
            Run(roster).Gaps.Select(static gap => $"{gap.Kind} {gap.Subject} {gap.From:uuuu'-'MM'-'dd}..{gap.To:uuuu'-'MM'-'dd}"));
    }

    [Fact]
    public void Run_FaultyStandards_AreNamedAndPassedOver()
    {
        var report = StaffingAudit.Run(
            [
                new("No Code", ["grid-worker"]), new("a", []), new("b", ["nobody"]), new("c", ["handler"]), new("d", ["grid-worker", "commander"]), new("e", ["grid-worker"], 2, 1),
                new("f", ["grid-worker"], MostSeatsPerPerson: 0), new("f", ["grid-worker"]),
            ],
            RosterGenerators.Establishment, Map, Roster.Empty, First, Last);

        Assert.Equal(
            [
                "/0/code staffing.bad-code", "/1/posts staffing.missing-field", "/2/posts/0 staffing.no-spatial-post", "/3/posts/0 staffing.no-spatial-post",
                "/4/posts/1 staffing.posts-of-two-levels", "/5 staffing.impossible-standard", "/6 staffing.impossible-standard", "/7/code staffing.repeated-code",
            ],
            report.Findings.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        Assert.Equal(0, report.Units);
        Assert.Throws<ArgumentOutOfRangeException>(() => StaffingAudit.Run([], RosterGenerators.Establishment, Map, Roster.Empty, Last, First));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(RosterGenerators)])]
    public void Run_OnARandomRoster_IsTheTable(RosterDefinition definition, byte min, byte max)
    {
        var policy = new RosterPolicy { Ineligible = FindingSeverity.Warning, DeputyCycle = FindingSeverity.Warning };
        if (Roster.Compile(definition, RosterGenerators.Establishment, out _, policy: policy) is not { } roster)
        {
            return;
        }

        var standard = new StaffingStandard("s", ["grid-worker", "patrol"], min % 3, (min % 3) + (max % 2), 1);
        var report = StaffingAudit.Run([standard], RosterGenerators.Establishment, Map, roster, First, Last);
        var naive = new NaiveRoster(definition);
        var expected = new List<string>();
        var staffed = 0;
        foreach (var unit in new[] { "123", "124" })
        {
            foreach (var day in NaiveRoster.Days(First, Last))
            {
                Seat[] seats = [new("grid-worker", unit), new("patrol", unit)];
                var people = seats.SelectMany(seat => naive.Holders(seat, day)).Distinct().Count();
                var acts = seats.Any(seat => naive.Acting(seat, day) is not null);
                var kind = people > standard.MaxPeople ? "Overstaffed"
                    : people < standard.MinPeople ? (people == 0 && standard.MinPeople == 1 && acts ? "Deputised" : "Understaffed")
                    : people > 0 && !acts ? "Unattended" : null;
                staffed += people >= standard.MinPeople && (people == 0 || acts) ? 1 : 0;
                if (kind is not null)
                {
                    expected.Add($"{kind} {unit} {day}");
                }
            }
        }

        foreach (var person in RosterGenerators.People)
        {
            expected.AddRange(NaiveRoster.Days(First, Last).Where(day => naive.Seats(person, day).Count(seat => standard.Posts.Contains(seat.Post)) > 1).Select(day => $"SpreadThin {person} {day}"));
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), report.Gaps.SelectMany(static gap => NaiveRoster.Days(gap.From, gap.To).Select(day => $"{gap.Kind} {gap.Subject} {day}")).Order(StringComparer.Ordinal));
        Assert.Equal(staffed, report.StaffedUnitDays);
        Assert.Equal(report.Gaps.Count, report.Findings.Count);
    }

    [Property(MaxTest = 400, Arbitrary = [typeof(RosterGenerators)])]
    public void Turnover_OfARandomTime_IsTheTable(RosterDefinition definition, byte start, byte length)
    {
        if (Roster.Create(definition.Appointments, RosterGenerators.Establishment, out var report) is not { } roster)
        {
            Assert.True(report.HasErrors);
            return;
        }

        var naive = new NaiveRoster(definition);
        var (from, to) = (First.PlusDays((start % 33) - 1), First.PlusDays((start % 33) - 1 + (length % 15)));
        bool Serves(string person, LocalDate day) => naive.Seats(person, day).Any(static seat => seat.Post is "grid-worker" or "patrol");
        var days = NaiveRoster.Days(from, to).ToArray();

        var turnover = StaffTurnover.Of(roster, ["grid-worker", "patrol"], from, to);

        Assert.Equal(
            new StaffTurnover(
                RosterGenerators.People.Count(person => Serves(person, from.PlusDays(-1))),
                RosterGenerators.People.Sum(person => days.Count(day => Serves(person, day) && !Serves(person, day.PlusDays(-1)))),
                RosterGenerators.People.Sum(person => days.Count(day => !Serves(person, day) && Serves(person, day.PlusDays(-1)))),
                RosterGenerators.People.Count(person => Serves(person, to)),
                RosterGenerators.People.Sum(person => days.Count(day => Serves(person, day))),
                days.Length),
            turnover);
        Assert.Equal(turnover.AtEnd, turnover.AtStart + turnover.Joined - turnover.Left);
        Assert.Equal(turnover.PersonDays == 0, turnover.RateOfMean is null);
    }

    [Fact]
    public void Turnover_OfNobody_HasNoRate()
    {
        var turnover = StaffTurnover.Of(Roster.Empty, ["grid-worker"], First, Last);

        Assert.Null(turnover.RateOfMean);
        Assert.Null(turnover.RateOfAll);
        Assert.Null(StaffProfile.Of(Roster.Empty, ["grid-worker"], First).ShareWith("computer-literate"));
    }

    [Fact]
    public void Turnover_OfTwoWithOneLeaver_IsHalfOfAll()
    {
        var turnover = StaffTurnover.Of(Of(new("p1", Worker, First.PlusDays(-5)), new("p2", Neighbour, First.PlusDays(-5), new(2026, 1, 15))), ["grid-worker"], First, Last);

        Assert.Equal(new StaffTurnover(2, 0, 1, 1, 46, 31), turnover);
        Assert.Equal((0.5m, 31m / 46), (turnover.RateOfAll, turnover.RateOfMean));
    }

    // S3-28: 841 workers, 357 of whom can use a computer, 42.4 %; most serve concurrently.
    [Fact]
    public void Profile_OfXCountysWorkers_IsThatOfTheArticle()
    {
        var establishment = SmallCounty.Compile([new("grid-worker", "Grid worker", "网格员", "grid", "grid-worker", MostHolders: 1000)], []);
        var people = Enumerable.Range(0, 841).Select(static i => $"p{i}").ToArray();
        var roster = Roster.Compile(
            new RosterDefinition
            {
                Appointments = EquatableArray.From(people.Select(static person => new Appointment(person, Worker, First))),
                Staff = EquatableArray.From(people.Skip(1).Select(static (person, i) => new StaffMember(person, i < 700 ? EmploymentKind.Concurrent : EmploymentKind.PurchasedService, i < 357 ? ["computer-literate"] : []))),
            },
            establishment,
            out _)!;

        var profile = StaffProfile.Of(roster, ["grid-worker"], First);

        Assert.Equal((841, 1, 1, 357), (profile.People, profile.Seats, profile.Unknown, profile.Count("computer-literate")));
        Assert.Equal(42.4m, decimal.Round(100 * profile.ShareWith("computer-literate")!.Value, 1));
        Assert.Equal((700, 140, 1), (profile.Count(EmploymentKind.Concurrent), profile.Count(EmploymentKind.PurchasedService), profile.Count(EmploymentKind.Unstated)));
        Assert.Equal((140m / 841, 1m, (decimal?)null), (profile.FullTimeShare, profile.PeoplePer(841), profile.PeoplePer(0)));
    }

    // 66 + 841 grids and 841 workers cannot both hold at one a grid.
    [Fact]
    public void Check_OfWhatTheArticlesState_FindsTheOneThatCannotHold()
    {
        var findings = StaffingPresets.Statements.SelectMany(static one => one.Check()).ToArray();

        Assert.Equal(
            "\"x-county-urban-and-rural\" states 66 + 841 = 907 units at 1 or more each, which need 907 people, but 841 people: 66 too few.",
            Assert.Single(findings).Message.En());
        Assert.Equal(66, findings[0].Measure);
        Assert.Equal(5.41m, decimal.Round(StaffingPresets.Zhejiang.PeoplePerUnit!.Value, 2));
    }

    [Theory]
    [InlineData(10, 11, 1, 1, "staffing.stated-too-many")]
    [InlineData(10, -1, 1, 1, "staffing.impossible-numbers")]
    [InlineData(10, 10, 2, 1, "staffing.impossible-numbers")]
    [InlineData(0, 0, 1, 1, null)]
    public void Check_OfNumbers_SaysWhatIsWrong(long units, long people, int min, int max, string? code) =>
        Assert.Equal(code, new StatedStaffing("s", [units], people, min, max, "here").Check().SingleOrDefault()?.Code);

    private static StaffingAuditReport Run(Roster roster) =>
        StaffingAudit.Run([StaffingPresets.OneWorkerAGrid], RosterGenerators.Establishment, Map, roster, First, Last);

    private static Roster Of(params Appointment[] appointments) => Roster.Create(appointments, RosterGenerators.Establishment, out _)!;
}
