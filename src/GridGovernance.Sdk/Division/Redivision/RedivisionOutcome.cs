namespace GridGovernance.Sdk.Division;

/// <summary>What came of a re-division: the division, and who changes hands.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class RedivisionOutcome
{
    internal RedivisionOutcome(DivisionOutcome division) => Division = division;

    /// <summary>Gets the division; a grid that goes on keeps its code, and a code that ends is not used again.</summary>
    public DivisionOutcome Division { get; }

    /// <summary>Gets the units that change hands, in the problem's order. Units that had no grid before are not among them.</summary>
    public EquatableArray<UnitMove> Moves { get; init; }

    /// <summary>Gets what of each old grid is in each new one, by old code, then by new code.</summary>
    public EquatableArray<GridLineage> Lineage { get; init; }

    /// <summary>Gets how much changes hands, in the measure that each parent's size is counted in.</summary>
    public long Moved { get; init; }

    /// <summary>Gets a proven lower bound of <see cref="Moved"/> over all plans within the bounds whose grids keep the codes of the old.</summary>
    public long MovedBound { get; init; }
}
