using GridGovernance.Sdk.Simulation.Kernel;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

/// <summary>Something that a seat is asked to do, and when it is urged.</summary>
internal sealed record DeskAsk(Instant At, int Minutes, bool RoundTheClock = false, Instant? UrgedAt = null);

/// <summary>A seat that is asked to do things, played to an end.</summary>
internal sealed class DeskPlay
{
    private readonly EventQueue<RunAct> _queue;
    private readonly Seat _seat;

    internal DeskPlay(Seat seat, CountyRunParameters parameters, IReadOnlyDictionary<Seat, int>? people = null)
    {
        var start = parameters.From.AtStartOfDayInZone(SampleCounty.Model.Calendar.Zone).ToInstant();
        (_seat, _queue, Until) = (seat, new EventQueue<RunAct>(start), start + Duration.FromDays(200));
        Desks = new SeatDesks(SampleCounty.Model.Calendar, parameters, new RandomStreams(7), _queue, people);
    }

    internal SeatDesks Desks { get; }

    internal Instant Until { get; set; }

    /// <summary>When each is done; null for what is not by the end.</summary>
    internal IReadOnlyList<Instant?> Ends(params DeskAsk[] asked)
    {
        DeskJob[] jobs = [.. asked.Select((one, i) => new DeskJob
        {
            Seat = _seat,
            Service = Duration.FromMinutes(one.Minutes),
            RoundTheClock = one.RoundTheClock,
            Done = new RunAct(RunActKind.Served, i, 0, default),
        })];
        for (var i = 0; i < asked.Length; i++)
        {
            _queue.Schedule(asked[i].At, new RunAct(RunActKind.Report, i, 0, default));
            if (asked[i].UrgedAt is { } urged)
            {
                _queue.Schedule(urged, new RunAct(RunActKind.Deadline, i, 0, default));
            }
        }

        var ends = new Instant?[asked.Length];
        while (_queue.TryTakeBefore(Until, out var act))
        {
            if (act.Kind == RunActKind.Report)
            {
                Desks.Ask(jobs[act.Case]);
            }
            else if (act.Kind == RunActKind.Deadline)
            {
                Desks.Urge(jobs[act.Case]);
            }
            else if (Desks.Turn(act.Case, act.Token) is { } done)
            {
                ends[done.Case] = _queue.Now;
            }
        }

        Desks.Close(Until);
        return ends;
    }
}
