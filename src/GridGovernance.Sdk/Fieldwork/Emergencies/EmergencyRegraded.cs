namespace GridGovernance.Sdk.Fieldwork;

/// <summary>An emergency turned out graver or less grave (升级、降级).</summary>
/// <param name="Grade">The code of the grade from now on.</param>
public sealed record EmergencyRegraded(string Grade) : EmergencyEvent;
