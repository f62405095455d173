namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>How a village collects data from all its cells.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CollectionParameters
{
    /// <summary>Gets the cells. The default is 21 (通江县王坪村).</summary>
    public int Cells { get; init; } = 21;

    /// <summary>Gets the households of a cell. The default is 30.</summary>
    public int HouseholdsPerCell { get; init; } = 30;

    /// <summary>Gets the people who collect: each cell its own informant where there are as many as cells, otherwise they share the cells. The default is 21.</summary>
    public int Collectors { get; init; } = 21;

    /// <summary>Gets the mean time until a collector begins, in seconds. The default is 180.</summary>
    public int BeginsAfterSeconds { get; init; } = 180;

    /// <summary>Gets the share of households that the collector can answer for without asking (人熟、地熟、情况熟), in thousandths. The default is 800.</summary>
    public int KnownPermille { get; init; } = 800;

    /// <summary>Gets the mean time for each household that must be asked, in seconds. The default is 90: a call.</summary>
    public int AskSeconds { get; init; } = 90;
}
