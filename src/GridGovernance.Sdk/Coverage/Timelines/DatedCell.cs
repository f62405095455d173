using NodaTime;

namespace GridGovernance.Sdk.Coverage;

/// <summary>One cell of a list with the days on which it holds.</summary>
/// <remarks>Equality is over the members, of the boundary by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="Cell">The cell.</param>
/// <param name="ValidFrom">The first day; null where it has none.</param>
/// <param name="ValidTo">The last day; null where it has none.</param>
public sealed record DatedCell(CoverageCell Cell, LocalDate? ValidFrom = null, LocalDate? ValidTo = null)
{
    /// <summary>Says whether the cell holds on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True when it does.</returns>
    public bool IsValidOn(LocalDate on) => !(on < ValidFrom) && !(on > ValidTo);
}
