namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A case was found to be a duplicate (重复件): what is done about its matter, another case tells.</summary>
/// <param name="Into">The id of the case that goes on.</param>
public sealed record CaseMerged(string Into) : CaseEvent;
