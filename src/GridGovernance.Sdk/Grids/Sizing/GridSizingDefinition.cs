using System.Text.Json.Serialization;

namespace GridGovernance.Sdk.Grids;

/// <summary>A sizing policy (网格规模标准): how large the units of a level should be, as <c>hierarchy.json</c> holds it.</summary>
/// <remarks>
/// <para>A unit outside it gives a finding, never an error: what is right for a place is the place's decision. <see cref="GridSizingPresets"/> holds those in force in several places.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Tolerance">How far from a nominal number still counts as "about" (左右), as a share of it. The sources leave it open; the default is 0.2.</param>
public sealed record GridSizingDefinition([property: JsonPropertyOrder(1)] decimal Tolerance = 0.2m)
{
    /// <summary>Gets the code of the level that it sizes.</summary>
    public required string Level { get; init; }

    /// <summary>Gets the kind of settlement that it holds for; null for all.</summary>
    public SettlementKind? Settlement { get; init; }

    /// <summary>Gets the fewest households; null where there is no lower bound.</summary>
    public int? MinHouseholds { get; init; }

    /// <summary>Gets the most households; null where there is no upper bound.</summary>
    public int? MaxHouseholds { get; init; }

    /// <summary>Gets the number of households that a unit should have about; null where none is named.</summary>
    public int? NominalHouseholds { get; init; }

    /// <summary>Gets the population that a unit should have about; null where none is named.</summary>
    public int? NominalPopulation { get; init; }

    /// <summary>Gets what size is counted in.</summary>
    public SizingBasis Basis { get; init; }

    /// <summary>Gets where the rule comes from.</summary>
    public required string Source { get; init; }
}
