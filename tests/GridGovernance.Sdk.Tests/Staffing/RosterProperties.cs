using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class RosterProperties
{
    private static readonly RosterPolicy Lenient = new() { DeputyCycle = FindingSeverity.Warning, Ineligible = FindingSeverity.Warning };

    [Property(MaxTest = 100, Arbitrary = [typeof(RosterGenerators)])]
    public void EveryQuery_OfARandomRoster_IsTheTables(RosterDefinition definition)
    {
        var sound = Sound(definition);
        var roster = Roster.Compile(sound, RosterGenerators.Establishment, out var report, policy: Lenient);
        Assert.True(roster is not null, report.ToString());
        var naive = new NaiveRoster(sound);
        foreach (var day in NaiveRoster.Days(RosterGenerators.First.PlusDays(-1), RosterGenerators.Last.PlusDays(1)))
        {
            foreach (var seat in RosterGenerators.Seats)
            {
                var holders = naive.Holders(seat, day).ToArray();
                Assert.Equal(holders, roster.HoldersOf(seat, day));
                Assert.Equal(holders.FirstOrDefault(), roster.HolderOf(seat, day));
                Assert.Equal(holders.Length, roster.CountHolders(seat, day));
                Assert.Equal(naive.Acting(seat, day), roster.ActingFor(seat, day));
                Assert.Equal(naive.LastHeld(seat, RosterGenerators.First, day), roster.LastHeldOn(seat, day));
                Assert.All(RosterGenerators.People, person => Assert.Equal(holders.Contains(person), roster.Holds(person, seat, day)));
            }

            foreach (var person in RosterGenerators.People)
            {
                Assert.Equal(naive.Seats(person, day), roster.SeatsOf(person, day));
                Assert.Equal(naive.IsAbsent(person, day), roster.IsAbsent(person, day));
                Assert.Equal(naive.Member(person, day), roster.TryFindMember(person, day, out var member) ? member : null);
            }
        }
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(RosterGenerators)])]
    public void VacanciesOf_ARandomSeat_AreTheTablesEmptyDays(RosterDefinition definition, byte from, byte length)
    {
        var sound = Sound(definition);
        var roster = Roster.Compile(sound, RosterGenerators.Establishment, out _, policy: Lenient)!;
        var naive = new NaiveRoster(sound);
        var first = RosterGenerators.First.PlusDays(from % 35 - 2);
        var last = first.PlusDays(length % 20);
        foreach (var seat in RosterGenerators.Seats)
        {
            var vacancies = roster.VacanciesOf(seat, first, last);

            Assert.Equal(naive.VacantDays(seat, first, last), vacancies.SelectMany(static one => NaiveRoster.Days(one.From, one.To)));
            Assert.Equal(vacancies.Sum(static one => one.Days), naive.VacantDays(seat, first, last).Count());
            Assert.All(vacancies.Zip(vacancies.Skip(1)), static pair => Assert.True(pair.First.To.PlusDays(1) < pair.Second.From));
        }
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(RosterGenerators)])]
    public void Compile_ARandomDefinition_IsRefusedExactlyWhereTheTableShowsAFault(RosterDefinition definition)
    {
        var roster = Roster.Compile(definition, RosterGenerators.Establishment, out var report);
        var codes = report.Select(static finding => finding.Code).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(roster is null, report.HasErrors);
        Assert.Equal(definition.Appointments.Any(static one => one.To < one.From) || definition.Staff.Any(static one => one.To < one.From)
            || definition.Absences.Any(static one => one.To < one.From) || definition.Deputies.Any(static one => one.To < one.From), codes.Contains("staffing.ends-before-start"));
        Assert.Equal(definition.Deputies.Any(static one => one.Seat == one.Deputy), codes.Contains("staffing.own-deputy"));
        Assert.Equal(Days().Any(day => HasCircle(definition, day)), codes.Contains("staffing.deputy-cycle"));
        var naive = new NaiveRoster(definition);
        Assert.Equal(Days().Any(day => RosterGenerators.Seats.Any(seat => IsCrowded(naive, seat, day))), codes.Overlaps(["staffing.seat-held-twice", "staffing.appointed-twice"]));
        if (!codes.Contains("staffing.staff-overlap"))
        {
            Assert.Equal(Verdicts(naive).Contains(false), codes.Contains("staffing.ineligible"));
        }
    }

    // Nothing changes after the day behind the last.
    private static IEnumerable<LocalDate> Days() => NaiveRoster.Days(RosterGenerators.First, RosterGenerators.Last.PlusDays(1));

    private static IEnumerable<bool?> Verdicts(NaiveRoster naive) =>
        from day in Days()
        from seat in RosterGenerators.Seats
        from person in naive.Holders(seat, day)
        select naive.IsEligible(person, RosterGenerators.Posts.First(post => post.Code == seat.Post).Eligible, day);

    private static bool IsCrowded(NaiveRoster naive, Seat seat, LocalDate day)
    {
        var holders = naive.Holders(seat, day).ToArray();
        return holders.Length > (seat.Post == "patrol" ? 2 : 1) || holders.Distinct().Count() < holders.Length;
    }

    // A seat is in a circle when it can be reached from itself in as many steps as there are seats.
    private static bool HasCircle(RosterDefinition definition, LocalDate day) => RosterGenerators.Seats.Any(start =>
    {
        HashSet<Seat> reached = [start];
        for (var step = 0; step < RosterGenerators.Seats.Length; step++)
        {
            reached = [.. definition.Deputies.Where(row => row.Seat != row.Deputy && row.IsInForceOn(day) && reached.Contains(row.Seat)).Select(static row => row.Deputy)];
            if (reached.Contains(start))
            {
                return true;
            }
        }

        return false;
    });

    // What is left of a definition when rows are taken while the table stays sound.
    private static RosterDefinition Sound(RosterDefinition definition)
    {
        var sound = new RosterDefinition();
        foreach (var one in definition.Appointments)
        {
            Keep(sound with { Appointments = sound.Appointments.Add(one) });
        }

        foreach (var one in definition.Staff)
        {
            Keep(sound with { Staff = sound.Staff.Add(one) });
        }

        foreach (var one in definition.Absences)
        {
            Keep(sound with { Absences = sound.Absences.Add(one) });
        }

        foreach (var one in definition.Deputies)
        {
            Keep(sound with { Deputies = sound.Deputies.Add(one) });
        }

        return sound;

        void Keep(RosterDefinition longer) => sound = Roster.Compile(longer, RosterGenerators.Establishment, out _, policy: Lenient) is null ? sound : longer;
    }
}
