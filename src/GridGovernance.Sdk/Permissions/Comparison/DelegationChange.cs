using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>What a seat may do by delegation (委托) under one version of the lists but not at all under another, with the smallest request that shows it.</summary>
/// <remarks>
/// <para>The witness has the fewest conditions; among those, it is of the earliest day and the first place.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Kind">Which way it turned.</param>
/// <param name="Seat">Who.</param>
/// <param name="Action">The code of the action.</param>
/// <param name="Matter">The code of the matter.</param>
/// <param name="Witness">A request that the two versions decide differently.</param>
public sealed record DelegationChange(PermissionChangeKind Kind, Seat Seat, string Action, string Matter, AuthorityRequest Witness)
{
    /// <summary>Gets the delegations by which it was allowed before; empty where it was not, or by one's own power.</summary>
    public EquatableArray<string> ChainBefore { get; init; }

    /// <summary>Gets the delegations by which it is allowed after; empty where it is not, or by one's own power.</summary>
    public EquatableArray<string> ChainAfter { get; init; }
}
