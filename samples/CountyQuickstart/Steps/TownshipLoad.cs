using GridGovernance.Sdk.Grids;

namespace CountyQuickstart.Steps;

/// <summary>What a township consists of and what was reported in it.</summary>
internal sealed record TownshipLoad(GridUnit Unit, int Neighbourhoods, int Grids, int Cells, int People, int Cases);
