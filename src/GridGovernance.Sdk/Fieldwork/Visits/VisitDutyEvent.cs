namespace GridGovernance.Sdk.Fieldwork;

/// <summary>An event of one of a subject's several duties.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Duty">The position of the duty's file among those that were given.</param>
/// <param name="Event">The event.</param>
public sealed record VisitDutyEvent(int Duty, VisitEvent Event);
