namespace GridGovernance.Sdk.Assessment;

/// <summary>How many cases a unit must have to be ranked (最低办件量), as data: with fewer it is scored, but not rankable.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record MinimumCasesDefinition
{
    /// <summary>Gets the fewest cases, 1 or more.</summary>
    public required long Cases { get; init; }

    /// <summary>Gets the code of the indicator whose rate counts the cases; null when every rate of the scheme that a unit has must rest on so many.</summary>
    public string? Indicator { get; init; }
}
