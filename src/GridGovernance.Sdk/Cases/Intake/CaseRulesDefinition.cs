namespace GridGovernance.Sdk.Cases;

/// <summary>How cases come in, which tier they get and what their evaluation leads to, as the file <c>case-rules.json</c> has it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CaseRulesDefinition
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets where the rules come from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the channels (渠道) by which matters become known; <see cref="CaseChannel.Presets"/> where it is empty.</summary>
    public EquatableArray<CaseChannel> Channels { get; init; }

    /// <summary>Gets the rules that give a report its tier (分级), in order; where it is empty, whoever reports says the tier.</summary>
    public EquatableArray<TierRule> TierRules { get; init; }

    /// <summary>Gets the table of the three-party evaluation; null where there is none, and no window ends what parties may still rate.</summary>
    public EvaluationDefinition? Evaluation { get; init; }
}
