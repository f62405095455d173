namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>How many people, dwellings or households of a category the visit policy asks to be visited.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code of the policy's category.</param>
/// <param name="PerMillionPeople">How many there are for a million people; 0..1,000,000.</param>
/// <param name="Risks">The weights of the risk levels, by code; none where the category has none, or they are not known.</param>
public sealed record VisitGroup(string Code, int PerMillionPeople, EquatableArray<WeightedCode> Risks = default);
