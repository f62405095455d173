using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Staffing;

/// <summary>A roster as a table: one line for every day, seat and person. Written from the words of the documentation, without the product's code.</summary>
internal sealed class NaiveRoster(RosterDefinition definition)
{
    public IEnumerable<string> Holders(Seat seat, LocalDate on) =>
        definition.Appointments.Select((one, i) => (one, i)).Where(pair => pair.one.Seat == seat && Runs(pair.one.From, pair.one.To, on))
            .OrderBy(pair => pair.one.From).ThenBy(pair => pair.i).Select(pair => pair.one.Person);

    public IEnumerable<Seat> Seats(string person, LocalDate on) =>
        definition.Appointments.Where(one => one.Person == person && Runs(one.From, one.To, on)).Select(one => one.Seat);

    public bool IsAbsent(string person, LocalDate on) => definition.Absences.Any(one => one.Person == person && Runs(one.From, one.To, on));

    public StaffMember? Member(string person, LocalDate on) =>
        definition.Staff.FirstOrDefault(one => one.Person == person && Runs(one.From ?? LocalDate.MinIsoValue, one.To, on));

    public ActingPerson? Acting(Seat seat, LocalDate on) => Acting(seat, on, false, []);

    public IEnumerable<LocalDate> VacantDays(Seat seat, LocalDate from, LocalDate to) => Days(from, to).Where(day => !Holders(seat, day).Any());

    public LocalDate? LastHeld(Seat seat, LocalDate first, LocalDate upTo) =>
        Days(first, upTo).Where(day => Holders(seat, day).Any()).Select(day => (LocalDate?)day).LastOrDefault();

    // Null is "not known".
    public bool? IsEligible(string person, EquatableArray<EligibilityRule> rules, LocalDate on)
    {
        var verdicts = rules.Select(rule =>
            rule.Posts.Any(post => !Seats(person, on).Any(seat => seat.Post == post)) ? false
            : rule.Traits.Count == 0 ? true
            : Member(person, on) is { } member ? rule.Traits.All(trait => member.Traits.Contains(trait))
            : (bool?)null).ToList();
        return rules.Count == 0 || verdicts.Contains(true) ? true : verdicts.Contains(null) ? null : false;
    }

    public static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    private ActingPerson? Acting(Seat seat, LocalDate on, bool isDeputy, HashSet<Seat> asked)
    {
        foreach (var person in Holders(seat, on).Where(person => !IsAbsent(person, on)))
        {
            return new ActingPerson(person, seat, isDeputy);
        }

        return !asked.Add(seat) ? null : definition.Deputies.Where(row => row.Seat == seat && Runs(row.From, row.To, on))
            .Select(row => Acting(row.Deputy, on, true, asked)).FirstOrDefault(acting => acting is not null);
    }

    private static bool Runs(LocalDate from, LocalDate? to, LocalDate on) => from <= on && (to is null || on <= to);
}
