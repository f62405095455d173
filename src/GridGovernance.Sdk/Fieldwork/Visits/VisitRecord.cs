using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A visit, or an attempt at one (走访记录): one row of <c>visits.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Subject">The opaque id of the subject.</param>
/// <param name="At">When.</param>
/// <param name="By">The seat that made it.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="People">How many people were met (人次); 0 where nobody was.</param>
public sealed record VisitRecord(string Subject, Instant At, Seat By, VisitOutcome Outcome = VisitOutcome.Done, int People = 1);
