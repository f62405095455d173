namespace GridGovernance.Sdk.Permissions;

/// <summary>Somebody who leads an action on a matter (主体责任), with the rules that say so.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Holder">Who leads.</param>
/// <param name="Rules">The codes of the rules, in ordinal order.</param>
public sealed record AuthorityLead(AuthorityHolder Holder, EquatableArray<string> Rules);
