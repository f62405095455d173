using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>The clocks of one case, each on its own: first response, completion, and whatever else a host measures.</summary>
/// <remarks>
/// <para>Answering first does not stop the clock of completion, and each clock has its own limit, policy and pauses.</para>
/// <para>Equality is by value, clocks in the order of their codes. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record DeadlineClocks
{
    /// <summary>The code of the clock that the first answer stops (首次响应).</summary>
    public const string FirstResponse = "first-response";

    /// <summary>The code of the clock that completion stops (办结).</summary>
    public const string Completion = "completion";

    /// <summary>Gets no clocks.</summary>
    public static DeadlineClocks None { get; } = new();

    /// <summary>Gets the clocks, in the ordinal order of their codes.</summary>
    public EquatableArray<DeadlineClock> All { get; private init; }

    /// <summary>Looks a clock up.</summary>
    /// <param name="code">Its code.</param>
    /// <returns>The clock; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public DeadlineLedger? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        foreach (var clock in All)
        {
            if (string.Equals(clock.Code, code, StringComparison.Ordinal))
            {
                return clock.Ledger;
            }
        }

        return null;
    }

    /// <summary>Returns the clocks with one added or replaced.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="ledger">The clock.</param>
    /// <returns>The clocks.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="ledger"/> is null.</exception>
    public DeadlineClocks With(string code, DeadlineLedger ledger)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(ledger);
        var others = All.Where(clock => !string.Equals(clock.Code, code, StringComparison.Ordinal));
        return new DeadlineClocks
        {
            All = EquatableArray.From(others.Append(new DeadlineClock(code, ledger)).OrderBy(static clock => clock.Code, StringComparer.Ordinal)),
        };
    }

    /// <summary>Pauses every clock that runs and is not completed.</summary>
    /// <param name="at">When.</param>
    /// <param name="cause">Why.</param>
    /// <returns>The clocks.</returns>
    /// <exception cref="ArgumentException"><paramref name="cause"/> is null or white space.</exception>
    public DeadlineClocks Pause(Instant at, string cause)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cause);
        return Each(ledger => ledger.IsPaused || ledger.CompletedAt is not null ? ledger : ledger.Pause(at, cause));
    }

    /// <summary>Resumes every clock that is paused.</summary>
    /// <param name="at">When; not before any of the pauses.</param>
    /// <returns>The clocks.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the beginning of a pause.</exception>
    public DeadlineClocks Resume(Instant at) => Each(ledger => ledger.IsPaused ? ledger.Resume(at) : ledger);

    /// <summary>Returns the clock that is due next among those not completed.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The clock with the earliest known due date, of equals the first by code; null when none has one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public DeadlineClock? Next(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        DeadlineClock? next = null;
        var earliest = default(Instant);
        foreach (var clock in All)
        {
            if (clock.Ledger.CompletedAt is null && clock.Ledger.Due(calendar) is { IsKnown: true, At: var at } && (next is null || at < earliest))
            {
                (next, earliest) = (clock, at);
            }
        }

        return next;
    }

    private DeadlineClocks Each(Func<DeadlineLedger, DeadlineLedger> change) =>
        new() { All = EquatableArray.From(All.Select(clock => clock with { Ledger = change(clock.Ledger) })) };
}
