namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who is visited how often (走访制度): the file <c>visit-policy.json</c>.</summary>
/// <remarks>Sources conflict on frequencies, so this is the caller's choice: <see cref="VisitPresets"/> has them side by side. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record VisitPolicyDefinition
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets where it comes from; null where nobody says.</summary>
    public LocalizedText? Source { get; init; }

    /// <summary>Gets the code of the post that makes the visits; null for the first post of the narrowest level that has one.</summary>
    public string? Post { get; init; }

    /// <summary>Gets the categories.</summary>
    public required EquatableArray<VisitCategory> Categories { get; init; }

    /// <summary>Gets the rules.</summary>
    public required EquatableArray<VisitRule> Rules { get; init; }
}
