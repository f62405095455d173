namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A visit was tried and not made.</summary>
/// <param name="Outcome">Refused or nobody met.</param>
public sealed record VisitAttempted(VisitOutcome Outcome) : VisitEvent;
