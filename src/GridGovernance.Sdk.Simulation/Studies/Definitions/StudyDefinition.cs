using GridGovernance.Sdk.Simulation.Changes;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A study as the file <c>STUDY.json</c> has it: what is simulated, which scenarios are compared, and how often.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record StudyDefinition
{
    /// <summary>Gets the code, which names the experiment.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets what is simulated: <c>county</c>, <c>province</c>, <c>notice</c>, <c>sampling</c> or <c>collection</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the folder of the model, from the folder of the file; null for <c>sampling</c>, which needs none.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the seed; 0 where nothing is said.</summary>
    public long Seed { get; init; }

    /// <summary>Gets how many replications there are; 10 where nothing is said.</summary>
    public int? Replications { get; init; }

    /// <summary>Gets how precisely a measure shall be known; null to run exactly <see cref="Replications"/>, which otherwise says with how many to begin.</summary>
    public StudyPrecisionDefinition? Precision { get; init; }

    /// <summary>Gets the scenario that the others are compared with; the first where nothing is said.</summary>
    public string? Control { get; init; }

    /// <summary>Gets the measures that table and plot show; all where nothing is said.</summary>
    public EquatableArray<string> Measures { get; init; }

    /// <summary>Gets what is different from the defaults in all scenarios, as <c>PATH=VALUE</c>.</summary>
    public EquatableArray<RuleChange> Set { get; init; }

    /// <summary>Gets the scenarios; at least one.</summary>
    public required EquatableArray<StudyScenarioDefinition> Scenarios { get; init; }
}
