using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A visit on a day's route.</summary>
/// <remarks>Equality is by value. The default value names nobody. This type is immutable and safe to share between threads.</remarks>
/// <param name="Subject">The opaque id of the subject.</param>
/// <param name="Place">Where it is, in the system of the route.</param>
/// <param name="IsUrgent">Whether it comes before all that are not, such as a visit that is overdue.</param>
public readonly record struct VisitStop(string Subject, GeoPoint Place, bool IsUrgent = false);
