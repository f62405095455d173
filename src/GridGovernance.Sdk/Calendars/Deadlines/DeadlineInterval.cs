using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>A stretch of time on the way from the start of a clock to its due date, and why it counts or does not.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, which is the beginning of the next.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why, in both languages.</param>
/// <param name="IsCounted">Whether it counts toward the limit.</param>
public sealed record DeadlineInterval(Instant From, Instant To, IntervalKind Kind, Message Reason, bool IsCounted)
{
    /// <summary>Gets the whole days that it counts toward a limit in days, months or years; 0 for one in hours.</summary>
    public int CountedDays { get; init; }
}
