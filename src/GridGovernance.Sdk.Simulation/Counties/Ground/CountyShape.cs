namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>How many units a county has at each level, and how many people live in a cell: a county of codes, without places.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CountyShape
{
    /// <summary>Gets the townships. The default is 4.</summary>
    public int Townships { get; init; } = 4;

    /// <summary>Gets the villages of a township. The default is 5.</summary>
    public int Villages { get; init; } = 5;

    /// <summary>Gets the grids of a village. The default is 3.</summary>
    public int Grids { get; init; } = 3;

    /// <summary>Gets the cells of a grid. The default is 7.</summary>
    public int Cells { get; init; } = 7;

    /// <summary>Gets the people of a cell. The default is 93: 720,000 people in 7,709 cells (通江县).</summary>
    public int PeoplePerCell { get; init; } = 93;

    /// <summary>Gets the grids of the county.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int GridCount => Townships * Villages * Grids;

    /// <summary>Gets the people of the county.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long People => (long)GridCount * Cells * PeoplePerCell;
}
