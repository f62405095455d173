namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>A scenario as a manifest names it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="Text">The parameters as text.</param>
public sealed record ScenarioEntry(string Code, string Text);
