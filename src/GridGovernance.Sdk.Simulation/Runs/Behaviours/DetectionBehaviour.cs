namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Who finds a matter first: the grid worker on patrol, or a resident who gets tired of it.</summary>
/// <remarks>
/// <para>When off, as by default, a matter is reported as it arises and a share of reports comes from grid workers. When on, both have an exponential time to notice it,
/// and whoever is first reports it through a channel of theirs; where no grid worker is in the seat, only residents do, and while the worker is on leave or the desk is empty (<see cref="StaffBehaviour"/>), the worker's time stands still.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record DetectionBehaviour
{
    /// <summary>Gets the mean hours until a grid worker notices a matter. The default is 0: detection is off.</summary>
    public int WorkerMeanHours { get; init; }

    /// <summary>Gets the mean hours until a resident reports it. The default is 0: residents never do.</summary>
    public int ResidentMeanHours { get; init; }
}
