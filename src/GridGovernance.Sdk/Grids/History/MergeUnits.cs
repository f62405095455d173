using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Merges units (合并) of one parent; their own parts go to the merged unit, with new codes.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="On">The day from which it holds.</param>
/// <param name="Units">Two units or more; the merged unit is of the kind and settlement of the first, or of the one that takes the others in.</param>
/// <param name="Name">The name of the merged unit.</param>
/// <param name="Code">The code of the merged unit: null for the next that was never given; one of the units' codes where that unit takes the others in.</param>
public sealed record MergeUnits(LocalDate On, EquatableArray<GridCode> Units, string Name, GridCode? Code = null) : GridEdit(On);
