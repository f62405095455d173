namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A party rated the case.</summary>
/// <param name="Party">Who.</param>
/// <param name="Rating">The rating, 1 (worst) to 5 (best).</param>
public sealed record CaseEvaluated(EvaluationParty Party, int Rating) : CaseEvent;
