using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The campaign began: the first event.</summary>
/// <param name="DueAt">When every cell must be done.</param>
public sealed record CampaignOpened(Instant DueAt) : CampaignEvent;
