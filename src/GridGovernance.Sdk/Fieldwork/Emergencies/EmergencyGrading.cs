using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>From when on an emergency had a grade.</summary>
/// <remarks>Equality is by value. The default value names none. This type is immutable and safe to share between threads.</remarks>
/// <param name="At">When the grade was known.</param>
/// <param name="Grade">The code of the grade.</param>
public readonly record struct EmergencyGrading(Instant At, string Grade);
