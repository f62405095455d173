namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Something that all scenarios read: a model of a county, a log, a table of parameters.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Name">The name, such as that of a file or definition.</param>
/// <param name="Hash">The hash of its canonical bytes.</param>
public sealed record ExperimentInput(string Name, ContentHash Hash);
