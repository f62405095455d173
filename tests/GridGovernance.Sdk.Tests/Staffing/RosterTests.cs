using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class RosterTests
{
    private static readonly Seat Worker = new("grid-worker", "123");
    private static readonly LocalDate Monday = new(2026, 1, 5);

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", "p1")]
    [InlineData("2026-01-31", "p1")]
    [InlineData("2026-02-01", null)]
    [InlineData("2026-02-10", "p2")]
    [InlineData("2099-01-01", "p2")]
    public void HolderOf_Seat_FollowsItsAppointments(string on, string? expected)
    {
        var roster = Create(
            new("p2", Worker, new LocalDate(2026, 2, 10)),
            new("p1", Worker, new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 31)));

        Assert.Equal(expected, roster.HolderOf(Worker, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value));
    }

    [Fact]
    public void HolderOf_SeatThatNobodyEverHeld_IsNobody() => Assert.Null(Roster.Empty.HolderOf(Worker, Monday));

    [Fact]
    public void SeatsOf_PersonWithSeveral_NamesThoseOfTheDay()
    {
        var roster = Create(
            new("p1", Worker, Monday),
            new("p1", new Seat("grid-worker", "124"), Monday),
            new("p1", new Seat("handler", "health"), Monday.PlusDays(1)));

        Assert.Equal(["grid-worker@123", "grid-worker@124"], roster.SeatsOf("p1", Monday).Select(static seat => seat.ToString()));
        Assert.Empty(roster.SeatsOf("p2", Monday));
    }

    [Fact]
    public void Vacancies_OfAllSeats_NamesThoseWithoutAHolder()
    {
        var roster = Create(new Appointment("p1", Worker, Monday));

        Assert.Equal([new Seat("grid-worker", "124")], roster.Vacancies([Worker, new Seat("grid-worker", "124")], Monday));
    }

    [Fact]
    public void Create_ManyFaults_ReportsAll()
    {
        Appointment[] appointments =
        [
            new("p1", Worker, Monday, Monday.PlusDays(9)),
            new("p2", Worker, Monday.PlusDays(9)),
            new("p3", Worker, Monday.PlusDays(20)),
            new(" ", new Seat("handler", "nowhere"), Monday),
            new("p4", new Seat("nobody", "1"), Monday, Monday.PlusDays(-1)),
        ];

        Assert.Null(Roster.Create(appointments, SmallCounty.Establishment, out var report));

        Assert.Equal(
            ["/1/seat staffing.seat-held-twice", "/2/seat staffing.seat-held-twice", "/3/person staffing.missing-person", "/3/seat staffing.unknown-department",
                "/4/seat staffing.unknown-post", "/4/to staffing.ends-before-start"],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Create_OneAfterTheOther_IsClean() =>
        Assert.NotNull(Create(new("p1", Worker, Monday, Monday), new("p2", Worker, Monday.PlusDays(1))));

    private static Roster Create(params Appointment[] appointments)
    {
        var roster = Roster.Create(appointments, SmallCounty.Establishment, out var report);
        report.EnsureNoErrors();
        return roster!;
    }
}
