using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>What the rules need to know of somebody in the grid system, for a time (人员): one row of <c>staff.csv</c>.</summary>
/// <remarks>A person whose traits change has several rows, which share no day. Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Person">The opaque id of the person; never a name.</param>
/// <param name="Employment">How they are employed.</param>
/// <param name="Traits">Codes of what they are or can do, such as <c>party-member</c>, <c>social-worker-certificate</c> or <c>computer-literate</c>.</param>
/// <param name="From">The first day; null from the beginning.</param>
/// <param name="To">The last day, itself included; null when open.</param>
public sealed record StaffMember(
    string Person,
    EmploymentKind Employment = EmploymentKind.Unstated,
    EquatableArray<string> Traits = default,
    LocalDate? From = null,
    LocalDate? To = null)
{
    /// <summary>Says whether the row holds on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True from <see cref="From"/> to <see cref="To"/>, both included.</returns>
    public bool IsInForceOn(LocalDate on) => (From is not { } from || on >= from) && (To is not { } to || on <= to);
}
