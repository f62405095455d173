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

    /// <summary>Gets the codes of the rules that it is about, in ordinal order.</summary>
    public EquatableArray<string> Rules { get; init; }

    /// <summary>Gets requests that show it when the list decides them: a denied one for <see cref="AuthorityIssueKind.NoAuthority"/>, an allowed one that
    /// does not lead for <see cref="AuthorityIssueKind.NoLead"/>, one for each lead, one for each of the two duties; empty for an issue about a rule as such.</summary>
    public EquatableArray<AuthorityRequest> Witnesses { get; init; }
}
