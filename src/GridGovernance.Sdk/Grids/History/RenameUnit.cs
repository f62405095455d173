using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Gives a unit another name (更名); it keeps its code.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="On">The day from which it holds.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Name">The new name.</param>
public sealed record RenameUnit(LocalDate On, GridCode Unit, string Name) : GridEdit(On);
