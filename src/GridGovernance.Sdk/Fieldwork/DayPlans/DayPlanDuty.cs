namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A duty of a worker's day, with its present cycle.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Duty">The duty.</param>
/// <param name="Cycle">The cycle, which is not kept yet.</param>
public sealed record DayPlanDuty(FieldDuty Duty, FieldDutyCycleState Cycle);
