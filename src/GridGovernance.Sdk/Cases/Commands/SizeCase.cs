namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Says how large a matter is (小事、大事、难事), beside its tier and by hand.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Size">The size.</param>
/// <param name="Reason">Why; it must not be empty. No personal data.</param>
public sealed record SizeCase(string CommandId, CaseSize Size, string Reason) : CaseCommand(CommandId);
