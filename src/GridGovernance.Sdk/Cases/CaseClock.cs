using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>A clock of a case: how it stands, and the deadline it leads to.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CaseClock
{
    /// <summary>Gets the clock's code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets how it stands.</summary>
    public required ClockStatus Status { get; init; }

    /// <summary>Gets the ledger of its starts, pauses and extensions, which explains the deadline.</summary>
    public required DeadlineLedger Ledger { get; init; }

    /// <summary>Gets the last instant that is in time.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets the last day.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>Gets a value indicating whether the deadline passed with the obligation open.</summary>
    public bool IsMissed { get; init; }

    /// <summary>Gets how often a deadline of this clock was missed, restarts included.</summary>
    public int TimesMissed { get; init; }

    /// <summary>Gets when it stopped; null while it has not.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>Gets a value indicating whether nothing but the end of the case stopped it: reopened, the case has it back with the time that was left.</summary>
    public bool IsStoppedByClosure { get; init; }

    /// <summary>Gets a value indicating whether the obligation was met in time; false while the clock has not stopped. Time for which it was paused does not count.</summary>
    public bool IsMetInTime => Status == ClockStatus.Stopped && !IsMissed;

    /// <summary>Gets a value indicating whether it was missed and the obligation is still open: a pause moves no deadline that has passed.</summary>
    internal bool IsOverdue => IsMissed && Status is ClockStatus.Running or ClockStatus.Paused;

    internal bool IsDueBefore(Instant at) => Status == ClockStatus.Running && !IsMissed && DueAt < at;
}
