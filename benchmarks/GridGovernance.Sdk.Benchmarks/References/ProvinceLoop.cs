using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>The province of <see cref="ProvinceRun"/> as one writes it by hand for one county's rules: states, weights and limits as constants, working days by the weekday, no library.</summary>
/// <remarks>It knows the sample's three lifecycles, and a period without holidays; the order of everything is that of the columns, so that both give one signature.</remarks>
internal sealed class ProvinceLoop(ProvinceParameters parameters, RandomStreams streams)
{
    private const int Reported = 0;
    private const int Accepted = 1;
    private const int Dispatched = 3;
    private const int Handling = 4;
    private const int Verifying = 6;
    private const int Closed = 7;
    private const int Rejected = 8;
    private const int Serious = 2;
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const byte OnTheSpot = 1;
    private const byte HasLead = 2;
    private const byte WasReturned = 4;

    private enum Trigger : byte
    {
        HandleOnSpot,
        Accept,
        Dispatch,
        Reject,
        SignIn,
        Return,
        Finish,
        Pass,
        Fail,
    }

    private static readonly int[] Service = [18, 6, 0, 5, 70, 0, 10];
    private static readonly int[] Lag = [20, 45, 0, 90, 900, 0, 110];
    private static readonly int[] LagPercent = [18, 100, 45];
    private readonly ulong _key = streams.Stream("province").NextUInt64();
    private readonly int _minutes = parameters.Days * 1_440;
    private int[] _workedBefore = [];
    private int[] _minuteOfWork = [];
    private byte[] _tier = [];
    private byte[] _state = [];
    private byte[] _marks = [];
    private Trigger[] _next = [];
    private byte[] _steps = [];
    private int[] _link = [];
    private int[] _head = [];
    private int[] _workerFree = [];

    /// <summary>Runs the province.</summary>
    /// <returns>The signature of all moves.</returns>
    internal long Run()
    {
        Calendar();
        var count = parameters.ReportsPerDay * parameters.Days;
        (_tier, _state, _marks, _next, _steps, _link) = (new byte[count], new byte[count], new byte[count], new Trigger[count], new byte[count], new int[count]);
        (_head, _workerFree) = (new int[_minutes], new int[parameters.Workers]);
        _head.AsSpan().Fill(-1);
        var reported = new int[count];
        Report(reported);
        var due = new int[3][];
        for (var tier = 0; tier < 3; tier++)
        {
            due[tier] = Due(tier);
        }

        var (signature, onTime) = (0L, 0);
        for (var minute = 0; minute < _minutes; minute++)
        {
            for (var one = _head[minute]; one >= 0;)
            {
                var following = _link[one];
                var state = Fire(one);
                if (state < 0)
                {
                    _next[one] = _state[one] == Reported ? Trigger.Accept : Trigger.SignIn;
                    Link(one, minute + 1);
                }
                else
                {
                    signature = unchecked((signature * 31) + ((long)one * 64) + state + minute);
                    _marks[one] |= _next[one] == Trigger.Return ? WasReturned : (byte)0;
                    _state[one] = (byte)state;
                    if (state >= Closed)
                    {
                        onTime += minute <= due[_tier[one]][reported[one]] ? 1 : 0;
                    }
                    else
                    {
                        _marks[one] |= state is Dispatched or Handling ? HasLead : (byte)0;
                        Plan(one, minute);
                    }
                }

                one = following;
            }
        }

        return signature + onTime;
    }

    private void Calendar()
    {
        _workedBefore = new int[_minutes + (60 * 1_440) + 1];
        var ofWork = new List<int>();
        var first = (int)parameters.From.DayOfWeek - 1;
        for (var minute = 0; minute < _workedBefore.Length - 1; minute++)
        {
            var ofDay = minute % 1_440;
            var isWorked = ((minute / 1_440) + first) % 7 < 5 && (ofDay is (>= 480 and < 720) or (>= 840 and < 1_080));
            _workedBefore[minute + 1] = _workedBefore[minute] + (isWorked ? 1 : 0);
            if (isWorked)
            {
                ofWork.Add(minute);
            }
        }

        _minuteOfWork = [.. ofWork];
    }

    // Three working days; twelve days, and on to the next working day; four days by the clock.
    private int[] Due(int tier)
    {
        var due = new int[_minutes];
        var first = (int)parameters.From.DayOfWeek - 1;
        for (var minute = 0; minute < _minutes; minute++)
        {
            var day = minute / 1_440;
            if (tier == Serious)
            {
                due[minute] = minute + (96 * 60);
                continue;
            }

            for (var left = tier == 0 ? 3 : 0; left > 0;)
            {
                day++;
                left -= (day + first) % 7 < 5 ? 1 : 0;
            }

            for (day += tier == 0 ? 0 : 12; (day + first) % 7 >= 5;)
            {
                day++;
            }

            due[minute] = (day + 1) * 1_440;
        }

        return due;
    }

