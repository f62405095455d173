using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What a worker has to do on a day (网格员一日工作计划): visits, duties, shifts, campaigns and notices.</summary>
/// <remarks><see cref="DayPlanPage"/> prints it. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DayPlan
{
    /// <summary>Gets the worker's seat.</summary>
    public required Seat Worker { get; init; }

    /// <summary>Gets the day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets the visits that are owed, in the order in which to make them.</summary>
    public EquatableArray<DayPlanVisit> Visits { get; init; }

    /// <summary>Gets a value indicating whether <see cref="Visits"/> stand in the order of the way, as <see cref="DayPlanVisit.OnTheWay"/> makes it; otherwise by the day on which they are due.</summary>
    public bool IsOnTheWay { get; init; }

    /// <summary>Gets the patrols, inspections and meetings whose present cycle is not kept yet.</summary>
    public EquatableArray<DayPlanDuty> Duties { get; init; }

    /// <summary>Gets the worker's turns of duty.</summary>
    public EquatableArray<ShiftTurn> Turns { get; init; }

    /// <summary>Gets the cells of campaigns that are still to be collected.</summary>
    public EquatableArray<GridCode> Cells { get; init; }

    /// <summary>Gets what the worker must do next for notices on their way.</summary>
    public EquatableArray<BroadcastHandover> Notices { get; init; }
}
