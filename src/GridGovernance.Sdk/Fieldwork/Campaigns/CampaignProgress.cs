using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How far the cells of a unit are (进度汇总).</summary>
/// <remarks>Equality is by value. The default value counts nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Unit">The unit.</param>
/// <param name="Cells">How many cells take part.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Late">How many were done after the limit, or are not done although it is over.</param>
/// <param name="People">How many people were recorded or served (人次).</param>
public readonly record struct CampaignProgress(GridCode Unit, int Cells, int Done, int Late, long People);
