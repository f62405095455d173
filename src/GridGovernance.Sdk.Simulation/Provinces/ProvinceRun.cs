using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>Runs a whole province in columns: one array a property of a case, the production lifecycle fired over all that are due in a minute, deadlines by the production calendar.</summary>
/// <remarks>
/// <para>Time goes on by minutes. Of what comes in a minute, moves go before new reports, each in the order in which it was planned or reported. A report asks for a worker of its grid when its minute has come, and so does a later
/// step that is the grid's: whoever of the grid is free first takes it, and does what he took one after the other. What waits for working time leaves the night to what runs round the clock.
/// Whoever else acts, dispatchers and departments, has hands enough: a service and a lag, and no queue.</para>
/// <para>Every hundredth case can be made again by <see cref="ProvinceSample"/> through the full case engine. The same model, parameters and streams give the same result
/// everywhere. A run is used once, on one thread.</para>
/// </remarks>
public sealed class ProvinceRun
{
    private readonly ProvinceClock _clock;
    private readonly ProvinceDraws _draws;
    private readonly ProvinceReports _reports;
    private readonly ProvinceWorkers _workers;
    private readonly ProvinceTier[] _tiers;
    private readonly List<string> _triggers = [];
    private readonly LifecycleColumn[] _columns;
    private readonly ulong[] _guards;
    private readonly byte[] _tier;
    private readonly byte[] _state;
    private readonly byte[] _next;
    private readonly ushort[] _steps;
    private readonly int[] _reported;
    private readonly int[] _link;
    private readonly int[] _head;
    private readonly int[][] _batches;
    private readonly int[] _batchCounts;
    private readonly int _return;
    private readonly int _sampleEvery;
    private long _moves;
    private long _refused;
    private long _minutesToClose;
    private long _signature;
    private int[] _due = new int[64];
    private int _closed;
    private int _onTime;

    private ProvinceRun(GovernanceModel model, ProvinceParameters parameters, RandomStreams streams, int sampleEvery)
    {
        _sampleEvery = sampleEvery;
        _draws = ProvinceDraws.From(streams);
        _reports = new ProvinceReports(parameters, _draws);
        _clock = new ProvinceClock(model.Calendar, parameters.From, parameters.Days);
        _workers = new ProvinceWorkers(_clock, parameters.Grids, parameters.Workers);
        _tiers = [.. parameters.Tiers.Select(tier => model.Lifecycles.Newest(tier.Tier) is { } lifecycle
            ? new ProvinceTier(lifecycle, tier, parameters, _triggers, _clock.DueFrom(lifecycle))
            : throw new ArgumentException($"Tier \"{tier.Tier}\" must have a lifecycle in the model, but has none.", nameof(parameters)))];
        _return = _triggers.IndexOf("return");
        var count = parameters.ReportsPerDay * parameters.Days;
        _columns = [.. _tiers.Select(tier => new LifecycleColumn(tier.Lifecycle, count))];
        (_guards, _tier, _state, _next, _steps) = (new ulong[count], new byte[count], new byte[count], new byte[count], new ushort[count]);
        (_reported, _link, _head) = (new int[count], new int[count], new int[_clock.Minutes]);
        _head.AsSpan().Fill(-1);
        _batches = new int[_tiers.Length * _triggers.Count][];
        _batchCounts = new int[_batches.Length];
        for (var i = 0; i < _batches.Length; i++)
        {
            _batches[i] = new int[64];
        }
    }

    internal List<ProvinceMove> Sampled { get; } = [];

    /// <summary>Runs a province.</summary>
    /// <param name="model">The definitions; a county's, which is the same for all counties of the province.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="streams">The random numbers.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentNullException">A reference is null.</exception>
    /// <exception cref="ArgumentException">A parameter is outside its range, or names what the model has not, or the calendar does not know a day; the message names each.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ProvinceResult Execute(GovernanceModel model, ProvinceParameters parameters, RandomStreams streams, CancellationToken cancellation = default) =>
        Create(model, parameters, streams, 0).Play(cancellation);

