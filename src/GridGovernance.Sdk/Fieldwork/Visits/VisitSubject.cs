using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Somebody or something that is visited (走访对象): one row of <c>visit-subjects.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">The opaque id of the person, dwelling or household; never a name.</param>
/// <param name="Category">The code of the category.</param>
/// <param name="Cell">The cell in which it lives or stands.</param>
/// <param name="From">The first day of the duty to visit it.</param>
/// <param name="Risk">The risk level; null where the category has none or it is not known.</param>
/// <param name="To">The last day, itself included; null when open.</param>
public sealed record VisitSubject(string Id, string Category, GridCode Cell, LocalDate From, string? Risk = null, LocalDate? To = null);
