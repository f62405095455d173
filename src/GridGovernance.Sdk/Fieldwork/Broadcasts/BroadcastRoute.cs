using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How a notice comes to the households of one cell: the seats that hand it on, and why any is passed over.</summary>
/// <remarks>
/// <para>A route without a seat names a gap: a vacancy never loses a household, it goes to somebody else or stands here with its reason.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record BroadcastRoute
{
    /// <summary>Gets the cell.</summary>
    public required GridCode Cell { get; init; }

    /// <summary>Gets the opaque ids of its households, each once in the whole plan.</summary>
    public required EquatableArray<string> Households { get; init; }

    /// <summary>Gets the seats from the one that issues the notice to the one that reaches the households; empty where nobody does.</summary>
    public EquatableArray<Seat> Chain { get; init; }

    /// <summary>Gets what was passed over in the chain, the lowest first; empty where every seat acts.</summary>
    public EquatableArray<AnswerGap> Gaps { get; init; }

    /// <summary>Gets the seat that reaches the households; null where nobody does.</summary>
    public Seat? Last => Chain.Count == 0 ? null : Chain[^1];
}
