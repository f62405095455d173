using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A person in a seat for a time (任职).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Person">The opaque id of the person; never a name.</param>
/// <param name="Seat">The seat.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; null when open.</param>
public sealed record Appointment(string Person, Seat Seat, LocalDate From, LocalDate? To = null)
{
    /// <summary>Says whether the appointment runs on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True from <see cref="From"/> to <see cref="To"/>, both included.</returns>
    public bool IsInForceOn(LocalDate on) => on >= From && (To is not { } to || on <= to);
}
