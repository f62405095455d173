using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A subject came into another cell (迁移): it moved, or the cells were divided anew. What is owed stays as it was.</summary>
/// <param name="Cell">The cell from this day on.</param>
public sealed record SubjectMoved(GridCode Cell) : VisitEvent;
