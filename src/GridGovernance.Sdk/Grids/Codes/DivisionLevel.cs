namespace GridGovernance.Sdk.Grids;

/// <summary>How high a division stands whose code has 6, 9 or 12 digits.</summary>
public enum DivisionLevel
{
    /// <summary>A county, a district or a county-level city (县级): 6 digits.</summary>
    County = 0,

    /// <summary>A township, a town or a street (乡级): 9 digits.</summary>
    Township = 1,

    /// <summary>A village or a community (村级): 12 digits.</summary>
    Village = 2,
}
