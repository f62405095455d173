namespace GridGovernance.Sdk.Fieldwork;

/// <summary>One step of a report upward: who tells whom, within how many minutes.</summary>
/// <remarks>Minutes run round the clock from when the teller knows. Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">Who tells.</param>
/// <param name="To">Who is told.</param>
/// <param name="WithinMinutes">The limit; null for "at once" (立即), which no clock measures.</param>
/// <param name="Source">The article.</param>
public sealed record EmergencyStep(EmergencyTier From, EmergencyTier To, int? WithinMinutes, LocalizedText Source);