    private void Report(int[] reported)
    {
        var hours = new int[24];
        for (var hour = 0; hour < 24; hour++)
        {
            hours[hour] = parameters.HourWeights[hour] + (hour == 0 ? 0 : hours[hour - 1]);
        }

        for (var one = 0; one < reported.Length; one++)
        {
            var (ticket, hour) = (Below(hours[23], one, 1), 0);
            while (hours[hour] <= ticket)
            {
                hour++;
            }

            reported[one] = (one / parameters.ReportsPerDay * 1_440) + (hour * 60) + Below(60, one, 2);
            var tier = Below(1_000, one, 3) switch { < 780 => 0, < 960 => 1, _ => Serious };
            _tier[one] = (byte)tier;
            _marks[one] = Below(1_000, one, 4) < (tier == 0 ? 700 : 0) ? OnTheSpot : (byte)0;
        }

        for (var one = 0; one < reported.Length; one++)
        {
            Plan(one, reported[one]);
        }
    }

    private int Fire(int one) => _next[one] switch
    {
        Trigger.HandleOnSpot => (_marks[one] & OnTheSpot) != 0 ? Verifying : -1,
        Trigger.Accept => Accepted,
        Trigger.Dispatch => Dispatched,
        Trigger.Reject => Rejected,
        Trigger.SignIn => Handling,
        Trigger.Return => (_marks[one] & WasReturned) == 0 ? Accepted : -1,
        Trigger.Finish => Verifying,
        Trigger.Pass => Closed,
        _ => (_marks[one] & HasLead) != 0 ? Handling : Accepted,
    };

    private void Plan(int one, int minute)
    {
        var (state, step, roundTheClock) = (_state[one], ++_steps[one] * 8, _tier[one] == Serious);
        _next[one] = state switch
        {
            Reported => roundTheClock
                ? Below(230, one, step) switch { < 28 => Trigger.Accept, < 228 => Trigger.Dispatch, _ => Trigger.Reject }
                : Below(100, one, step) switch { < 70 => Trigger.HandleOnSpot, < 98 => Trigger.Accept, _ => Trigger.Reject },
            Accepted => Trigger.Dispatch,
            Dispatched => Below(100, one, step) < 96 ? Trigger.SignIn : Trigger.Return,
            Handling => Trigger.Finish,
            _ => Below(100, one, step) < 94 ? Trigger.Pass : Trigger.Fail,
        };
        var service = Below((2 * Service[state]) + 1, one, step + 1);
        var lag = Below((2 * (Lag[state] * LagPercent[_tier[one]] / 100)) + 1, one, step + 2);
        var isOfGrid = state == Reported || (state is Dispatched or Handling && (_marks[one] & OnTheSpot) != 0);
        var served = isOfGrid ? Serve(one, minute, service, roundTheClock) : After(minute, service, roundTheClock);
        Link(one, served == int.MaxValue ? served : Math.Max(minute + 1, After(served, lag, roundTheClock)));
    }

    private int Serve(int one, int minute, int service, bool roundTheClock)
    {
        var grid = one % parameters.Grids;
        var worker = (int)((long)grid * parameters.Workers / parameters.Grids);
        var end = (int)((long)(grid + 1) * parameters.Workers / parameters.Grids);
        for (var other = worker + 1; other < end; other++)
        {
            worker = _workerFree[other] < _workerFree[worker] ? other : worker;
        }

        return _workerFree[worker] = After(Math.Max(minute, _workerFree[worker]), service, roundTheClock);
    }

    private int After(int minute, int work, bool roundTheClock)
    {
        if (minute == int.MaxValue || roundTheClock || work == 0)
        {
            return minute == int.MaxValue ? minute : minute + work;
        }

        var last = _workedBefore[Math.Min(minute, _workedBefore.Length - 1)] + work - 1;
        return last < _minuteOfWork.Length ? _minuteOfWork[last] + 1 : int.MaxValue;
    }

    private void Link(int one, int minute)
    {
        if (minute < _minutes)
        {
            (_link[one], _head[minute]) = (_head[minute], one);
        }
    }

    private int Below(int bound, int one, int step) =>
        (int)(((SeededRandom.Mix(unchecked(_key + ((ulong)(uint)one * Gamma) + ((ulong)(uint)step << 40))) >> 32) * (ulong)bound) >> 32);
}
