using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Moves borders (界线变更): every unit whose boundary changes is named, and all keep their codes.</summary>
/// <remarks>Boundaries inside an edit are compared by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="On">The day from which it holds.</param>
/// <param name="Units">The units with their new boundaries; parents and parts whose boundaries change with them are named too.</param>
public sealed record MoveBoundary(LocalDate On, EquatableArray<GridReshape> Units) : GridEdit(On);
