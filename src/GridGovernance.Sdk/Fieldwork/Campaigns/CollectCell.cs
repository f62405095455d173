using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Hands in what was collected in a cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Items">The codes of the items; empty for all that the campaign collects.</param>
/// <param name="People">How many people were recorded or served.</param>
public sealed record CollectCell(GridCode Cell, EquatableArray<string> Items = default, int People = 0) : CampaignCommand;
