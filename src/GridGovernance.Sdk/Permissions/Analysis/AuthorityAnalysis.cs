using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Looks for the three illnesses of unclear powers (无权管理、越权管理、多头管理), for duties that a prohibition forbids, and for rules that do nothing.</summary>
/// <remarks>
/// <para>It decides every combination of matter, action, place and day, with everybody whom the establishment knows: each spatial post at its level, each post of
/// departments in every department. Where rules name kinds of unit it looks at each of these, and at every other kind as one: who sits in units of a kind is weighed
/// against each other and against the departments. Places and days that no rule and no item tells apart are decided once. What it reports it has seen, and within these
/// dimensions it misses nothing.</para>
/// <para>It does not look at whose area a place is in. Of conditions it takes every one to be met where it looks for gaps, leads, excess and what the entry list admits: several
/// leads that a prohibition under a condition keeps apart, or a matter that nobody may handle while some condition is unmet, are no issue to it. Where it looks for duties that
/// are not separated or not exclusive it looks at every set of conditions: one of them is enough. Who handled a matter is told by the conditions <see cref="NotTheHandler"/> and
/// <see cref="TheHandler"/> alone; no other keeps the two duties apart. A rule is redundant, shadowed or in conflict under its own conditions.</para>
/// <para>A prohibition of what nobody is permitted is no issue: it says what is to stay so.</para>
/// </remarks>
public static class AuthorityAnalysis
{
    /// <summary>The action that every matter of order or service needs a lead for.</summary>
    public const string Handling = "handle";

    /// <summary>The action that must not be done by who handled.</summary>
    public const string Verifying = "verify";

    /// <summary>The condition that somebody else handled the matter: what hangs on it is closed to who handled.</summary>
    public const string NotTheHandler = "not-the-handler";

    /// <summary>The condition that one handled the matter oneself: what is forbidden under it is closed to who handled.</summary>
    public const string TheHandler = "is-the-handler";

    /// <summary>Analyses a list.</summary>
    /// <param name="list">The power-and-duty list.</param>
    /// <param name="entryList">The entry list, to hold the leads against; null to leave it aside, and with it the scope guard.</param>
    /// <param name="places">The places to look at: the units of a map, or townships where there is none. Units that rules or items name inside them are looked at as well.</param>
    /// <param name="from">The first day to look at.</param>
    /// <param name="to">The last day to look at, itself included.</param>
    /// <param name="delegations">The delegations over the list, to look for duties that they bring together; null to leave them aside.</param>
    /// <returns>Every issue found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> or <paramref name="places"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="places"/> is empty, or <paramref name="to"/> is before <paramref name="from"/>.</exception>
    public static AuthorityReport Run(AuthorityList list, EntryList? entryList, IEnumerable<GridCode> places, LocalDate from, LocalDate to, DelegationRegister? delegations = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(places);
        if (to < from)
        {
            throw new ArgumentException($"The last day is expected on or after {from:uuuu-MM-dd}, but is {to:uuuu-MM-dd}.", nameof(to));
        }

        var given = places.ToArray();
        return given.Length == 0
            ? throw new ArgumentException("The analysis needs at least one place, but was given none.", nameof(places))
            : new AnalysisRun(list, entryList, delegations, given, from, to).Run();
    }

    /// <summary>Analyses a list on all the days that its terms and those of the entry list tell apart: from the first day that one names to the day after the last.</summary>
    /// <param name="list">The power-and-duty list.</param>
    /// <param name="entryList">The entry list, to hold the leads against; null to leave it aside, and with it the scope guard.</param>
    /// <param name="places">The places to look at.</param>
    /// <param name="delegations">The delegations over the list, to look for duties that they bring together; null to leave them aside.</param>
    /// <returns>Every issue found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> or <paramref name="places"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="places"/> is empty.</exception>
    public static AuthorityReport Run(AuthorityList list, EntryList? entryList, IEnumerable<GridCode> places, DelegationRegister? delegations = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(places);

        var (from, to) = DaysOf(list, entryList);
        return Run(list, entryList, places, from, to, delegations);
    }

    /// <summary>Returns the days that an analysis without days of its own looks at, or those that it would from or to a given day on.</summary>
    /// <param name="list">The power-and-duty list.</param>
    /// <param name="entryList">The entry list; null to leave it aside.</param>
    /// <param name="from">The first day; null for the first that a term names. A rule whose term is over before it is out of term (过期).</param>
    /// <param name="to">The last day; null for the day after the last that a term names, but not before <paramref name="from"/>.</param>
    /// <returns>The first and the last day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> is null.</exception>
    public static (LocalDate From, LocalDate To) DaysOf(AuthorityList list, EntryList? entryList, LocalDate? from = null, LocalDate? to = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        var (first, last) = AnalysisClasses.SpanOf(list.Definition, entryList?.Definition);
        var begin = from ?? LocalDate.Min(first, to ?? first);
        return (begin, to ?? LocalDate.Max(begin, last));
    }

    /// <summary>Looks for the fewest rules that have to go for the analysis to find nothing but information any more.</summary>
    /// <param name="list">The power-and-duty list.</param>
    /// <param name="entryList">The entry list, whose scope guard is held against the list; null to leave it aside.</param>
    /// <param name="places">The places to look at.</param>
    /// <param name="budget">How many analyses to run at most; the search is exponential in the size of the repair.</param>
    /// <returns>The repair, or that there is none, and whether that is proved.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> or <paramref name="places"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="places"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budget"/> is less than 1.</exception>
    public static AuthorityRepair Repair(AuthorityList list, EntryList? entryList, IEnumerable<GridCode> places, int budget = 10_000)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        var given = places.ToArray();
        var (from, to) = AnalysisClasses.SpanOf(list.Definition, entryList?.Definition);
        return given.Length == 0
            ? throw new ArgumentException("The search for a repair needs at least one place, but was given none.", nameof(places))
            : new RepairSearch(list, entryList, given, from, to, budget).Run();
    }

    /// <summary>Returns everybody who can act: each spatial post at its level, each post of departments in every department.</summary>
    internal static IEnumerable<(Post Post, string? Department, string Level)> ActorsOf(Establishment establishment)
    {
        foreach (var post in establishment.Posts)
        {
            if (!post.IsOfDepartment)
            {
                yield return (post, null, post.Level);
                continue;
            }

            foreach (var department in establishment.Departments)
            {
                yield return (post, department.Code, department.Level);
            }
        }
    }
}
