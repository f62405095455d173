using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Puts a subject into another cell, because it moved or the cells were divided anew.</summary>
/// <param name="Cell">The cell; whoever works there or in the cell before may give the command.</param>
public sealed record MoveSubject(GridCode Cell) : VisitCommand;
