using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Division;

/// <summary>What a sizing asks of the grids of one parent, with the bounds that are not named made harmless.</summary>
internal sealed class PartSettings
{
    /// <summary>Takes over a sizing.</summary>
    /// <param name="sizing">The sizing.</param>
    /// <param name="grids">How many grids the parent must have; null where that is free.</param>
    internal PartSettings(DivisionSizing sizing, int? grids)
    {
        Sizing = sizing;
        Grids = grids;
        CountsPeople = sizing.Basis != SizingBasis.Households;
        Min = (CountsPeople ? sizing.MinPeople : sizing.MinHouseholds) ?? 0;
        Max = (CountsPeople ? sizing.MaxPeople : sizing.MaxHouseholds) ?? long.MaxValue;
        Target = CountsPeople ? sizing.TargetPeople : sizing.TargetHouseholds;

        // A measure without a bound of its own does not make the other's bound void.
        var hasOther = sizing.Basis == SizingBasis.Either && (sizing.MinHouseholds is not null || sizing.MaxHouseholds is not null);
        var hasOwn = sizing.MinPeople is not null || sizing.MaxPeople is not null;
        IsEither = hasOther && hasOwn;
        OtherMin = sizing.MinHouseholds ?? 0;
        OtherMax = sizing.MaxHouseholds ?? long.MaxValue;
        if (hasOther && !hasOwn)
        {
            CountsPeople = false;
            (Min, Max) = (OtherMin, OtherMax);
            Target = sizing.TargetHouseholds;
        }

        Tolerance = (double)sizing.Tolerance;
    }

    /// <summary>Gets the sizing.</summary>
    internal DivisionSizing Sizing { get; }

    /// <summary>Gets how many grids the parent must have; null where that is free.</summary>
    internal int? Grids { get; }

    /// <summary>Gets whether size is counted in people, otherwise in households.</summary>
    internal bool CountsPeople { get; }

    /// <summary>Gets whether it is enough that households keep their bounds.</summary>
    internal bool IsEither { get; }

    /// <summary>Gets the least size of a grid, 0 where none is named.</summary>
    internal long Min { get; }

    /// <summary>Gets the largest size of a grid.</summary>
    internal long Max { get; }

    /// <summary>Gets the fewest households under <see cref="IsEither"/>.</summary>
    internal long OtherMin { get; }

    /// <summary>Gets the most households under <see cref="IsEither"/>.</summary>
    internal long OtherMax { get; }

    /// <summary>Gets the norm; null where none is named.</summary>
    internal long? Target { get; }

    /// <summary>Gets the soft tolerance.</summary>
    internal double Tolerance { get; }

    /// <summary>Gets whether there is any hard bound.</summary>
    internal bool IsBounded => Min > 0 || Max != long.MaxValue;

    /// <summary>Gets the name of what is counted.</summary>
    internal string Measure => CountsPeople ? "people" : "households";

    /// <summary>Says whether a grid keeps the hard bounds.</summary>
    internal bool Allows(long size, long other) => (size >= Min && size <= Max) || (IsEither && other >= OtherMin && other <= OtherMax);

    /// <summary>Says whether a part of a grid is already too large for every bound that would do.</summary>
    internal bool IsTooMuch(long size, long other) => size > Max && (!IsEither || other > OtherMax);

    /// <summary>Says whether a grid is too small for every bound that would do.</summary>
    internal bool IsTooLittle(long size, long other) => size < Min && (!IsEither || other < OtherMin);
}
