namespace GridGovernance.Sdk.Permissions;

/// <summary>Expected decisions of both lists as data: what a county wants to stay true whenever its lists change.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ListTestDefinition
{
    /// <summary>Gets the title; null for none.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the cases.</summary>
    public required EquatableArray<ListTestCase> Cases { get; init; }
}
