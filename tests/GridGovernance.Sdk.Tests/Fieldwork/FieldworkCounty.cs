using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using SmallCounty = GridGovernance.Sdk.Tests.Staffing.SmallCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

/// <summary>A county of two villages with two grids each, where the grids are the leaves.</summary>
internal static class FieldworkCounty
{
    public static readonly GridMap Map = SmallCounty.Map("1", "11", "12", "111", "112", "121", "122");

    public static readonly GridCode[] Cells = [.. new[] { "111", "112", "121", "122" }.Select(GridCode.Parse)];

    public static readonly Seat Commander = Seat.Parse("commander@1");
    public static readonly Seat VillageHead = Seat.Parse("village-head@11");
    public static readonly Seat OtherHead = Seat.Parse("village-head@12");
    public static readonly Seat Worker = Seat.Parse("grid-worker@111");
    public static readonly Seat OtherWorker = Seat.Parse("grid-worker@121");
    public static readonly Seat Handler = Seat.Parse("handler@health");

    public static readonly Seat[] Seats =
    [
        Commander, VillageHead, OtherHead, Worker, Seat.Parse("grid-worker@112"), OtherWorker, Seat.Parse("grid-worker@122"), Handler,
    ];

    /// <summary>Monday 5 January 2026, 09:00 in China.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 1, 5, 1, 0);

    public static readonly LocalDate Day = new(2026, 1, 5);

    public static FieldworkModel Full { get; } = Model(Seats);

    public static FieldworkModel Model(IEnumerable<Seat> filled, ICaseLists? lists = null, EquatableArray<Deputation> deputies = default)
    {
        var definition = new RosterDefinition
        {
            Appointments = EquatableArray.From(filled.Select(static seat => new Appointment("p-" + seat, seat, new LocalDate(2020, 1, 1)))),
            Deputies = deputies,
        };
        var roster = Roster.Compile(definition, SmallCounty.Establishment, out var report);
        report.EnsureNoErrors();
        return new FieldworkModel { Map = Map, Calendar = WorkCalendar.China, Establishment = SmallCounty.Establishment, Roster = roster, Lists = lists };
    }

    public static Instant At(int minutes) => Monday + Duration.FromMinutes(minutes);

    public static string[] Codes(FindingReport report) => [.. report.Select(static finding => finding.Code)];

    public static string[] Codes<T>(Decision<T> decision) => [.. decision.Refusals.Select(static refusal => refusal.Code)];
}
