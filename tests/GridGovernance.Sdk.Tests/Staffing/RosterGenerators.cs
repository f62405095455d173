using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Staffing;

/// <summary>Random rosters over a month, dense enough for overlaps, absences and circles to come up.</summary>
internal static class RosterGenerators
{
    public static readonly LocalDate First = new(2026, 1, 1);
    public static readonly LocalDate Last = new(2026, 1, 31);

    public static readonly EquatableArray<Post> Posts =
    [
        new("commander", "Commander", "总指挥", "county", "commander"),
        new("guide", "Guide", "网格指导员", "village", "guide", Optional: true, Eligible: [EligibilityRule.Parse("branch-secretary")]),
        new("grid-worker", "Grid worker", "网格员", "grid", "grid-worker", "commander"),
        new("patrol", "Patrol", "巡防员", "grid", "patrol", "grid-worker", MostHolders: 2),
        new("branch-head", "Head of branch", "网格党支部书记", "grid", "branch-head", Eligible: [EligibilityRule.Parse("party-member+@grid-worker"), EligibilityRule.Parse("@commander")]),
        new("handler", "Handler", "承办人", Post.DepartmentLevel, "handler", "commander"),
    ];

    public static readonly Establishment Establishment = SmallCounty.Compile(Posts, SmallCounty.Departments);

    public static readonly Seat[] Seats = [new("commander", "1"), new("guide", "12"), new("grid-worker", "123"), new("grid-worker", "124"), new("patrol", "123"), new("branch-head", "123"), new("handler", "health")];

    public static readonly string[] People = ["p1", "p2", "p3", "p4"];

    private static readonly Gen<LocalDate> Day = Gen.Choose(0, 30).Select(static i => First.PlusDays(i));

    // Mostly in order, sometimes reversed, sometimes open.
    private static readonly Gen<(LocalDate From, LocalDate? To)> Days = Gen.Frequency(
        (6, from a in Day from b in Day select (LocalDate.Min(a, b), (LocalDate?)LocalDate.Max(a, b))),
        (3, from a in Day select (a, (LocalDate?)null)),
        (1, from a in Day from b in Day select (a, (LocalDate?)b)));

    private static readonly Gen<Appointment> Appointments =
        from person in Gen.Elements(People) from seat in Gen.Elements(Seats) from days in Days select new Appointment(person, seat, days.From, days.To);

    private static readonly Gen<StaffMember> Staff =
        from person in Gen.Elements(People)
        from traits in Gen.SubListOf("party-member", "branch-secretary")
        from days in Days
        from open in Gen.Elements(true, false)
        select new StaffMember(person, EmploymentKind.Concurrent, EquatableArray.From(traits), open ? null : days.From, open ? null : days.To);

    private static readonly Gen<StaffAbsence> Absences =
        from person in Gen.Elements(People) from days in Days select new StaffAbsence(person, days.From, days.To);

    private static readonly Gen<Deputation> Deputies =
        from seat in Gen.Elements(Seats) from deputy in Gen.Elements(Seats) from days in Days select new Deputation(seat, deputy, days.From, days.To);

    public static Arbitrary<RosterDefinition> Definitions() => Arb.From(
        from appointments in Rows(Appointments, 8)
        from staff in Rows(Staff, 3)
        from absences in Rows(Absences, 3)
        from deputies in Rows(Deputies, 4)
        select new RosterDefinition { Appointments = appointments, Staff = staff, Absences = absences, Deputies = deputies },
        Shrink);

    private static Gen<EquatableArray<T>> Rows<T>(Gen<T> row, int most) =>
        from count in Gen.Choose(0, most) from rows in row.ArrayOf(count) select EquatableArray.From(rows);

    private static IEnumerable<RosterDefinition> Shrink(RosterDefinition one) =>
    [
        .. Without(one.Appointments).Select(rows => one with { Appointments = rows }),
        .. Without(one.Staff).Select(rows => one with { Staff = rows }),
        .. Without(one.Absences).Select(rows => one with { Absences = rows }),
        .. Without(one.Deputies).Select(rows => one with { Deputies = rows }),
    ];

    private static IEnumerable<EquatableArray<T>> Without<T>(EquatableArray<T> rows) =>
        Enumerable.Range(0, rows.Count).Select(i => EquatableArray.From(rows.Where((_, j) => j != i)));
}
