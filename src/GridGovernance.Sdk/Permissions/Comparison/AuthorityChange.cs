namespace GridGovernance.Sdk.Permissions;

/// <summary>What somebody may do under one version of a power-and-duty list but not under another, with the smallest request that shows it.</summary>
/// <remarks>
/// <para>The witness has the fewest conditions; among those, it does not look at an own area if it can, and is of the earliest day and the first place.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Kind">Which way it turned.</param>
/// <param name="Holder">Who.</param>
/// <param name="Action">The code of the action.</param>
/// <param name="Matter">The code of the matter.</param>
/// <param name="Witness">A request that the two versions decide differently.</param>
public sealed record AuthorityChange(PermissionChangeKind Kind, AuthorityHolder Holder, string Action, string Matter, AuthorityRequest Witness)
{
    /// <summary>Gets the codes of the rules that decided the witness before, in ordinal order.</summary>
    public EquatableArray<string> RulesBefore { get; init; }

    /// <summary>Gets the codes of the rules that decide the witness after, in ordinal order.</summary>
    public EquatableArray<string> RulesAfter { get; init; }
}
