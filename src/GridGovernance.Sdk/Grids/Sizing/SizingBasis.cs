namespace GridGovernance.Sdk.Grids;

/// <summary>What the size of a grid is counted in.</summary>
public enum SizingBasis
{
    /// <summary>Households (户).</summary>
    Households = 0,

    /// <summary>People (人).</summary>
    Population = 1,

    /// <summary>Households or people: it is enough that one of them fits (户或人).</summary>
    Either = 2,
}
