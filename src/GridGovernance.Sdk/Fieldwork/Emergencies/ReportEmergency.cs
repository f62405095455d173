namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Reports an emergency upward.</summary>
/// <param name="From">Who tells.</param>
/// <param name="To">Who is told.</param>
public sealed record ReportEmergency(EmergencyTier From, EmergencyTier To) : EmergencyCommand;
