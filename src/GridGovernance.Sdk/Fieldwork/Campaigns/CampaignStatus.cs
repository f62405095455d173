using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How far a campaign is at an instant.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CampaignStatus
{
    /// <summary>Gets the instant.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets when it began.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>Gets when every cell must be done.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets how many cells take part.</summary>
    public required int Cells { get; init; }

    /// <summary>Gets how many are done.</summary>
    public required int Done { get; init; }

    /// <summary>Gets the cells that are late: done after the limit, or not done although it is over; in the order of the plan.</summary>
    public EquatableArray<GridCode> LateCells { get; init; }

    /// <summary>Gets the cells that are not done, in the order of the plan.</summary>
    public EquatableArray<GridCode> OpenCells { get; init; }

    /// <summary>Gets how many people were recorded or served (人次).</summary>
    public required long People { get; init; }

    /// <summary>Gets the cell that was done first; null while none is.</summary>
    public GridCode? FirstCell { get; init; }

    /// <summary>Gets how long the first cell took; null while none is done.</summary>
    public Duration? FirstAfter { get; init; }

    /// <summary>Gets how long all cells took; null while any is missing.</summary>
    public Duration? AllAfter { get; init; }

    /// <summary>Gets the time from the beginning to the last cell, to the end of the campaign, or to the instant.</summary>
    public required Duration Elapsed { get; init; }

    /// <summary>Gets a value indicating whether it was closed.</summary>
    public required bool IsClosed { get; init; }
}
