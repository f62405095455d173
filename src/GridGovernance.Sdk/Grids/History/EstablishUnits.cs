using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Sets units up (设立), the first of a network among them; units that tile a parent together are set up together.</summary>
/// <remarks>Boundaries and units inside an edit are compared by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="On">The day from which it holds.</param>
/// <param name="Units">The units, with codes that were never given.</param>
public sealed record EstablishUnits(LocalDate On, EquatableArray<GridUnit> Units) : GridEdit(On);
