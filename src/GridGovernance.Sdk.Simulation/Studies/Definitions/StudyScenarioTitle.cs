namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>The title of a scenario.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code of the scenario.</param>
/// <param name="Title">The title.</param>
public sealed record StudyScenarioTitle(string Code, LocalizedText Title);
