namespace GridGovernance.Sdk.Permissions;

/// <summary>One thing wrong with a power-and-duty list, with requests that show it.</summary>
/// <remarks>
/// <para>What holds at several places or times alike is one issue; its witnesses are of the first place and the first day.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Finding">The finding: message, severity and place.</param>
public sealed record AuthorityIssue(AuthorityIssueKind Kind, Finding Finding)
{
    /// <summary>Gets the code of the matter; null for an issue about a rule as such.</summary>
    public string? Matter { get; init; }

    /// <summary>Gets the codes of the delegations that it is about, in ordinal order; empty where none has to do with it. Its witnesses are then for the register to decide.</summary>
    public EquatableArray<string> Delegations { get; init; }

    /// <summary>Gets the codes of the rules that it is about, in ordinal order.</summary>
    public EquatableArray<string> Rules { get; init; }

    /// <summary>Gets the codes of the other rules to which an issue about a rule is due, in ordinal order: the prohibitions that win over it, or the rules that say all
    /// that it says; of what the entry list does not admit its items, where there are any; empty for every other issue.</summary>
    public EquatableArray<string> CausedBy { get; init; }

    /// <summary>Gets requests that show it when the list decides them; never empty.</summary>
    /// <remarks>
    /// <para>A denied one for <see cref="AuthorityIssueKind.NoAuthority"/>; an allowed one that does not lead for <see cref="AuthorityIssueKind.NoLead"/>; one for each
    /// lead; one for each of two duties, the second, where it is to verify, as of who handled.</para>
    /// <para>Of a rule: one that it fits and that is denied, by the prohibitions of <see cref="CausedBy"/>, where it is shadowed or in conflict; for each rule that makes it
    /// redundant one that both fit; one in its term and one on the nearest day that was looked at, where it is out of term; one that it fits, but that nobody of the
    /// establishment can put, or of a place that was not looked at, where it is unreachable. They hold no condition that the rule does not ask for.</para>
    /// </remarks>
    public EquatableArray<AuthorityRequest> Witnesses { get; init; }
}
