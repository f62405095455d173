namespace GridGovernance.Sdk.Cases;

/// <summary>A rating that a party gave to a closed case.</summary>
/// <remarks>Equality is by value. The default value rates nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Party">Who.</param>
/// <param name="Rating">The rating, 1 (worst) to 5 (best).</param>
public readonly record struct CaseEvaluation(EvaluationParty Party, int Rating);
