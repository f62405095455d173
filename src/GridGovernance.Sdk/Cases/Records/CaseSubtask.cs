using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>A part of joint handling (会办): what a seat does of a case, and by when.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, unique in the case.</param>
/// <param name="Seat">The seat that does it.</param>
/// <param name="DueAt">The last instant that is in time.</param>
/// <param name="DoneAt">When it was done; null while it is not.</param>
/// <param name="IsMissed">Whether its deadline passed with the part undone, and somebody was told.</param>
public sealed record CaseSubtask(string Code, Seat Seat, Instant DueAt, Instant? DoneAt = null, bool IsMissed = false)
{
    internal bool IsOverdue => IsMissed && DoneAt is null;
}
