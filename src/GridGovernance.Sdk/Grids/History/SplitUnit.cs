using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Splits a unit (拆分) into parts that tile it exactly; its own parts go to the new unit that they lie in, with new codes.</summary>
/// <remarks>Boundaries inside an edit are compared by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="On">The day from which it holds.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Parts">Two parts or more; one of them may keep the unit's code, and then the others are split off from it.</param>
public sealed record SplitUnit(LocalDate On, GridCode Unit, EquatableArray<GridPart> Parts) : GridEdit(On);
