using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What must happen next for the missing households of a cell: who acts, towards whom, and how.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record BroadcastHandover
{
    /// <summary>Gets the cell.</summary>
    public required GridCode Cell { get; init; }

    /// <summary>Gets the positions of its missing households that wait for the same thing.</summary>
    public required EquatableArray<int> Missing { get; init; }

    /// <summary>Gets the seat that must act next; null where nobody acts or everybody in the chain has tried, and <see cref="Gaps"/> say why.</summary>
    public Seat? By { get; init; }

    /// <summary>Gets the seat that must be handed the notice; null where the households themselves are to be reached.</summary>
    public Seat? To { get; init; }

    /// <summary>Gets the code of the channel to try; null where the notice must first be handed on.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets the gaps in the chain.</summary>
    public EquatableArray<AnswerGap> Gaps { get; init; }
}
