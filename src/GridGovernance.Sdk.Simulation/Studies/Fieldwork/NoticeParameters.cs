using GridGovernance.Sdk.Simulation.Counties;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>How a notice goes down the tiers and into the households.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record NoticeParameters
{
    /// <summary>Gets the shape of the county. The default is as near to 通江县 as a regular county comes: 33 townships, 330 villages, 660 grids, 7,920 cells.</summary>
    public CountyShape Shape { get; init; } = new() { Townships = 33, Villages = 10, Grids = 2, Cells = 12 };

    /// <summary>Gets the households of a cell. The default is 30: some 93 people.</summary>
    public int HouseholdsPerCell { get; init; } = 30;

    /// <summary>Gets the share of vacant seats, in thousandths; the next above acts for them, and does what their holders would do one after the other. The default is 10.</summary>
    public int VacantPermille { get; init; } = 10;

    /// <summary>Gets the mean time until somebody takes note of a notice, in seconds. The default is 120.</summary>
    public int NoticeSeconds { get; init; } = 120;

    /// <summary>Gets the mean time for a call to one person below, in seconds, one after the other; 0 hands on to all at once, by group message. The default is 0.</summary>
    public int CallSeconds { get; init; }

    /// <summary>Gets the share of households that a group message or a loudspeaker reaches, in thousandths. The default is 800.</summary>
    public int GroupPermille { get; init; } = 800;

    /// <summary>Gets the mean time until such a household has heard, in seconds. The default is 360.</summary>
    public int GroupSeconds { get; init; } = 360;

    /// <summary>Gets the mean time that the informant takes for each household that is called on at the door, in seconds. The default is 180.</summary>
    public int DoorSeconds { get; init; } = 180;
}
