namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What a cell handed in was sent back and must be collected again (退回重采).</summary>
/// <param name="Cell">The position of the cell.</param>
/// <param name="Reason">Why. No personal data.</param>
public sealed record CellReturned(int Cell, string Reason) : CampaignEvent;
