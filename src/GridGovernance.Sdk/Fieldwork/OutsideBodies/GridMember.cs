using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Somebody who belongs to a grid, as leaders, staff and households do in 嘉兴's 微嘉园 (S2-5): one row of <c>grid-members.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Grid">The grid.</param>
/// <param name="Member">The opaque id of the person or household.</param>
/// <param name="Role">In which role.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; null when open.</param>
public sealed record GridMember(GridCode Grid, string Member, GridMemberRole Role, LocalDate From, LocalDate? To = null)
{
    /// <summary>Says whether it runs on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True from <see cref="From"/> to <see cref="To"/>, both included.</returns>
    public bool IsInForceOn(LocalDate on) => on >= From && !(To < on);
}
