namespace GridGovernance.Sdk.Cases.Events;

/// <summary>Somebody said how large the matter is.</summary>
/// <param name="Size">The size.</param>
/// <param name="Reason">Why.</param>
public sealed record CaseSized(CaseSize Size, string Reason) : CaseEvent;
