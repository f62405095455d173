using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>An act of a run: what, on which case (a report: the matter that arose; a visit: the subject; a desk: its number), and the step, party, outcome or plan that it is for.</summary>
internal readonly record struct RunAct(RunActKind Kind, int Case, int Token, GridCode Place);
