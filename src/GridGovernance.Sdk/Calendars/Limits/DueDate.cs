using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>When something is due (到期): an instant and its day; or the unknown day that it would need; or nothing, because the clock is stopped.</summary>
/// <remarks>
/// <para>Equality is by value. The default value is a stopped clock. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct DueDate
{
    private readonly Instant _at;
    private readonly LocalDate _day;
    private readonly State _state;

    private DueDate(State state, Instant at, LocalDate day)
    {
        _state = state;
        _at = at;
        _day = day;
    }

    /// <summary>Gets the due date of a clock that is paused: none until it is resumed.</summary>
    public static DueDate Stopped => default;

    /// <summary>Gets a value indicating whether the due date is known.</summary>
    public bool IsKnown => _state == State.Known;

    /// <summary>Gets a value indicating whether there is no due date because the clock is paused.</summary>
    public bool IsStopped => _state == State.Stopped;

    /// <summary>Gets the instant by which it must be done; the end of a day is the start of the next.</summary>
    /// <exception cref="InvalidOperationException">The due date is not known.</exception>
    public Instant At => IsKnown ? _at : throw NotKnown();

    /// <summary>Gets the last day itself: for a limit in hours the local date of <see cref="At"/>, for one in days the day whose end it is.</summary>
    /// <exception cref="InvalidOperationException">The due date is not known.</exception>
    public LocalDate On => IsKnown ? _day : throw NotKnown();

    /// <summary>Gets the first day that would have to be known; null when the due date is known or the clock is stopped.</summary>
    public LocalDate? UnknownDay => _state == State.Unknown ? _day : null;

    /// <summary>Creates a known due date.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="on">The last day.</param>
    /// <returns>The due date.</returns>
    public static DueDate Known(Instant at, LocalDate on) => new(State.Known, at, on);

    /// <summary>Creates a due date that needs a day which no notice covers.</summary>
    /// <param name="day">The first such day.</param>
    /// <returns>The due date.</returns>
    public static DueDate NeedsDay(LocalDate day) => new(State.Unknown, default, day);

    /// <summary>Says whether something done at an instant is late.</summary>
    /// <param name="at">When it was done, or now.</param>
    /// <returns>True when the due date is known and <paramref name="at"/> is after it: the very instant is still in time.</returns>
    public bool IsMissedBy(Instant at) => IsKnown && at > _at;

    /// <summary>Returns the instant and the day, or why there is none.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _state switch
    {
        State.Known => $"{_at} ({LocalText(_day)})",
        State.Unknown => $"unknown day {LocalText(_day)}",
        _ => "stopped",
    };

    private enum State : byte
    {
        Stopped = 0,
        Known = 1,
        Unknown = 2,
    }

    private static string LocalText(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private InvalidOperationException NotKnown() => new($"The due date was expected to be known, but was: {this}.");
}
