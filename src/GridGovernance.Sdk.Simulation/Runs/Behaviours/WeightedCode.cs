namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>A code and how often it is chosen, relative to its neighbours.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code of a tier, a channel or a trigger.</param>
/// <param name="Weight">The weight; not negative.</param>
public sealed record WeightedCode(string Code, int Weight);
