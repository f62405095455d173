namespace GridGovernance.Sdk.Assessment;

/// <summary>The most that bonuses of one source add, as data.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record BonusCapDefinition
{
    /// <summary>Gets the source that bonuses name, such as <c>township</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the most points, 0 or more.</summary>
    public required decimal Cap { get; init; }
}
