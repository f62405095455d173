namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>The cases of a category or a unit under the rules as they were and as they are changed.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The category or the unit.</param>
/// <param name="Before">Under the model as it is.</param>
/// <param name="After">Under the changed rules.</param>
public sealed record ReplayRow(string Code, ReplayCount Before, ReplayCount After);
