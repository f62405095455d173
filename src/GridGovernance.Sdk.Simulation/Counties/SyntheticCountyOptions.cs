using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>What a synthetic county looks like. The defaults are those of 通江县 (511921) as an article describes it (S4); what no source states is marked "assumed".</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record SyntheticCountyOptions
{
    /// <summary>Gets the county's code: six digits.</summary>
    public required string CountyCode { get; init; }

    /// <summary>Gets the county's name.</summary>
    public required string CountyName { get; init; }

    /// <summary>Gets the townships and streets; at least one. The example has 33 (S4-35), two of them the main town.</summary>
    public required EquatableArray<SyntheticTownship> Townships { get; init; }

    /// <summary>Gets the number of administrative villages (行政村). The default is 324 (S4-35).</summary>
    public int Villages { get; init; } = 324;

    /// <summary>Gets the number of communities (社区), which come on top of the villages. The default is 60: assumed, no source states it.</summary>
    public int Communities { get; init; } = 60;

    /// <summary>Gets the number of grids (网格). The default is 561 (S4-3).</summary>
    public int Grids { get; init; } = 561;

    /// <summary>Gets the number of cells (单元格). The default is 7,709 (S4-3).</summary>
    public int Cells { get; init; } = 7_709;

    /// <summary>Gets how many natural units (自然单元: hamlets, stairwells) a cell is made of on average; at least 1. The default is 3: assumed.</summary>
    public int UnitsPerCell { get; init; } = 3;

    /// <summary>Gets the number of people. The default is 720,000 (S4-35).</summary>
    public int People { get; init; } = 720_000;

    /// <summary>Gets how many of them live in the main town. The default is 130,000 (S4-16: "主城区13万余人次").</summary>
    public int MainTownPeople { get; init; } = 130_000;

    /// <summary>Gets the share of a township's other people who live in its market town (场镇), in permille. The default is 120: assumed.</summary>
    public int MarketTownPermille { get; init; } = 120;

    /// <summary>Gets how many households out of all have 1, 2, 3 … people. The default has a mean of 3.0 people: assumed.</summary>
    public EquatableArray<int> HouseholdSizeWeights { get; init; } = [15, 27, 25, 17, 10, 4, 2];

    /// <summary>Gets the county's seat (县城) in CGCS2000, around which the main town lies. The default is 107.25° E, 31.91° N: near the public map's label of 通江县.</summary>
    public GeoPoint Seat { get; init; } = new(107.25, 31.91);

    /// <summary>Gets the area of a generated outline in square kilometres. The default is 4,119 (S4-35). A given outline keeps its own.</summary>
    public double AreaSquareKilometres { get; init; } = 4_119;
}
