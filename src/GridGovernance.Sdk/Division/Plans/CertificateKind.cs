namespace GridGovernance.Sdk.Division;

/// <summary>What a certificate rests on.</summary>
public enum CertificateKind
{
    /// <summary>Units that nothing joins to the rest hold less than the minimum.</summary>
    IslandBelowMinimum = 0,

    /// <summary>One unit, or units that stay together, hold more than the maximum.</summary>
    UnitAboveMaximum = 1,

    /// <summary>The number of grids times the minimum is above what the parent holds.</summary>
    TooLittleForCount = 2,

    /// <summary>The number of grids times the maximum is below what the parent holds.</summary>
    TooMuchForCount = 3,

    /// <summary>Branches too light to be grids hang on one unit, and together with it they are above the maximum.</summary>
    BranchFitsNowhere = 4,

    /// <summary>Units joined only among themselves hold what no whole number of grids within the bounds holds.</summary>
    NoCountFits = 5,

    /// <summary>There are fewer units, or groups that stay together, than grids.</summary>
    TooFewUnits = 6,

    /// <summary>There are more parts that nothing joins, or more named grids, than grids.</summary>
    TooManyParts = 7,

    /// <summary>Every connected plan was looked at, and none is within the bounds.</summary>
    Exhausted = 8,
}
