using System.Text.Json.Serialization;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Division;

/// <summary>How large the grids are to be, and how many (规模适度): hard bounds, a norm, a soft tolerance.</summary>
/// <remarks>
/// <para>What is hard is kept in every plan, or there is no plan. The tolerance is soft: a grid outside of it gets its reasons.</para>
/// <para>The size of a grid is counted in households or in people as <see cref="Basis"/> says; under <see cref="SizingBasis.Either"/> it is
/// counted in people, or in households where they alone have bounds, and its hard bounds are kept where households or people keep theirs.</para>
/// <para>Where no number of grids is named, it is the one whose mean is nearest to the norm. Without a norm a parent of few units takes, where there is a
/// largest size, the number whose best plan is the most even; otherwise the middle of the bounds, or the one bound that there is, is the norm.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Tolerance">How far from the parent's own mean a grid may be without a reason, as a share of it.</param>
public sealed record DivisionSizing([property: JsonPropertyOrder(1)] decimal Tolerance = 0.05m)
{
    /// <summary>Gets the kind of settlement that it holds for; null for all. The first that fits a parent is taken; a parent is of the kind that most of its size is of.</summary>
    public SettlementKind? Settlement { get; init; }

    /// <summary>Gets what size is counted in.</summary>
    public SizingBasis Basis { get; init; }

    /// <summary>Gets how many grids each parent must have, from 1, dedicated grids and islands of their own not counted; null where the bounds and the norm decide.</summary>
    public int? Grids { get; init; }

    /// <summary>Gets the fewest households that a grid may have; null where there is no lower bound.</summary>
    public int? MinHouseholds { get; init; }

    /// <summary>Gets the most households that a grid may have; null where there is no upper bound.</summary>
    public int? MaxHouseholds { get; init; }

    /// <summary>Gets the households that a grid should have about; null where none is named.</summary>
    public int? TargetHouseholds { get; init; }

    /// <summary>Gets the fewest people that a grid may have; null where there is no lower bound.</summary>
    public int? MinPeople { get; init; }

    /// <summary>Gets the most people that a grid may have; null where there is no upper bound.</summary>
    public int? MaxPeople { get; init; }

    /// <summary>Gets the people that a grid should have about; null where none is named.</summary>
    public int? TargetPeople { get; init; }

    /// <summary>Creates a sizing from a policy of the hierarchy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="isHard">Whether its range is kept in every plan; otherwise the middle of its range is the norm, and nothing is hard.</param>
    /// <param name="tolerance">How far from the parent's own mean a grid may be without a reason, as a share of it.</param>
    /// <returns>The sizing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public static DivisionSizing From(GridSizingDefinition policy, bool isHard, decimal tolerance = 0.05m)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new DivisionSizing(tolerance)
        {
            Settlement = policy.Settlement,
            Basis = policy.Basis,
            MinHouseholds = isHard ? policy.MinHouseholds : null,
            MaxHouseholds = isHard ? policy.MaxHouseholds : null,
            TargetHouseholds = policy.NominalHouseholds ?? (policy is { MinHouseholds: { } low, MaxHouseholds: { } high } ? (int)(((long)low + high) / 2) : null),
            TargetPeople = policy.NominalPopulation,
        };
    }
}
