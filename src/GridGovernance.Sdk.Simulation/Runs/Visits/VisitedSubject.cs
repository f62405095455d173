using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Somebody or something that is visited in a run: its file, who is on the way to it, and its own random streams.</summary>
internal sealed class VisitedSubject(VisitFile file, RandomStreams streams, string category, long index)
{
    internal VisitFile File { get; set; } = file;

    internal Seat By { get; set; }

    /// <summary>Gets the numbers for the day and hour of visits.</summary>
    internal RandomStream Plan { get; } = streams.Stream("visits/plan/" + category, index);

    /// <summary>Gets the numbers for what comes of visits.</summary>
    internal RandomStream Answer { get; } = streams.Stream("visits/answer/" + category, index);

    /// <summary>Gets the numbers for how long visits take.</summary>
    internal RandomStream Service { get; } = streams.Stream("visits/service/" + category, index);
}
