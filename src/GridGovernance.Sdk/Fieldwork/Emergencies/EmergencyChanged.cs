namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something changed that must be reported again (补报).</summary>
/// <param name="Note">What changed, such as how many were hurt. No personal data.</param>
public sealed record EmergencyChanged(string Note) : EmergencyEvent
{
    /// <summary>Gets a value indicating whether it came after the days within which changes are reported.</summary>
    public bool IsLate { get; init; }
}
