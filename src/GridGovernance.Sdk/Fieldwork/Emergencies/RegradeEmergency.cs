namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Puts an emergency under another grade.</summary>
/// <param name="Grade">The code of the grade.</param>
public sealed record RegradeEmergency(string Grade) : EmergencyCommand;
