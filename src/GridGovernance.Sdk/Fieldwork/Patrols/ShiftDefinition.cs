namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A shift of a day (班次).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="StartMinute">When it begins, in minutes after midnight, 0 to 1,439.</param>
/// <param name="Minutes">How long it lasts, 1 to 1,440; it may run past midnight.</param>
public sealed record ShiftDefinition(string Code, int StartMinute, int Minutes);
