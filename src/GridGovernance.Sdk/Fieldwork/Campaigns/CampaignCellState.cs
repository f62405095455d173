using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How a cell of a campaign stands.</summary>
/// <remarks>Equality is by value. The default value is a cell that has handed in nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="DoneAt">When its last item was handed in; null while any is missing.</param>
/// <param name="People">How many people were recorded or served.</param>
/// <param name="Returns">How often what it handed in was sent back.</param>
public readonly record struct CampaignCellState(Instant? DoneAt, long People, int Returns);
