namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Answers a service.</summary>
/// <param name="IsGranted">Whether it is granted.</param>
/// <param name="Reason">Why not.</param>
public sealed record AnswerService(bool IsGranted, string? Reason = null) : ProxyServiceCommand;
