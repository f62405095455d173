namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The campaign ended; nothing more is handed in.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CampaignClosed : CampaignEvent;
