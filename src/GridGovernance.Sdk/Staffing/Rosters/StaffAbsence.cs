using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A time in which somebody holds their seats but cannot act (离岗), such as leave or training: one row of <c>absences.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Person">The opaque id of the person.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; null when open.</param>
/// <param name="Reason">A code for the reason, such as <c>leave</c>; null where it is not stated.</param>
public sealed record StaffAbsence(string Person, LocalDate From, LocalDate? To = null, string? Reason = null);
