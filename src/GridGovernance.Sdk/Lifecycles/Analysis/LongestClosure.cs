using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The longest time that a case can lawfully take to its closure: every state is left at the last instant of its nearest deadline, or at once where that saves time for later.</summary>
/// <remarks>
/// <para>Extensions are not counted, and reopenings begin a new reckoning. Where no clock stands still and goes on later, waiting as long as
/// the clocks allow is never worse than waiting less, because a clock that starts later ends no earlier; so only the ways are searched, not the
/// times. Where one does, both ends are tried, but a wait in part may gain more: <see cref="IsExact"/> then says that the time is only a least one.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record LongestClosure
{
    /// <summary>Gets when the case ends at the latest; null where there is no latest time, or the calendar does not reach so far.</summary>
    public Instant? EndsAt { get; internal init; }

    /// <summary>Gets a value indicating whether a case can go round for ever with every deadline met.</summary>
    public bool IsUnbounded { get; internal init; }

    /// <summary>Gets the way that takes longest; where it is unbounded, the way into the circle and once round it.</summary>
    public LifecyclePath Path { get; internal init; }

    /// <summary>Gets the first day that the calendar does not know and the reckoning needs; null where it knows them all.</summary>
    public LocalDate? UnknownDay { get; internal init; }

    /// <summary>Gets a value indicating whether the search was cut: the time found is lawful, but a longer one may exist.</summary>
    public bool IsCut { get; internal init; }

    /// <summary>Gets a value indicating whether no longer way exists: false where the search was cut, or where a clock can stand still and go on later, so that a wait in part may gain time.</summary>
    public bool IsExact { get; internal init; }

    /// <summary>Finds the longest lawful time from a report to closure.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="reportedAt">When the case is reported.</param>
    /// <param name="vocabulary">What is known of the guards; nothing when null, so that every way counts.</param>
    /// <returns>The time and the way.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> or <paramref name="calendar"/> is null.</exception>
    public static LongestClosure Of(Lifecycle lifecycle, WorkCalendar calendar, Instant reportedAt, LifecycleVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(calendar);
        var facts = new LifecycleFacts(lifecycle, vocabulary ?? new LifecycleVocabulary([], []));
        return new LongestClosureSearch(lifecycle, calendar, facts).Run(reportedAt);
    }
}
