namespace GridGovernance.Sdk.Permissions;

/// <summary>One thing that is wrong with how data are collected, with the forms that show it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Finding">It in words.</param>
public sealed record CollectionIssue(CollectionIssueKind Kind, Finding Finding)
{
    /// <summary>Gets the codes of the items, in the order of the definition.</summary>
    public EquatableArray<string> Items { get; init; }

    /// <summary>Gets the codes of the forms that ask for them, in the order of the definition.</summary>
    public EquatableArray<string> Forms { get; init; }

    /// <summary>Gets who asks, each once, in ordinal order.</summary>
    public EquatableArray<string> Collectors { get; init; }
}
