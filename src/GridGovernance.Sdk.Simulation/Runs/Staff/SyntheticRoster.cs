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
    public static Roster Create(Establishment establishment, GridMap map, LocalDate from, int vacantPermille, long seed)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNegative(vacantPermille);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vacantPermille, 1_000);
        var streams = new RandomStreams(seed);
        var appointments = new List<Appointment>();
        foreach (var post in establishment.Posts)
        {
            var stream = streams.Stream("roster/" + post.Code);
            var units = post.IsOfDepartment
                ? establishment.Departments.Select(department => department.Code)
                : map.UnitsAt(post.Level).Select(unit => unit.Code.ToString());
            foreach (var unit in units)
            {
                var vacant = stream.NextChance(vacantPermille, 1_000);
                if (!vacant || post.Supervisor is null)
                {
                    appointments.Add(new Appointment(
                        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P{appointments.Count + 1:00000}"), new Seat(post.Code, unit), from));
                }
            }
        }

        var roster = Roster.Create(appointments, establishment, out var report);
        report.EnsureNoErrors();
        return roster!;
    }
}
