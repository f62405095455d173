using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Fills the seats of a county with opaque people, and leaves some of them vacant.</summary>
public static class SyntheticRoster
{
    /// <summary>Creates a roster with one person in every seat, vacancies aside.</summary>
    /// <param name="establishment">The posts and departments.</param>
    /// <param name="map">The map: one seat of each spatial post in every unit of its level.</param>
    /// <param name="from">The first day of every appointment.</param>
    /// <param name="vacantPermille">The share of vacant seats, in thousandths; the highest post of each line is never vacant. 0..1000.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The roster.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="establishment"/> or <paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vacantPermille"/> is outside its range.</exception>
    public static Roster Create(Establishment establishment, GridMap map, LocalDate from, int vacantPermille, long seed) =>
        Checked(establishment, map, from, vacantPermille, seed, static _ => 1);

    /// <summary>Creates a roster for a run, from its first day: a seat whose work several people share is vacant where all of them are missing.</summary>
    /// <param name="establishment">The posts and departments.</param>
    /// <param name="map">The map: one seat of each spatial post in every unit of its level.</param>
    /// <param name="parameters">How many people share the work of each seat.</param>
    /// <param name="vacantPermille">The share of people who are missing, in thousandths; the highest post of each line is never vacant. 0..1000.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The roster.</returns>
    /// <exception cref="ArgumentNullException">A reference is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vacantPermille"/> is outside its range.</exception>
    public static Roster Create(Establishment establishment, GridMap map, CountyRunParameters parameters, int vacantPermille, long seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Checked(establishment, map, parameters.From, vacantPermille, seed, parameters.PeopleOf);
    }

    /// <summary>Fills seats whose work several people share: each of them may be missing, and the seat is vacant where all are.</summary>
    /// <returns>The roster, which names one person a seat, and how many there are in each.</returns>
    internal static (Roster Roster, Dictionary<Seat, int> People) Fill(
        Establishment establishment, GridMap map, LocalDate from, int vacantPermille, long seed, Func<Seat, int> peopleOf)
    {
        var streams = new RandomStreams(seed);
        var appointments = new List<Appointment>();
        var people = new Dictionary<Seat, int>();
        foreach (var post in establishment.Posts)
        {
            var stream = streams.Stream("roster/" + post.Code);
            var units = post.IsOfDepartment
                ? establishment.Departments.Select(department => department.Code)
                : map.UnitsAt(post.Level).Select(unit => unit.Code.ToString());
            foreach (var unit in units)
            {
                var seat = new Seat(post.Code, unit);
                var present = stream.NextChance(vacantPermille, 1_000) ? 0 : 1;
                var (shared, others) = (peopleOf(seat), streams.Stream("roster/" + seat));
                for (var other = 1; other < shared; other++)
                {
                    present += others.NextChance(vacantPermille, 1_000) ? 0 : 1;
                }

                people.Add(seat, present = post.Supervisor is null ? Math.Max(1, present) : present);
                if (present > 0)
                {
                    appointments.Add(new Appointment(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P{appointments.Count + 1:00000}"), seat, from));
                }
            }
        }

        var roster = Roster.Create(appointments, establishment, out var report);
        report.EnsureNoErrors();
        return (roster!, people);
    }

    private static Roster Checked(Establishment establishment, GridMap map, LocalDate from, int vacantPermille, long seed, Func<Seat, int> peopleOf)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNegative(vacantPermille);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vacantPermille, 1_000);
        return Fill(establishment, map, from, vacantPermille, seed, peopleOf).Roster;
    }
}
