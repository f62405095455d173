namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>How a go at a case went.</summary>
internal enum Attempt
{
    /// <summary>All that was tried is refused.</summary>
    Refused,

    /// <summary>The case has moved.</summary>
    Done,

    /// <summary>What was tried was the wrong thing, and the go is over.</summary>
    Spent,

    /// <summary>All that the case needs is somebody in a seat that is vacant.</summary>
    Waits,
}
