using GridGovernance.Sdk.Simulation.Changes;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A scenario of a <see cref="StudyDefinition"/>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record StudyScenarioDefinition
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the title; the code where nothing is said.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets what is different in this scenario, as <c>PATH=VALUE</c>: a rule of the model (<c>lifecycles/daily/clocks/closure/limit=5 working-days</c>)
    /// or a parameter (<c>run/reportsPerMillionPeople=900</c>).</summary>
    public EquatableArray<RuleChange> Set { get; init; }
}
