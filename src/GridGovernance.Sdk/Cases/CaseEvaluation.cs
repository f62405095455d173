using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases;

/// <summary>A rating that a party gave to a closed case.</summary>
/// <remarks>Equality is by value. The default value rates nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Party">Who.</param>
/// <param name="Rating">The rating, 1 (worst) to 5 (best).</param>
/// <param name="By">The seat that gave it, or took it in from a resident.</param>
/// <param name="Closure">Which closure of the case it is about: 0 for the first, 1 for that after the first reopening, and so on.</param>
public readonly record struct CaseEvaluation(EvaluationParty Party, int Rating, Seat By, int Closure = 0);
