using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>A restrictive measure that somebody is about to order.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">The code of its kind.</param>
/// <param name="Place">The unit that it covers, everything below included.</param>
/// <param name="From">The first day.</param>
public sealed record RestrictiveMeasure(string Kind, GridCode Place, LocalDate From)
{
    /// <summary>Gets the last day, itself included; null where none is said.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Gets the legal basis in words; null where none is said.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Gets the seat that approved it; null where none did.</summary>
    public Seat? ApprovedBy { get; init; }

    /// <summary>Gets the codes of the attributes by which it tells people apart.</summary>
    public EquatableArray<string> Criteria { get; init; }
}
