using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Cases;

/// <summary>The table of the three-party evaluation (三方评价机制) as a file has it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record EvaluationDefinition
{
    /// <summary>Gets how long parties may rate, from closure.</summary>
    public required TimeLimit Window { get; init; }

    /// <summary>Gets how the window is counted; <see cref="CountingPolicy.CivilCode"/> when null.</summary>
    public CountingPolicy? Policy { get; init; }

    /// <summary>Gets the least rating that counts as good, 1 to 5; <see cref="CaseResolution.DefaultGoodFrom"/> when null.</summary>
    public int? GoodFrom { get; init; }

    /// <summary>Gets what each of the 27 combinations of voices leads to, each once.</summary>
    public required EquatableArray<EvaluationRule> Rules { get; init; }
}