    internal static ProvinceRun Create(GovernanceModel model, ProvinceParameters parameters, RandomStreams streams, int sampleEvery)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(streams);
        ProvinceRules.Check(model, parameters);
        return new ProvinceRun(model, parameters, streams, sampleEvery);
    }

    internal Instant At(int minute) => _clock.At(minute);

    internal string TierOf(int one) => _tiers[_tier[one]].Lifecycle.Key.Code;

    internal bool IsOnTheSpot(int one) => (_guards[one] & _tiers[_tier[one]].OnTheSpot) != 0;

    internal int ReportedAt(int one) => _reported[one];

    internal ProvinceResult Play(CancellationToken cancellation)
    {
        var reported = 0;
        for (var minute = 0; minute < _head.Length; minute++)
        {
            if (minute % 1_440 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                _reports.Begin(minute / 1_440);
            }

            if (_head[minute] >= 0)
            {
                var due = DueIn(minute);
                Fire(due);
                Follow(due, minute);
            }

            var count = _reports.In(minute % 1_440);
            Report(reported, count, minute);
            reported += count;
        }

        return Count();
    }

    // The reports of a minute, in their order: each now gets its tier, its grid and its guards, and waits for its worker.
    private void Report(int first, int count, int minute)
    {
        for (var one = first; one < first + count; one++)
        {
            var tier = _reports.Tier(one);
            (_reported[one], _tier[one], _state[one]) = (minute, (byte)tier, (byte)_tiers[tier].Lifecycle.Initial.Index);
            _guards[one] = _tiers[tier].GuardsOf(_reports.IsOnTheSpot(one, tier));
            Plan(one, minute);
        }
    }

    // What is due, in the order in which it was planned: a list of links gives the last first.
    private Span<int> DueIn(int minute)
    {
        var count = 0;
        for (var one = _head[minute]; one >= 0; one = _link[one])
        {
            if (count == _due.Length)
            {
                Array.Resize(ref _due, 2 * count);
            }

            _due[count++] = one;
        }

        _due.AsSpan(0, count).Reverse();
        return _due.AsSpan(0, count);
    }

    private void Fire(ReadOnlySpan<int> due)
    {
        foreach (var one in due)
        {
            var batch = (_tier[one] * _triggers.Count) + _next[one];
            if (_batchCounts[batch] == _batches[batch].Length)
            {
                Array.Resize(ref _batches[batch], 2 * _batches[batch].Length);
            }

            _batches[batch][_batchCounts[batch]++] = one;
        }

        for (var batch = 0; batch < _batches.Length; batch++)
        {
            if (_batchCounts[batch] > 0)
            {
                _columns[batch / _triggers.Count].Fire(_triggers[batch % _triggers.Count], _batches[batch].AsSpan(0, _batchCounts[batch]), _guards);
                _batchCounts[batch] = 0;
            }
        }
    }

    private void Follow(ReadOnlySpan<int> due, int minute)
    {
        foreach (var one in due)
        {
            var tier = _tiers[_tier[one]];
            var state = _columns[_tier[one]][one].Index;
            if (state == _state[one])
            {
                _refused++;
                _next[one] = (byte)tier.Fallback[state];
                Link(one, minute + 1);
            }
            else
            {
                Moved(one, tier, state, minute);
            }
        }
    }

    private void Moved(int one, ProvinceTier tier, int state, int minute)
    {
        _moves++;
        _signature = unchecked((_signature * 31) + ((long)one * 64) + state + minute);
        if (_sampleEvery > 0 && one % _sampleEvery == 0)
        {
            Sampled.Add(new ProvinceMove(one, minute, _triggers[_next[one]], tier.Lifecycle.States[state].Code));
        }

        if (_next[one] == _return)
        {
            _guards[one] &= ~tier.NeverReturned;
        }

        _state[one] = (byte)state;
        if (tier.IsFinal[state])
        {
            _closed++;
            _onTime += minute <= tier.Due[_reported[one]] ? 1 : 0;
            _minutesToClose += minute - _reported[one];
            return;
        }

        if (tier.OfLead[state])
        {
            _guards[one] |= tier.HasLead;
        }

        Plan(one, minute);
    }

    // A worker of the grid is busy for the service where the matter is the grid's; the lag occupies nobody.
    private void Plan(int one, int minute)
    {
        var (tier, state, step) = (_tiers[_tier[one]], _state[one], unchecked(++_steps[one]) * 8);
        _next[one] = (byte)tier.Trigger(state, _draws.Below(tier.WeightSum(state), one, step));
        var service = _draws.Below((2 * tier.Service[state]) + 1, one, step + 1);
        var lag = _draws.Below((2 * tier.Lag[state]) + 1, one, step + 2);
        var isOfGrid = state == tier.Lifecycle.Initial.Index || (tier.OfLead[state] && (_guards[one] & tier.OnTheSpot) != 0);
        var served = isOfGrid ? _workers.Serve(_reports.Grid(one), minute, service, tier.RoundTheClock) : _clock.After(minute, service, tier.RoundTheClock);
        Link(one, served == ProvinceClock.Unknown ? served : Math.Max(minute + 1, _clock.After(served, lag, tier.RoundTheClock)));
    }

    private void Link(int one, int minute)
    {
        if (minute < _head.Length)
        {
            (_link[one], _head[minute]) = (_head[minute], one);
        }
    }

    private ProvinceResult Count()
    {
        var overdue = 0;
        for (var one = 0; one < _state.Length; one++)
        {
            var tier = _tiers[_tier[one]];
            overdue += !tier.IsFinal[_state[one]] && tier.Due[_reported[one]] < _head.Length ? 1 : 0;
        }

        return new ProvinceResult
        {
            Reported = _state.Length,
            Closed = _closed,
            OnTime = _onTime,
            Overdue = overdue,
            Moves = _moves,
            Refused = _refused,
            MinutesToClose = _minutesToClose,
            WorkerMinutes = _workers.Minutes,
            Signature = _signature,
        };
    }
}
