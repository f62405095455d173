using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Who holds which seat on which day (花名册), who is away, and who then stands in.</summary>
/// <remarks>
/// <para>A person may hold several seats (兼任); a seat has at most as many holders on any day as its post allows, which is checked when the roster is made.</para>
/// <para>Look-ups take logarithmic time in the number of appointments of that seat or person; those that return no list allocate nothing.
/// This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Roster
{
    /// <summary>The most seats that are asked for one deputy after the other: whoever stands further off does not act.</summary>
    public const int MostSeatsAsked = 32;

    private readonly Dictionary<Seat, IntervalIndex<Appointment>> _bySeat;
    private readonly Dictionary<string, PersonFile> _byPerson;
    private readonly Dictionary<Seat, DeputyList> _deputies;

    private Roster(RosterDefinition definition)
    {
        Definition = definition;
        var positions = Enumerable.Range(0, Appointments.Count);
        _bySeat = Appointments.GroupBy(static one => one.Seat)
            .ToDictionary(static group => group.Key, static group => new IntervalIndex<Appointment>(group, static one => (one.From, one.To)));
        var seats = positions.ToLookup(i => Appointments[i].Person, StringComparer.Ordinal);
        var staff = definition.Staff.ToLookup(static one => one.Person, StringComparer.Ordinal);
        var absences = definition.Absences.ToLookup(static one => one.Person, StringComparer.Ordinal);
        People = EquatableArray.From(Appointments.Select(static one => one.Person).Concat(definition.Staff.Select(static one => one.Person)).Distinct(StringComparer.Ordinal));
        _byPerson = People.Concat(definition.Absences.Select(static one => one.Person)).Distinct(StringComparer.Ordinal).ToDictionary(
            static person => person,
            person => new PersonFile(
                new IntervalIndex<int>(seats[person], i => (Appointments[i].From, Appointments[i].To)),
                new IntervalIndex<StaffMember>(staff[person], static one => (one.From ?? LocalDate.MinIsoValue, one.To)),
                new IntervalIndex<StaffAbsence>(absences[person], static one => (one.From, one.To))),
            StringComparer.Ordinal);
        _deputies = definition.Deputies.GroupBy(static one => one.Seat)
            .Select(static (group, id) => new DeputyList(id, group.Key, [.. group])).ToDictionary(static list => list.Seat);
    }

    /// <summary>Gets the roster without anybody.</summary>
    public static Roster Empty { get; } = new(new RosterDefinition());

    /// <summary>Gets what the roster was made of.</summary>
    public RosterDefinition Definition { get; }

    /// <summary>Gets the appointments, in the order given.</summary>
    public EquatableArray<Appointment> Appointments => Definition.Appointments;

    /// <summary>Gets the ids of everybody who is appointed or known, in the order of their first row.</summary>
    public EquatableArray<string> People { get; }

    /// <summary>Checks appointments and makes a roster of them.</summary>
    /// <param name="appointments">The appointments; paths in the report begin with the position from 0.</param>
    /// <param name="establishment">The posts and departments that the seats must be of.</param>
    /// <param name="report">Every problem found.</param>
    /// <returns>The roster; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Roster? Create(IEnumerable<Appointment> appointments, Establishment establishment, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(appointments);
        ArgumentNullException.ThrowIfNull(establishment);
        var definition = new RosterDefinition { Appointments = EquatableArray.From(appointments) };
        report = new RosterCheck(definition, establishment, null, RosterPolicy.Strict, "").Run();
        return report.HasErrors ? null : new Roster(definition);
    }

    /// <summary>Checks everything that a roster is made of, and makes it.</summary>
    /// <param name="definition">The rows; paths in the report begin with <c>/appointments/</c>, <c>/staff/</c>, <c>/absences/</c> or <c>/deputies/</c> and the position from 0.</param>
    /// <param name="establishment">The posts and departments that the seats must be of.</param>
    /// <param name="report">Every problem found. Of somebody of whom nothing is known eligibility is unknown: a warning.</param>
    /// <param name="map">The map that must have the units; null where only the form of their codes is checked.</param>
    /// <param name="policy">How grave some faults are; <see cref="RosterPolicy.Strict"/> when null.</param>
    /// <returns>The roster; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="establishment"/> is null.</exception>
    public static Roster? Compile(
        RosterDefinition definition, Establishment establishment, out FindingReport report, Grids.GridMap? map = null, RosterPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(establishment);
        report = new RosterCheck(definition, establishment, map, policy ?? RosterPolicy.Strict, "/appointments").Run();
        return report.HasErrors ? null : new Roster(definition);
    }

    /// <summary>Returns who holds a seat on a day.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="on">The day.</param>
    /// <returns>The id of the person, of several the one who has held it longest; null when the seat is vacant.</returns>
    public string? HolderOf(Seat seat, LocalDate on) =>
        _bySeat.TryGetValue(seat, out var index) && index.Next(on, 0) is >= 0 and var i ? index[i].Person : null;

    /// <summary>Returns everybody who holds a seat on a day.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="on">The day.</param>
    /// <returns>The ids, the one who has held it longest first; empty when the seat is vacant.</returns>
    public EquatableArray<string> HoldersOf(Seat seat, LocalDate on)
    {
        var holders = new List<string>();
        if (_bySeat.TryGetValue(seat, out var index))
        {
            for (var i = index.Next(on, 0); i >= 0; i = index.Next(on, i + 1))
            {
                holders.Add(index[i].Person);
            }
        }

        return EquatableArray.From(holders);
    }

    /// <summary>Counts who holds a seat on a day.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="on">The day.</param>
    /// <returns>How many people.</returns>
    public int CountHolders(Seat seat, LocalDate on)
    {
        var count = 0;
        if (_bySeat.TryGetValue(seat, out var index))
        {
            for (var i = index.Next(on, 0); i >= 0; i = index.Next(on, i + 1))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Returns the seats that a person holds on a day, in the order of the appointments.</summary>
    /// <param name="person">The id of the person.</param>
    /// <param name="on">The day.</param>
    /// <returns>The seats; empty when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public EquatableArray<Seat> SeatsOf(string person, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(person);
        var found = new List<int>();
        if (_byPerson.TryGetValue(person, out var file))
        {
            for (var i = file.Seats.Next(on, 0); i >= 0; i = file.Seats.Next(on, i + 1))
            {
                found.Add(file.Seats[i]);
            }
        }

        found.Sort();
        return EquatableArray.From(found.Select(i => Appointments[i].Seat));
    }

    /// <summary>Says whether a person holds a seat on a day.</summary>
    /// <param name="person">The id of the person.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="on">The day.</param>
    /// <returns>True when they do, absent or not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public bool Holds(string person, Seat seat, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (_bySeat.TryGetValue(seat, out var index))
        {
            for (var i = index.Next(on, 0); i >= 0; i = index.Next(on, i + 1))
            {
                if (string.Equals(index[i].Person, person, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Says whether a person is away on a day.</summary>
    /// <param name="person">The id of the person.</param>
    /// <param name="on">The day.</param>
    /// <returns>True when an absence runs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public bool IsAbsent(string person, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(person);
        return _byPerson.TryGetValue(person, out var file) && file.Absences.Next(on, 0) >= 0;
    }

    /// <summary>Finds what is known of a person on a day.</summary>
    /// <param name="person">The id of the person.</param>
    /// <param name="on">The day.</param>
    /// <param name="member">What is known, or null.</param>
    /// <returns>True when something is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public bool TryFindMember(string person, LocalDate on, [NotNullWhen(true)] out StaffMember? member)
    {
        ArgumentNullException.ThrowIfNull(person);
        member = _byPerson.TryGetValue(person, out var file) && file.Staff.Next(on, 0) is >= 0 and var i ? file.Staff[i] : null;
        return member is not null;
    }

    /// <summary>Returns who acts for a seat on a day: a holder who is not away, or else whoever acts in the first seat that stands in for it.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="on">The day.</param>
    /// <returns>The person and by virtue of which seat; null when nobody acts.</returns>
    public ActingPerson? ActingFor(Seat seat, LocalDate on)
    {
        Span<int> asked = stackalloc int[MostSeatsAsked];
        var count = 0;
        return Acting(seat, on, false, asked, ref count);
    }

    /// <summary>Returns the last day up to a given one on which somebody held a seat: the day after it, the seat fell vacant.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="upTo">The latest day of interest.</param>
    /// <returns>The day, which is <paramref name="upTo"/> itself while somebody holds it; null when nobody has held it yet.</returns>
    public LocalDate? LastHeldOn(Seat seat, LocalDate upTo) => _bySeat.TryGetValue(seat, out var index) ? index.LastDay(upTo) : null;

    /// <summary>Returns the seats that nobody holds on a day (空缺).</summary>
    /// <param name="seats">The seats that ought to be held, such as one grid worker at every grid (一格一员).</param>
    /// <param name="on">The day.</param>
    /// <returns>The vacant ones, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="seats"/> is null.</exception>
    public EquatableArray<Seat> Vacancies(IEnumerable<Seat> seats, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(seats);
        return EquatableArray.From(seats.Where(seat => HolderOf(seat, on) is null));
    }

    /// <summary>Returns every time in which nobody holds a seat.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="from">The first day of interest.</param>
    /// <param name="to">The last day of interest, itself included.</param>
    /// <returns>The vacancies, the earliest first; each as long as it can be.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public EquatableArray<Vacancy> VacanciesOf(Seat seat, LocalDate from, LocalDate to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var vacancies = new List<Vacancy>();
        LocalDate? open = from;
        if (_bySeat.TryGetValue(seat, out var index))
        {
            for (var i = 0; i < index.Count && open is { } day && index.From(i) <= to; i++)
            {
                if (index.From(i) > day)
                {
                    vacancies.Add(new Vacancy(seat, day, index.From(i).PlusDays(-1)));
                }

                open = index.To(i) >= to ? null : index.To(i) >= day ? index.To(i).PlusDays(1) : day;
            }
        }

        if (open is { } rest)
        {
            vacancies.Add(new Vacancy(seat, rest, to));
        }

        return EquatableArray.From(vacancies);
    }

    /// <summary>The appointments to a seat, the earliest first.</summary>
    internal IntervalIndex<Appointment>? HistoryOf(Seat seat) => _bySeat.GetValueOrDefault(seat);

    /// <summary>The first day of everything that may change who acts for a seat, after one day and up to another.</summary>
    internal void CollectChanges(Seat seat, LocalDate after, LocalDate upTo, SortedSet<LocalDate> days, HashSet<Seat> seen)
    {
        if (!seen.Add(seat))
        {
            return;
        }

        for (var i = 0; HistoryOf(seat) is { } index && i < index.Count && index.From(i) <= upTo; i++)
        {
            Add(index.From(i), index.To(i));
            var absences = _byPerson[index[i].Person].Absences;
            for (var k = 0; k < absences.Count; k++)
            {
                Add(absences.From(k), absences.To(k));
            }
        }

        foreach (var row in _deputies.TryGetValue(seat, out var list) ? list.Rows : [])
        {
            Add(row.From, row.To ?? LocalDate.MaxIsoValue);
            CollectChanges(row.Deputy, after, upTo, days, seen);
        }

        void Add(LocalDate from, LocalDate to)
        {
            if (from > after && from <= upTo)
            {
                days.Add(from);
            }

            if (to >= after && to < upTo)
            {
                days.Add(to.PlusDays(1));
            }
        }
    }

    private ActingPerson? Acting(Seat seat, LocalDate on, bool isDeputy, Span<int> asked, ref int count)
    {
        if (_bySeat.TryGetValue(seat, out var index))
        {
            for (var i = index.Next(on, 0); i >= 0; i = index.Next(on, i + 1))
            {
                if (!IsAbsent(index[i].Person, on))
                {
                    return new ActingPerson(index[i].Person, seat, isDeputy);
                }
            }
        }

        // INVARIANT: a seat is asked for its deputies once, so a circle ends.
        if (!_deputies.TryGetValue(seat, out var deputies) || count == asked.Length || asked[..count].Contains(deputies.Id))
        {
            return null;
        }

        asked[count++] = deputies.Id;
        foreach (var row in deputies.Rows)
        {
            if (row.IsInForceOn(on) && Acting(row.Deputy, on, true, asked, ref count) is { } acting)
            {
                return acting;
            }
        }

        return null;
    }

    private sealed record PersonFile(IntervalIndex<int> Seats, IntervalIndex<StaffMember> Staff, IntervalIndex<StaffAbsence> Absences);

    private sealed record DeputyList(int Id, Seat Seat, Deputation[] Rows);
}
