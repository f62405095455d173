using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A household that a notice must reach: one row of a list of recipients.</summary>
/// <remarks>Equality is by value. The default value names nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">The opaque id.</param>
/// <param name="Cell">The cell that it is registered in.</param>
public readonly record struct BroadcastHousehold(string Id, GridCode Cell);
