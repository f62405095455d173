using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The days of a duty to visit somebody that is over.</summary>
/// <remarks>Equality is by value. The default value is one day. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included.</param>
public readonly record struct VisitDuty(LocalDate From, LocalDate To);
