using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>What a report is to be: the tier that was drawn, which the model's rules may overrule, the matter and the channel.</summary>
internal sealed record DrawnReport(TierBehaviour Tier, Matter Matter, string Channel);
