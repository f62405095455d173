using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Who holds which seat on which day (花名册): at most one person a seat.</summary>
/// <remarks>
/// <para>A person may hold several seats (兼任); a seat has at most one holder on any day, which is checked when the roster is made.</para>
/// <para>A look-up takes logarithmic time in the number of appointments of that seat. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Roster
{
    // INVARIANT: each array is sorted by first day, and no two of its appointments share a day.
    private readonly Dictionary<Seat, Appointment[]> _bySeat;
    private readonly Dictionary<string, Appointment[]> _byPerson;

    private Roster(EquatableArray<Appointment> appointments)
    {
        Appointments = appointments;
        _bySeat = appointments.GroupBy(static one => one.Seat).ToDictionary(static group => group.Key, static group => group.OrderBy(static one => one.From).ToArray());
        _byPerson = appointments.GroupBy(static one => one.Person, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Gets the roster without anybody.</summary>
    public static Roster Empty { get; } = new([]);

    /// <summary>Gets the appointments, in the order given.</summary>
    public EquatableArray<Appointment> Appointments { get; }

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
        var all = EquatableArray.From(appointments);
        var findings = new List<Finding>();
        for (var i = 0; i < all.Count; i++)
        {
            Check(all[i], i, establishment, findings);
        }

        CheckOnePerSeat(all, findings);
        report = new FindingReport(findings);
        return report.HasErrors ? null : new Roster(all);
    }

    /// <summary>Returns who holds a seat on a day.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="on">The day.</param>
    /// <returns>The id of the person; null when the seat is vacant.</returns>
    public string? HolderOf(Seat seat, LocalDate on)
    {
        if (!_bySeat.TryGetValue(seat, out var appointments))
        {
            return null;
        }

        var (low, high) = (0, appointments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (appointments[middle].From <= on)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && appointments[low - 1].IsInForceOn(on) ? appointments[low - 1].Person : null;
    }

    /// <summary>Returns the seats that a person holds on a day, in the order of the appointments.</summary>
    /// <param name="person">The id of the person.</param>
    /// <param name="on">The day.</param>
    /// <returns>The seats; empty when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public EquatableArray<Seat> SeatsOf(string person, LocalDate on) => _byPerson.TryGetValue(person, out var appointments)
        ? EquatableArray.From(appointments.Where(one => one.IsInForceOn(on)).Select(static one => one.Seat))
        : [];

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

    private static void Check(Appointment one, int i, Establishment establishment, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(one.Person))
        {
            Add(findings, "staffing.missing-person", i, "person", one.Seat);
        }

        if (one.To < one.From)
        {
            Add(findings, "staffing.ends-before-start", i, "to", one.Seat, one.From, one.To);
        }

        if (one.Seat.Post is null || !establishment.TryFindPost(one.Seat.Post, out var post))
        {
            Add(findings, "staffing.unknown-post", i, "seat", one.Seat, one.Seat.Post);
        }
        else if (post.IsOfDepartment && (one.Seat.Unit is null || !establishment.TryFindDepartment(one.Seat.Unit, out _)))
        {
            Add(findings, "staffing.unknown-department", i, "seat", one.Seat, one.Seat.Unit);
        }
    }

    private static void CheckOnePerSeat(EquatableArray<Appointment> all, List<Finding> findings)
    {
        var ordered = Enumerable.Range(0, all.Count).Where(i => all[i].To is not { } to || to >= all[i].From)
            .GroupBy(i => all[i].Seat).Where(static group => group.Skip(1).Any());
        foreach (var group in ordered)
        {
            var last = -1;
            foreach (var i in group.OrderBy(i => all[i].From).ThenBy(static i => i))
            {
                if (last >= 0 && all[last].IsInForceOn(all[i].From))
                {
                    Add(findings, "staffing.seat-held-twice", i, "seat", all[i].Seat, all[i].From, last + 1, i + 1);
                }

                // The one that ends later is what the next may collide with.
                last = last >= 0 && (all[last].To is not { } to || to >= (all[i].To ?? LocalDate.MaxIsoValue)) ? last : i;
            }
        }
    }

    private static void Add(List<Finding> findings, string message, int i, string field, Seat seat, params ReadOnlySpan<object?> values) =>
        findings.Add(Finding.Error(StaffingMessages.Catalogue[message, [seat.ToString(), .. values]], FindingPlace.At($"/{i}/{field}") with { Subject = seat.ToString() }));
}
