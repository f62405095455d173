using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>The team of one unit on a day.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Unit">The unit's code.</param>
/// <param name="Members">Who fills which place, in the order of the definition.</param>
/// <param name="Missing">The codes of the places that nobody fills.</param>
public sealed record GridTeam(GridCode Unit, EquatableArray<TeamMember> Members, EquatableArray<string> Missing)
{
    /// <summary>Gets a value indicating whether every place is filled.</summary>
    public bool IsComplete => Missing.Count == 0;
}
