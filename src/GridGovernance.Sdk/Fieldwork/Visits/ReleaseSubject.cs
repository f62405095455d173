namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Ends the duty to visit a subject with this day.</summary>
/// <param name="Reason">Why. No personal data.</param>
public sealed record ReleaseSubject(string Reason) : VisitCommand;
