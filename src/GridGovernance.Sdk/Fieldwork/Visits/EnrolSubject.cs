namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Begins the duty to visit a subject.</summary>
/// <param name="Subject">The subject.</param>
public sealed record EnrolSubject(VisitSubject Subject) : VisitCommand;
