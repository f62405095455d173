namespace GridGovernance.Sdk.Permissions;

/// <summary>What of one item somebody gets to see, and why.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Item">The code of the item.</param>
/// <param name="Show">How much is shown.</param>
public sealed record DataAccessField(string Item, DataShow Show)
{
    /// <summary>Gets the codes of the grants that opened it, or of the rule that broke the glass, in ordinal order; empty where it stays hidden.</summary>
    public EquatableArray<string> Rules { get; init; }

    /// <summary>Gets a value indicating whether it is emergency access.</summary>
    public bool IsBreakGlass { get; init; }

    /// <summary>Gets every reason for a "no", with the nearest thing that would work; empty where something is shown.</summary>
    public EquatableArray<Refusal> Refusals { get; init; }
}
