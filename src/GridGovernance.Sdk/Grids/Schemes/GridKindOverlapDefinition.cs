namespace GridGovernance.Sdk.Grids;

/// <summary>A rule that units of two kinds may lie over each other, such as a dedicated grid over comprehensive ones, as <c>hierarchy.json</c> holds it.</summary>
/// <remarks>
/// <para>It works both ways. Without a rule two units of one level never overlap, and two units of one kind never do.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record GridKindOverlapDefinition
{
    /// <summary>Gets one kind.</summary>
    public required GridKind Kind { get; init; }

    /// <summary>Gets the other kind.</summary>
    public required GridKind With { get; init; }

    /// <summary>Gets where the rule comes from; null where it is not said.</summary>
    public string? Source { get; init; }
}
