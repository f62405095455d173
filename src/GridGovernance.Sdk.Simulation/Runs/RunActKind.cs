namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>What the event queue of a run holds.</summary>
internal enum RunActKind
{
    Report,
    Desk,
    Return,
    Served,
    Step,
    Deadline,
    Rating,
    VisitBegin,
    VisitEnd,
}
