using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class RosterCompileTests
{
    private static readonly LocalDate Monday = new(2026, 1, 5);
    private static readonly Seat Worker = new("grid-worker", "123");
    private static readonly Seat Neighbour = new("grid-worker", "124");
    private static readonly Seat Patrol = new("patrol", "123");
    private static readonly Seat Guide = new("guide", "12");

    [Fact]
    public void Compile_ManyFaults_ReportsAllWithTheirPlaces()
    {
        var definition = new RosterDefinition
        {
            Appointments =
            [
                new("p1", Patrol, Monday), new("p2", Patrol, Monday, Monday), new("p3", Patrol, Monday.PlusDays(1)), new("p4", Patrol, Monday.PlusDays(2)),
                new("p3", Patrol, Monday.PlusDays(3)),
                new("p1", new Seat("grid-worker", "12"), Monday), new("p1", new Seat("grid-worker", "129"), Monday), new("p1", new Seat("grid-worker", "no unit"), Monday),
                new("p1", Guide, Monday, Monday.PlusDays(1)), new("p2", Guide, Monday.PlusDays(2), Monday.PlusDays(1)),
            ],
            Staff =
            [
                new("p1", Traits: ["branch-secretary"], To: Monday), new("p1", Traits: ["No Code"], From: Monday.PlusDays(1)), new("p1", From: Monday.PlusDays(3)), new(" "),
            ],
            Absences = [new("p1", Monday, Monday.PlusDays(-1)), new("", Monday)],
            Deputies =
            [
                new(Worker, Worker, Monday), new(Worker, Neighbour, Monday), new(Neighbour, Worker, Monday.PlusDays(5)),
                new(Guide, new Seat("nobody", "1"), Monday), new(Guide, new Seat("handler", "nowhere"), Monday, Monday.PlusDays(-1)),
            ],
        };

        Assert.Null(Roster.Compile(definition, RosterGenerators.Establishment, out var report, SmallCounty.Map("1", "12", "123", "124")));

        Assert.Equal(
            [
                "/absences/0/to staffing.ends-before-start",
                "/absences/1/person staffing.missing-person",
                "/appointments/3/seat staffing.seat-held-twice",
                "/appointments/4/seat staffing.appointed-twice",
                "/appointments/5/seat staffing.unit-of-other-level",
                "/appointments/6/seat staffing.unknown-unit",
                "/appointments/7/seat staffing.unknown-unit",
                "/appointments/8/person staffing.ineligible",
                "/appointments/9/to staffing.ends-before-start",
                "/deputies/0/deputy staffing.own-deputy",
                "/deputies/2/deputy staffing.deputy-cycle",
                "/deputies/3/deputy staffing.unknown-post",
                "/deputies/4/deputy staffing.unknown-department",
                "/deputies/4/to staffing.ends-before-start",
                "/staff/1/traits/0 staffing.bad-code",
                "/staff/2/from staffing.staff-overlap",
                "/staff/3/person staffing.missing-person",
            ],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code}").Order(StringComparer.Ordinal));
        Assert.All(report, static finding => Assert.DoesNotContain('{', finding.Message.En() + finding.Message.Zh()));
    }

    [Fact]
    public void Compile_AnIneligibleHolder_NamesTheFirstDayOfIt()
    {
        var report = Report(new RosterDefinition
        {
            Appointments = [new("p1", Guide, Monday)],
            Staff = [new("p1", Traits: ["branch-secretary"], To: Monday.PlusDays(9)), new("p1", From: Monday.PlusDays(10))],
        });

        Assert.Equal(
            "\"p1\" holds the seat \"guide@12\", but on 2026-01-15 does not meet what its post asks for: branch-secretary.",
            Assert.Single(report).Message.En());
    }

    [Fact]
    public void Compile_AHolderOfWhomNothingIsKnown_IsAWarning()
    {
        var finding = Assert.Single(Report(new RosterDefinition { Appointments = [new("p1", Guide, Monday)] }));

        Assert.Equal(("staffing.eligibility-unknown", FindingSeverity.Warning), (finding.Code, finding.Severity));
    }

    // S0-16: a party member who is a grid worker heads the grid's party branch.
    [Theory]
    [InlineData("party-member", true, true)]
    [InlineData("party-member", false, false)]
    [InlineData("volunteer", true, false)]
    public void Compile_APostThatAsksForAnotherPost_LooksAtBoth(string trait, bool isWorker, bool expected)
    {
        var branch = new Appointment("p1", new Seat("branch-head", "123"), Monday);
        var report = Report(new RosterDefinition
        {
            Appointments = isWorker ? [new("p1", Worker, Monday), branch] : [branch],
            Staff = [new("p1", Traits: [trait])],
        });

        Assert.Equal(expected, report.Count == 0);
    }

    [Fact]
    public void Compile_NeighboursWhoCoverEachOther_AreAnErrorOrAWarningAsThePolicySays()
    {
        var definition = new RosterDefinition
        {
            Appointments = [new("p1", Worker, Monday), new("p2", Neighbour, Monday)],
            Absences = [new("p1", Monday, Monday), new("p2", Monday, Monday), new("p1", Monday.PlusDays(1), Monday.PlusDays(1))],
            Deputies = [new(Worker, Neighbour, Monday), new(Neighbour, Worker, Monday)],
        };

        Assert.Null(Roster.Compile(definition, RosterGenerators.Establishment, out var report));
        Assert.Equal(
            "On 2026-01-05 seats stand in for each other in a circle, so that nobody acts when all are away: grid-worker@124 → grid-worker@123 → grid-worker@124.",
            Assert.Single(report).Message.En());
        var roster = Roster.Compile(definition, RosterGenerators.Establishment, out _, policy: new RosterPolicy { DeputyCycle = FindingSeverity.Warning })!;
        Assert.Null(roster.ActingFor(Worker, Monday));
        Assert.Equal(new ActingPerson("p2", Neighbour, true), roster.ActingFor(Worker, Monday.PlusDays(1)));
        Assert.Equal(new ActingPerson("p1", Worker, false), roster.ActingFor(Worker, Monday.PlusDays(2)));
    }

    [Fact]
    public void Compile_OnePersonInBothSeats_IsAWarning()
    {
        var finding = Assert.Single(Report(new RosterDefinition
        {
            Appointments = [new("p1", Worker, Monday), new("p1", Neighbour, Monday.PlusDays(3))],
            Deputies = [new(Worker, Neighbour, Monday)],
        }));

        Assert.Equal("staffing.deputy-same-person", finding.Code);
        Assert.Contains("2026-01-08", finding.Message.En(), StringComparison.Ordinal);
    }

    [Fact]
    public void ActingFor_AChainOfDeputies_EndsAtTheLimit()
    {
        var seats = Enumerable.Range(0, 60).Select(static i => new Seat("handler", $"d{i}")).ToArray();
        var establishment = SmallCounty.Compile(RosterGenerators.Posts, EquatableArray.From(seats.Select(static seat => new Department(seat.Unit, "D", "部", "county"))));
        var roster = Roster.Compile(
            new RosterDefinition
            {
                Appointments = [new("p1", seats[Roster.MostSeatsAsked], Monday)],
                Deputies = EquatableArray.From(seats.Zip(seats.Skip(1), static (seat, deputy) => new Deputation(seat, deputy, Monday))),
            },
            establishment,
            out _)!;

        Assert.Equal("p1", roster.ActingFor(seats[0], Monday)?.Person);
        Assert.Equal("p1", roster.ActingFor(seats[Roster.MostSeatsAsked], Monday)?.Person);
        Assert.Null(roster.ActingFor(seats[Roster.MostSeatsAsked + 1], Monday));
    }

    [Fact]
    public void Queries_OfALargeRoster_AllocateNothing()
    {
        var appointments = Enumerable.Range(0, 900).Select(static i => new Appointment($"p{i}", Worker, Monday.PlusDays(2 * i), Monday.PlusDays((2 * i) + 1)));
        var roster = Roster.Create(appointments, RosterGenerators.Establishment, out _)!;
        var found = Ask(roster, 10);

        var before = GC.GetAllocatedBytesForCurrentThread();
        found += Ask(roster, 1800);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1810 * 5, found);
    }

    private static int Ask(Roster roster, int days)
    {
        var found = 0;
        for (var i = 0; i < days; i++)
        {
            var day = Monday.PlusDays(i);
            found += roster.HolderOf(Worker, day) is { } person && roster.Holds(person, Worker, day) && !roster.IsAbsent(person, day) ? 2 : 0;
            found += roster.CountHolders(Worker, day);
            found += roster.ActingFor(Worker, day) is { IsDeputy: false } ? 1 : 0;
            found += roster.LastHeldOn(Worker, day) == day ? 1 : 0;
        }

        return found;
    }

    private static FindingReport Report(RosterDefinition definition)
    {
        Roster.Compile(definition, RosterGenerators.Establishment, out var report);
        return report;
    }
}
