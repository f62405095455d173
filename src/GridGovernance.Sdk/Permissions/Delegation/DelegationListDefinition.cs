using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The delegations of a county, as their file <c>delegations.json</c> has them.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DelegationListDefinition
{
    /// <summary>Gets the code of the list.</summary>
    public required string Code { get; init; }

    /// <summary>Gets how many times a power may be passed on at most: the largest <see cref="AuthorityDelegation.Depth"/>.</summary>
    public int MostDepth { get; init; }

    /// <summary>Gets the longest term in calendar days, months or years; null for any term.</summary>
    public TimeLimit? LongestTerm { get; init; }

    /// <summary>Gets the codes of the actions that nobody may delegate, such as enforcement.</summary>
    public EquatableArray<string> Undelegable { get; init; }

    /// <summary>Gets the delegations.</summary>
    public EquatableArray<AuthorityDelegation> Delegations { get; init; }
}
