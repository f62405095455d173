namespace GridGovernance.Sdk.Permissions;

/// <summary>What the lists ask of the posts (减负): hours and forms against capacity, and what they are for.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record BurdenReport
{
    /// <summary>Gets the posts, in the order of the definition.</summary>
    public EquatableArray<PostBurden> Posts { get; init; }

    /// <summary>Gets the items that several ask people for; empty where no data catalogue was given.</summary>
    public EquatableArray<CollectionIssue> Duplicates { get; init; }

    /// <summary>Gets a warning for each post that carries too much, and for each matter of which nobody says what it takes.</summary>
    public FindingReport Findings { get; init; } = FindingReport.Empty;
}
