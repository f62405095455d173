namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The duty to visit a subject ended (销档): the day is the last one.</summary>
/// <param name="Reason">Why. No personal data.</param>
public sealed record SubjectReleased(string Reason) : VisitEvent;
