using GridGovernance.Sdk.Fieldwork;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>What happened in a run.</summary>
/// <param name="Cases">Every case, in the order of report.</param>
/// <param name="Checked">How many attempts to give a matter to a seat were checked against the lists.</param>
/// <param name="Refused">The attempts that were refused, in order.</param>
/// <param name="Until">The instant at which the run ended: the start of the day after its last.</param>
public sealed record CountyRunResult(EquatableArray<CaseHistory> Cases, long Checked, EquatableArray<RefusedAct> Refused, Instant Until)
{
    /// <summary>Gets the reports that came to no case, in order: a deadline of theirs lies beyond the published calendar.</summary>
    public EquatableArray<RefusedReport> RefusedReports { get; init; }

    /// <summary>Gets when matters arose that nobody reported: their grid worker's seat was vacant, or the worker away, and no resident reported them instead.</summary>
    public EquatableArray<Instant> Unreported { get; init; }

    /// <summary>Gets when matters arose that nobody had found by the end; none where matters are found as they arise (<see cref="CountyRunParameters.Detection"/>).</summary>
    public EquatableArray<Instant> Unfound { get; init; }

    /// <summary>Gets the minutes that people worked on cases, by post, in the order of the posts' codes; what other duties put between is not in them.</summary>
    public EquatableArray<WeightedCode> BusyMinutes { get; init; }

    /// <summary>Gets the files of everybody who is visited; none where the run did not follow a visit policy.</summary>
    public EquatableArray<VisitFile> Visits { get; init; }

    /// <summary>Gets the minutes that people were on visits, in vain or not, by post, in the order of the posts' codes.</summary>
    public EquatableArray<WeightedCode> VisitMinutes { get; init; }
}
