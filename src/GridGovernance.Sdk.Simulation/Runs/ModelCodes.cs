namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>What a model calls the posts, triggers, states and clocks that a run must know by name; the defaults are the codes of the sample county and of the presets.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ModelCodes
{
    /// <summary>Gets the codes of the sample county.</summary>
    public static ModelCodes Default { get; } = new();

    /// <summary>Gets the post of the grid worker (网格员), who reports, handles on the spot and rates departments. The default is <c>grid-worker</c>.</summary>
    public string WorkerPost { get; init; } = "grid-worker";

    /// <summary>Gets the post that takes in what others report and records what residents think of it. The default is <c>dispatcher</c>.</summary>
    public string DispatcherPost { get; init; } = "dispatcher";

    /// <summary>Gets the post of a department that handles its matters. The default is <c>department-handler</c>.</summary>
    public string DepartmentPost { get; init; } = "department-handler";

    /// <summary>Gets the trigger that gives a case to a lead. The default is <c>dispatch</c>.</summary>
    public string DispatchTrigger { get; init; } = "dispatch";

    /// <summary>Gets the state in which the place is gone to. The default is <c>handling</c>.</summary>
    public string TravelState { get; init; } = "handling";

    /// <summary>Gets the clock by which a case is closed on time or late. The default is <c>closure</c>.</summary>
    public string ClosureClock { get; init; } = "closure";
}
