using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>One line of a campaign's log, in the order in which things happened.</summary>
/// <remarks><see cref="CampaignLog"/> compiles the lines. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CampaignEntry
{
    /// <summary>Gets what the line says.</summary>
    public required CampaignEntryKind Event { get; init; }

    /// <summary>Gets when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the seat that did it.</summary>
    public required Seat By { get; init; }

    /// <summary>Gets the id of the campaign; of <c>opened</c>.</summary>
    public string? Campaign { get; init; }

    /// <summary>Gets how long every cell has; of <c>opened</c>.</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>Gets when every cell must be done; of <c>opened</c>, instead of a limit.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Gets the cells; of <c>opened</c>.</summary>
    public EquatableArray<GridCode> Cells { get; init; }

    /// <summary>Gets the codes of the items: of <c>opened</c> those that are collected, of <c>collected</c> those that are handed in, all when absent.</summary>
    public EquatableArray<string> Items { get; init; }

    /// <summary>Gets the cell; of <c>collected</c> and <c>returned</c>.</summary>
    public GridCode? Cell { get; init; }

    /// <summary>Gets how many people were recorded or served; of <c>collected</c>.</summary>
    public int People { get; init; }

    /// <summary>Gets why it was sent back; of <c>returned</c>.</summary>
    public string? Note { get; init; }
}
