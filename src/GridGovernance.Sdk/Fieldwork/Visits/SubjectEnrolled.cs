namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The duty to visit a subject began (建档): the first event of every file.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Rule">The rule that it falls under.</param>
public sealed record SubjectEnrolled(VisitSubject Subject, VisitRule Rule) : VisitEvent;
