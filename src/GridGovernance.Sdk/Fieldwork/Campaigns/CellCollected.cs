namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A cell handed in what was collected (上报).</summary>
/// <param name="Cell">The position of the cell.</param>
/// <param name="Items">The positions of the items; empty for all that the campaign collects.</param>
/// <param name="People">How many people were recorded or served (人次).</param>
public sealed record CellCollected(int Cell, EquatableArray<int> Items, int People) : CampaignEvent;
