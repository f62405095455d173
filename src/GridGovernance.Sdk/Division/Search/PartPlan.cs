namespace GridGovernance.Sdk.Division;

/// <summary>What came of one parent.</summary>
internal sealed class PartPlan
{
    /// <summary>Gets the grid of each vertex, from 0; null where there is none.</summary>
    internal int[]? GridOf { get; init; }

    /// <summary>Gets the number of grids, settled ones not counted.</summary>
    internal int Count { get; init; }

    /// <summary>Gets the largest deviation.</summary>
    internal double Deviation { get; init; }

    /// <summary>Gets a lower bound of the largest deviation.</summary>
    internal double Bound { get; init; }

    /// <summary>Gets whether it is proven to be the best.</summary>
    internal bool IsOptimal { get; init; }

    /// <summary>Gets whether every hard bound is kept.</summary>
    internal bool IsLegal { get; init; }

    /// <summary>Gets the proof that there is no plan; null where there is none.</summary>
    internal InfeasibilityCertificate? Certificate { get; init; }

    /// <summary>Gets the codes that grids keep; null where they are numbered anew, and null for a grid without one.</summary>
    internal string?[]? Codes { get; private init; }

    /// <summary>Returns the same plan under a lower bound that holds for other numbers of grids too.</summary>
    /// <param name="bound">The bound, at most the present one.</param>
    internal PartPlan For(double bound) => bound >= Bound ? this : new()
    {
        GridOf = GridOf,
        Count = Count,
        Deviation = Deviation,
        Bound = bound,
        IsOptimal = false,
        IsLegal = IsLegal,
        Certificate = Certificate,
        Codes = Codes,
    };

    /// <summary>Returns the same plan whose grids keep codes.</summary>
    /// <param name="codes">The codes.</param>
    internal PartPlan With(string?[] codes) => new()
    {
        GridOf = GridOf,
        Count = Count,
        Deviation = Deviation,
        Bound = Bound,
        IsOptimal = IsOptimal,
        IsLegal = IsLegal,
        Certificate = Certificate,
        Codes = codes,
    };
}
