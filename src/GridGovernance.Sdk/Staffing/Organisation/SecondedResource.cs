namespace GridGovernance.Sdk.Staffing;

/// <summary>What a department sends into the grids (下沉人力、物力和财力, S0-7).</summary>
public enum SecondedResource
{
    /// <summary>People (人力).</summary>
    People = 0,

    /// <summary>Goods (物力).</summary>
    Goods = 1,

    /// <summary>Funds (财力).</summary>
    Funds = 2,
}
