namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Rates a closed case (三方评价): residents, the department and the grid worker each once.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Party">Who rates.</param>
/// <param name="Rating">The rating, 1 (worst) to 5 (best).</param>
public sealed record EvaluateCase(string CommandId, EvaluationParty Party, int Rating) : CaseCommand(CommandId);
