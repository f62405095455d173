namespace GridGovernance.Sdk.Permissions;

/// <summary>The power-and-duty list (权责清单) as its file <c>authority-list.json</c> has it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record AuthorityListDefinition
{
    /// <summary>Gets the code of the list.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets the actions that rules speak of.</summary>
    public required EquatableArray<AuthorityTerm> Actions { get; init; }

    /// <summary>Gets the conditions that rules may set; at most 64. Whoever asks says which of them hold.</summary>
    public EquatableArray<AuthorityTerm> Conditions { get; init; }

    /// <summary>Gets the rules; their order never matters.</summary>
    public EquatableArray<AuthorityRule> Rules { get; init; }

    /// <summary>Gets sets of actions of which nobody may do two (不相容职务), such as those of the system, the security and the audit administrator.</summary>
    public EquatableArray<EquatableArray<string>> Exclusive { get; init; }
}
