namespace GridGovernance.Sdk.Division;

/// <summary>Units and what lies beside what, as a file holds them for a division.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DivisionUnitsDefinition
{
    /// <summary>Gets the units.</summary>
    public required EquatableArray<DivisionUnitRow> Units { get; init; }

    /// <summary>Gets the pairs of ids that lie side by side.</summary>
    public EquatableArray<EquatableArray<string>> Edges { get; init; }
}
