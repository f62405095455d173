using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>The lists that a case is checked against: what may enter a grid, and who may do what.</summary>
public interface ICaseLists
{
    /// <summary>Says whether a matter may be dispatched to a seat of the grid network (准入).</summary>
    /// <param name="lead">The seat.</param>
    /// <param name="matter">The matter's code.</param>
    /// <param name="place">The leaf cell of the case.</param>
    /// <param name="at">The county's local time.</param>
    /// <returns>The items that admit it, or every reason why not.</returns>
    ListAnswer Admit(Seat lead, string matter, GridCode place, LocalDateTime at);

    /// <summary>Says whether a seat may act on a matter (权责).</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="action">The action, such as <c>handle</c>.</param>
    /// <param name="matter">The matter's code.</param>
    /// <param name="place">The leaf cell of the case.</param>
    /// <param name="at">The county's local time.</param>
    /// <returns>The rules that allow it, or every reason why not.</returns>
    ListAnswer Authorise(Seat seat, string action, string matter, GridCode place, LocalDateTime at);
}
