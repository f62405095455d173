using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>One line of a broadcast's log: its plan, cell by cell, then what happened, in order.</summary>
/// <remarks><see cref="BroadcastLog"/> compiles the lines. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record BroadcastEntry
{
    /// <summary>Gets what the line says.</summary>
    public required BroadcastEntryKind Event { get; init; }

    /// <summary>Gets when; of every line but <c>cell</c>.</summary>
    public Instant? At { get; init; }

    /// <summary>Gets the seat that did it; of every line but <c>cell</c>.</summary>
    public Seat? By { get; init; }

    /// <summary>Gets the id of the notice; of <c>issued</c>.</summary>
    public string? Broadcast { get; init; }

    /// <summary>Gets how long it may take; of <c>issued</c>.</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>Gets when every household must have been reached; of <c>issued</c>, instead of a limit.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Gets the channels in the order in which they are tried; of <c>issued</c>, absent for those that the lines name.</summary>
    public EquatableArray<string> Channels { get; init; }

    /// <summary>Gets the cell; of <c>cell</c>.</summary>
    public GridCode? Cell { get; init; }

    /// <summary>Gets the opaque ids of households; of <c>cell</c>, <c>reached</c> and <c>not-reached</c>.</summary>
    public EquatableArray<string> Households { get; init; }

    /// <summary>Gets the seats from the issuer to the one that reaches the households; of <c>cell</c>, absent where nobody does.</summary>
    public EquatableArray<Seat> Chain { get; init; }

    /// <summary>Gets the seat that has the notice; of <c>relayed</c>.</summary>
    public Seat? To { get; init; }

    /// <summary>Gets the code of the channel; of <c>reached</c> and <c>not-reached</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets the share of the limit that was over; of <c>warned</c>.</summary>
    public decimal? Share { get; init; }

    /// <summary>Gets the id of the notice that took its place, or why it was taken back; of <c>superseded</c> and <c>recalled</c>.</summary>
    public string? Note { get; init; }
}
