namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Begins the campaign.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record OpenCampaign : CampaignCommand;
