using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Who notices a matter first, and when: a grid worker where one is in the seat, or a resident.</summary>
internal sealed class MatterDetection(CaseModel model, CountyRunParameters parameters, SeatDesks desks, RandomStreams streams)
{
    internal const int AsDrawn = 0;
    internal const int ByWorker = 1;
    internal const int ByResident = 2;
    private const long NeverSeconds = 100L * 366 * 86_400;

    /// <summary>Says when a matter that arises is reported, and by whom.</summary>
    internal (Instant At, int By) Find(Instant at, GridCode place, long matter)
    {
        var behaviour = parameters.Detection;
        if (behaviour.WorkerMeanHours == 0 && behaviour.ResidentMeanHours == 0)
        {
            return (at, AsDrawn);
        }

        var worker = Noticed(streams.Stream("detection/worker", matter), behaviour.WorkerMeanHours);
        var resident = Noticed(streams.Stream("detection/resident", matter), behaviour.ResidentMeanHours);
        if (worker > resident || SeatOf(place) is not { } seat || !SeatHolders.IsHeld(model, seat, at))
        {
            return (at + resident, ByResident);
        }

        // Who is on leave, or gone, finds nothing meanwhile: the worker's time stands still.
        var found = desks.WhilePresent(seat, at, worker, at + resident);
        return found <= at + resident ? (found, ByWorker) : (at + resident, ByResident);
    }

    /// <summary>Whether the grid worker of a place is in the seat and not away.</summary>
    internal bool IsPatrolled(GridCode place, Instant at) => SeatOf(place) is { } seat && SeatHolders.IsHeld(model, seat, at) && desks.IsPresent(seat, at);

    private Seat? SeatOf(GridCode place) => model.Establishment.TryFindPost(parameters.Codes.WorkerPost, out var post) && model.Map.AncestorAt(place, post.Level) is { } unit
        ? new Seat(post.Code, unit.Code.ToString())
        : null;

    private static Duration Noticed(RandomStream stream, int meanHours) =>
        Duration.FromSeconds(meanHours == 0 ? NeverSeconds : (long)Math.Min(NeverSeconds, stream.NextExponential(meanHours * 3_600.0)));
}
