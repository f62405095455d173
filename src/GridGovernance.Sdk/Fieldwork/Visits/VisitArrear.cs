using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A visit that was owed under an earlier rule and is owed still, although the subject came under another one.</summary>
/// <remarks>Equality is by value. The default value owes nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="OpensOn">The first day of its period.</param>
/// <param name="DueOn">The last day by which it is owed.</param>
/// <param name="GraceEndsOn">The last day on which it still makes up for its period.</param>
public readonly record struct VisitArrear(LocalDate OpensOn, LocalDate DueOn, LocalDate GraceEndsOn);
