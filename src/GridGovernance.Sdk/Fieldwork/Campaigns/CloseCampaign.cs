namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Ends the campaign.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CloseCampaign : CampaignCommand;
