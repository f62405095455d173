namespace GridGovernance.Sdk.Permissions;

/// <summary>A decision with the delegations looked at: one's own power, or another's along a chain.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Own">The decision by the one's own power.</param>
public sealed record DelegatedDecision(AuthorityDecision Own)
{
    /// <summary>Gets the delegations by which it is allowed, the one to the asking seat first, the one of the seat whose power it is last; empty where one's own power does, or nothing.</summary>
    public EquatableArray<string> Chain { get; init; }

    /// <summary>Gets the decision of the seat whose power it is; null where no delegation is used.</summary>
    public AuthorityDecision? Root { get; init; }

    /// <summary>Gets the decision that counts: that of the seat whose power it is where a delegation is used, else the one's own; its rules and reasons are those of the answer.</summary>
    public AuthorityDecision Deciding => Root ?? Own;

    /// <summary>Gets a value indicating whether it is allowed.</summary>
    public bool IsAllowed => Own.IsAllowed || Chain.Count > 0;
}
