namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>What a reader of a study must know beside its numbers: titles, units, and which scenario the others are held against.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record StudyLabels
{
    /// <summary>Gets the title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets the titles of scenarios, in the order of the experiment.</summary>
    public required EquatableArray<StudyScenarioTitle> Scenarios { get; init; }

    /// <summary>Gets the measures that the plot shows, in order.</summary>
    public required EquatableArray<StudyMeasure> Measures { get; init; }

    /// <summary>Gets the code of the scenario that the others are compared with.</summary>
    public required string Control { get; init; }
}
