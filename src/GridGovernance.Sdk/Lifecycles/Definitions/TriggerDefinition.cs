namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A trigger: an act that may move a case.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, such as <c>dispatch</c>.</param>
/// <param name="Label">The label.</param>
public sealed record TriggerDefinition(string Code, LocalizedText Label);
