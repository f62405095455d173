namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A tier told one above it (上报).</summary>
/// <param name="From">Who told.</param>
/// <param name="To">Who knows now; tiers in between may be skipped (可以越级).</param>
public sealed record EmergencyReported(EmergencyTier From, EmergencyTier To) : EmergencyEvent;
