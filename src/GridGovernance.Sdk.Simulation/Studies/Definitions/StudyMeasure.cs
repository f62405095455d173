namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Something that a study measures in every replication.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code: the metric of the experiment, and a column of its files.</param>
/// <param name="Title">The title, for tables and plots.</param>
/// <param name="Unit">The unit, such as <c>share</c> (0..1), <c>hours</c> or <c>cases</c>.</param>
public sealed record StudyMeasure(string Code, LocalizedText Title, string Unit);
