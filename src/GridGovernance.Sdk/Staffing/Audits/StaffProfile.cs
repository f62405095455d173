using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Who the people in some posts are on a day (队伍结构): how many, how employed, with which traits.</summary>
/// <remarks>Shares are of everybody in service; of whom nothing is known is counted as unstated and has no trait. This type is immutable and safe to share between threads.</remarks>
public sealed class StaffProfile
{
    private readonly Dictionary<EmploymentKind, int> _employment = [];
    private readonly Dictionary<string, int> _traits = new(StringComparer.Ordinal);

    private StaffProfile(Roster roster, IEnumerable<string> posts, LocalDate on)
    {
        var counted = posts.ToHashSet(StringComparer.Ordinal);
        var seats = roster.Appointments.Where(one => counted.Contains(one.Seat.Post) && one.IsInForceOn(on)).ToArray();
        Seats = seats.Select(static one => one.Seat).Distinct().Count();
        foreach (var person in seats.Select(static one => one.Person).Distinct(StringComparer.Ordinal))
        {
            People++;
            var isKnown = roster.TryFindMember(person, on, out var member);
            Unknown += isKnown ? 0 : 1;
            var employment = isKnown ? member!.Employment : EmploymentKind.Unstated;
            _employment[employment] = _employment.GetValueOrDefault(employment) + 1;
            foreach (var trait in isKnown ? member!.Traits.Distinct(StringComparer.Ordinal) : [])
            {
                _traits[trait] = _traits.GetValueOrDefault(trait) + 1;
            }
        }
    }

    /// <summary>Gets how many people are in service.</summary>
    public int People { get; }

    /// <summary>Gets how many different seats they hold.</summary>
    public int Seats { get; }

    /// <summary>Gets of how many of them nothing is known.</summary>
    public int Unknown { get; }

    /// <summary>Gets the share who serve full-time, as all-round social workers or through a purchased service; null where nobody serves.</summary>
    public decimal? FullTimeShare => Share(Count(EmploymentKind.AllRoundSocialWorker) + Count(EmploymentKind.PurchasedService));

    /// <summary>Looks at the people in some posts.</summary>
    /// <param name="roster">Who sits where.</param>
    /// <param name="posts">The codes of the posts.</param>
    /// <param name="on">The day.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roster"/> or <paramref name="posts"/> is null.</exception>
    public static StaffProfile Of(Roster roster, IEnumerable<string> posts, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(posts);
        return new StaffProfile(roster, posts, on);
    }

    /// <summary>Counts those who are employed in one way.</summary>
    /// <param name="employment">How.</param>
    /// <returns>How many people.</returns>
    public int Count(EmploymentKind employment) => _employment.GetValueOrDefault(employment);

    /// <summary>Counts those who have a trait.</summary>
    /// <param name="trait">Its code, such as <c>computer-literate</c>.</param>
    /// <returns>How many people.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trait"/> is null.</exception>
    public int Count(string trait)
    {
        ArgumentNullException.ThrowIfNull(trait);
        return _traits.GetValueOrDefault(trait);
    }

    /// <summary>Returns the share of those who have a trait, such as a social worker's certificate (持证率, S4-29).</summary>
    /// <param name="trait">Its code.</param>
    /// <returns>A share of 1; null where nobody serves.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trait"/> is null.</exception>
    public decimal? ShareWith(string trait)
    {
        ArgumentNullException.ThrowIfNull(trait);
        return Share(Count(trait));
    }

    /// <summary>Returns how many people there are a unit.</summary>
    /// <param name="units">The number of units.</param>
    /// <returns>The number, such as 5.41; null without units.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative.</exception>
    public decimal? PeoplePer(long units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        return units > 0 ? (decimal)People / units : null;
    }

    private decimal? Share(int count) => People > 0 ? (decimal)count / People : null;
}
