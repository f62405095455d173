using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who visits the subjects of a cell on a day.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Seat">The seat; null where nobody in the chain acts.</param>
/// <param name="Person">The opaque id of who acts in it; null where the host does not say who sits where, or nobody acts.</param>
/// <param name="Gaps">What was passed over on the way up, the lowest first.</param>
public sealed record VisitAssignment(Seat? Seat, string? Person, EquatableArray<AnswerGap> Gaps);
