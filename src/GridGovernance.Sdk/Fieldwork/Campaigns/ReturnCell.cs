using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Sends back what a cell handed in.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Reason">Why. No personal data.</param>
public sealed record ReturnCell(GridCode Cell, string Reason) : CampaignCommand;
