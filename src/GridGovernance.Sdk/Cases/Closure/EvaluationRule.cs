namespace GridGovernance.Sdk.Cases;

/// <summary>A row of the table of evaluation: what three voices together lead to.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Resident">The resident's voice.</param>
/// <param name="Department">The department's voice.</param>
/// <param name="GridWorker">The grid worker's voice on the department.</param>
/// <param name="Consequence">What it leads to.</param>
public readonly record struct EvaluationRule(EvaluationVoice Resident, EvaluationVoice Department, EvaluationVoice GridWorker, EvaluationConsequence Consequence);
