namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The station answered.</summary>
/// <param name="IsGranted">Whether it was granted.</param>
/// <param name="Reason">Why not; null where it was. No personal data.</param>
public sealed record ServiceAnswered(bool IsGranted, string? Reason) : ProxyServiceEvent;
