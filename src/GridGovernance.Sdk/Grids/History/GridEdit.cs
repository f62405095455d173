using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A change of the grid network (网格调整) that is asked for: <see cref="GridHistory.Decide"/> accepts it with its event, or refuses it with every reason.</summary>
/// <remarks>Boundaries and units inside an edit are compared by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="On">The day from which it holds. Edits come in the order of their days; several may have the same.</param>
public abstract record GridEdit(LocalDate On)
{
    /// <summary>Gets why: a notice, a decision; null where it is not said.</summary>
    public string? Reason { get; init; }
}
