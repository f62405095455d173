namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>One of the ways of doing things that an experiment compares.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <typeparam name="TParameters">What tells one scenario from another.</typeparam>
/// <param name="Code">The code, unique in the experiment.</param>
/// <param name="Parameters">What the model is given.</param>
/// <param name="Text">The parameters as text, such as canonical JSON: the manifest keeps it, and a rerun under other parameters is refused by it.</param>
public sealed record Scenario<TParameters>(string Code, TParameters Parameters, string Text);
