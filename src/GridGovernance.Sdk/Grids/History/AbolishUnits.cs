using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Abolishes units (撤销); a unit that covers ground is merged or moved instead, because nothing may stay uncovered.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="On">The first day on which they do not hold any more.</param>
/// <param name="Units">The units, with everything that lies below them.</param>
/// <param name="Successors">The units that take over what was open there; empty where none does.</param>
public sealed record AbolishUnits(LocalDate On, EquatableArray<GridCode> Units, EquatableArray<GridCode> Successors = default) : GridEdit(On);
