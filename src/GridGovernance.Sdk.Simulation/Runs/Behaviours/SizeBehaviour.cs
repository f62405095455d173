using GridGovernance.Sdk.Cases;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>How often matters of a size come (小事、大事、难事), and how much more work they are.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Size">The size.</param>
/// <param name="Weight">The weight among the sizes; not negative.</param>
/// <param name="ServicePercent">Service times, as a percentage of what they are otherwise.</param>
public sealed record SizeBehaviour(CaseSize Size, int Weight, int ServicePercent);
