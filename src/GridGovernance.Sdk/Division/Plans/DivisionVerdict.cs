namespace GridGovernance.Sdk.Division;

/// <summary>What came of a division.</summary>
public enum DivisionVerdict
{
    /// <summary>There is a plan, and here it is.</summary>
    Found = 0,

    /// <summary>No plan was found within the budget, and none is known to be impossible.</summary>
    NotFound = 1,

    /// <summary>There is no plan; a certificate says why.</summary>
    Infeasible = 2,
}
