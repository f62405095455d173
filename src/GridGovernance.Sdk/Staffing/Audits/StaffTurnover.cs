using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Who came and who left some posts in a time (人员流动).</summary>
/// <remarks>
/// <para>A person is in service while they hold a seat of these posts; who moves from one grid to another without a day between has neither come nor left.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="AtStart">How many people were in service on the day before the first.</param>
/// <param name="Joined">How often somebody came into service on a day of the time.</param>
/// <param name="Left">How often somebody was in service on a day, or on the day before the first, and not on the next day of the time.</param>
/// <param name="AtEnd">How many people were in service on the last day: those at the start, plus those who joined, less those who left.</param>
/// <param name="PersonDays">How many days all people together were in service.</param>
/// <param name="Days">How many days the time has.</param>
public sealed record StaffTurnover(int AtStart, int Joined, int Left, int AtEnd, long PersonDays, int Days)
{
    /// <summary>Gets the turnover as leavers over the mean number of people in service; null where nobody was.</summary>
    public decimal? RateOfMean => PersonDays > 0 ? (decimal)Left * Days / PersonDays : null;

    /// <summary>Gets the turnover as leavers over everybody who was there at the start or joined; null where nobody did.</summary>
    public decimal? RateOfAll => AtStart + Joined > 0 ? (decimal)Left / (AtStart + Joined) : null;

    /// <summary>Counts the turnover of a time.</summary>
    /// <param name="roster">Who sat where.</param>
    /// <param name="posts">The codes of the posts.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included.</param>
    /// <returns>The turnover.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roster"/> or <paramref name="posts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public static StaffTurnover Of(Roster roster, IEnumerable<string> posts, LocalDate from, LocalDate to)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var counted = posts.ToHashSet(StringComparer.Ordinal);
        var total = new StaffTurnover(0, 0, 0, 0, 0, Period.DaysBetween(from, to) + 1);
        foreach (var person in roster.Appointments.Where(one => counted.Contains(one.Seat.Post)).GroupBy(static one => one.Person, StringComparer.Ordinal))
        {
            foreach (var (first, last) in Services(person))
            {
                var isThere = last >= from && first <= to;
                total = total with
                {
                    AtStart = total.AtStart + (first < from && last >= from.PlusDays(-1) ? 1 : 0),
                    Joined = total.Joined + (first >= from && first <= to ? 1 : 0),
                    Left = total.Left + (last >= from.PlusDays(-1) && last < to && first <= to ? 1 : 0),
                    AtEnd = total.AtEnd + (first <= to && last >= to ? 1 : 0),
                    PersonDays = total.PersonDays + (isThere ? Period.DaysBetween(LocalDate.Max(first, from), LocalDate.Min(last, to)) + 1 : 0),
                };
            }
        }

        return total;
    }

    // Seats that touch or overlap are one service.
    private static List<(LocalDate First, LocalDate Last)> Services(IEnumerable<Appointment> seats)
    {
        var services = new List<(LocalDate First, LocalDate Last)>();
        foreach (var seat in seats.OrderBy(static seat => seat.From))
        {
            var last = seat.To ?? LocalDate.MaxIsoValue;
            if (services.Count > 0 && (services[^1].Last >= seat.From || services[^1].Last.PlusDays(1) == seat.From))
            {
                services[^1] = (services[^1].First, LocalDate.Max(services[^1].Last, last));
            }
            else
            {
                services.Add((seat.From, last));
            }
        }

        return services;
    }
}
