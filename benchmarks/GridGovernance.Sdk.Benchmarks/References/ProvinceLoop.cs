using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>The province of <see cref="ProvinceRun"/> as one writes it by hand: one loop over arrays of numbers, the rules looked up in plain tables, no library.</summary>
/// <remarks>It takes a period without holidays; the order of everything is that of the columns, so that both give one signature.</remarks>
internal sealed class ProvinceLoop(ProvinceRules rules, ProvinceParameters parameters, RandomStreams streams)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private readonly ProvinceRules.Tier[] _tiers = rules.Tiers;
    private readonly ulong _key = streams.Stream("province").NextUInt64();
    private readonly int _minutes = parameters.Days * 1_440;
    private int[] _workedBefore = [];
    private int[] _minuteOfWork = [];
    private byte[] _tier = [];
    private byte[] _state = [];
    private ulong[] _guards = [];
    private byte[] _next = [];
    private ushort[] _steps = [];
    private int[] _link = [];
    private int[] _head = [];
    private (int Work, int Off)[] _taken = [];

    /// <summary>Runs the province.</summary>
    /// <returns>The signature of all moves.</returns>
    internal long Run()
    {
        Calendar();
        var count = parameters.ReportsPerDay * parameters.Days;
        (_tier, _state, _guards, _next, _steps, _link) = (new byte[count], new byte[count], new ulong[count], new byte[count], new ushort[count], new int[count]);
        (_head, _taken) = (new int[_minutes], new (int, int)[parameters.Workers]);
        _head.AsSpan().Fill(-1);
        var reported = new int[count];
        var (reports, weights) = (ReportsByMinute(), Weights());
        var (signature, onTime, next) = (0L, 0, 0);
        for (var minute = 0; minute < _minutes; minute++)
        {
            for (var one = Reversed(_head[minute]); one >= 0;)
            {
                var (following, tier) = (_link[one], _tiers[_tier[one]]);
                var state = Fire(one, tier);
                if (state < 0)
                {
                    _next[one] = (byte)tier.Fallback[_state[one]];
                    Link(one, minute + 1);
                }
                else
                {
                    signature = unchecked((signature * 31) + ((long)one * 64) + state + minute);
                    _guards[one] &= _next[one] == rules.Return ? ~tier.NeverReturned : ulong.MaxValue;
                    _state[one] = (byte)state;
                    if (tier.IsFinal[state])
                    {
                        onTime += minute - reported[one] <= tier.DueAfter[reported[one] % ProvinceRules.Week] ? 1 : 0;
                    }
                    else
                    {
                        _guards[one] |= tier.IsOfLead[state] ? tier.HasLead : 0;
                        Plan(one, tier, minute);
                    }
                }

                one = following;
            }

            for (var end = next + reports[minute]; next < end; next++)
            {
                reported[next] = minute;
                Report(next, weights, minute);
            }
        }

        return signature + onTime;
    }

    private void Calendar()
    {
        _workedBefore = new int[_minutes + (60 * 1_440) + 1];
        var ofWork = new List<int>();
        for (var minute = 0; minute < _workedBefore.Length - 1; minute++)
        {
            var isWorked = rules.IsWorked[minute % ProvinceRules.Week];
            _workedBefore[minute + 1] = _workedBefore[minute] + (isWorked ? 1 : 0);
            if (isWorked)
            {
                ofWork.Add(minute);
            }
        }

        _minuteOfWork = [.. ofWork];
    }

    private int[] Weights()
    {
        var weights = new int[_tiers.Length];
        for (var tier = 0; tier < weights.Length; tier++)
        {
            weights[tier] = _tiers[tier].Weight + (tier == 0 ? 0 : weights[tier - 1]);
        }

        return weights;
    }

    private int[] ReportsByMinute()
    {
        var (hours, reports) = (new int[24], new int[_minutes]);
        for (var hour = 0; hour < 24; hour++)
        {
            hours[hour] = parameters.HourWeights[hour] + (hour == 0 ? 0 : hours[hour - 1]);
        }

        for (var one = 0; one < _tier.Length; one++)
        {
            reports[(one / parameters.ReportsPerDay * 1_440) + (Place(hours, Below(hours[23], one, 1)) * 60) + Below(60, one, 2)]++;
        }

        return reports;
    }

    private void Report(int one, int[] weights, int minute)
    {
        var number = Place(weights, Below(weights[^1], one, 3));
        var tier = _tiers[number];
        (_tier[one], _state[one]) = ((byte)number, (byte)tier.Initial);
        _guards[one] = ~(tier.HasLead | (Below(1_000, one, 4) < tier.OnTheSpotPermille ? 0 : tier.OnTheSpot));
        Plan(one, tier, minute);
    }

    private int Fire(int one, ProvinceRules.Tier tier)
    {
        foreach (var way in tier.Ways[_state[one]][_next[one]])
        {
            if ((_guards[one] & way.Guards) == way.Guards)
            {
                return way.Target;
            }
        }

        return -1;
    }

    private void Plan(int one, ProvinceRules.Tier tier, int minute)
    {
        var (state, step) = (_state[one], unchecked(++_steps[one]) * 8);
        var sums = tier.Sums[state];
        _next[one] = (byte)tier.Triggers[state][Place(sums, Below(sums[^1], one, step))];
        var service = Below((2 * tier.Service[state]) + 1, one, step + 1);
        var lag = Below((2 * tier.Lag[state]) + 1, one, step + 2);
        var isOfGrid = state == tier.Initial || (tier.IsOfLead[state] && (_guards[one] & tier.OnTheSpot) != 0);
        var served = isOfGrid ? Serve(one, minute, service, tier.RoundTheClock) : After(minute, service, tier.RoundTheClock);
        Link(one, served == int.MaxValue ? served : Math.Max(minute + 1, After(served, lag, tier.RoundTheClock)));
    }

    // A worker's working minutes are taken up to Work, his others up to Off: what runs round the clock takes the first that are free of both, all else working ones.
    private int Serve(int one, int minute, int service, bool roundTheClock)
    {
        var grid = Below(parameters.Grids, one, 5);
        var worker = (int)((long)grid * parameters.Workers / parameters.Grids);
        var end = (int)((long)(grid + 1) * parameters.Workers / parameters.Grids);
        var byRest = roundTheClock && _workedBefore[minute + 1] == _workedBefore[minute];
        for (var other = worker + 1; other < end; other++)
        {
            worker = (byRest ? _taken[other].Off < _taken[worker].Off : _taken[other].Work < _taken[worker].Work) ? other : worker;
        }

        var (work, rest) = (Math.Max(minute, _taken[worker].Work), Math.Max(minute, _taken[worker].Off));
        if (!roundTheClock)
        {
            return service == 0 ? work : _taken[worker].Work = After(work, service, false);
        }

        var (at, until, left) = (Math.Min(work, rest), Math.Max(work, rest), Math.Max(1, service));
        for (; at < until && left > 0; at++)
        {
            left -= _workedBefore[at + 1] > _workedBefore[at] == work < rest ? 1 : 0;
        }

        if (service == 0)
        {
            return at + left - 1;
        }

        _taken[worker] = left > 0 ? (at + left, at + left) : work < rest ? (at, _taken[worker].Off) : (_taken[worker].Work, at);
        return at + left;
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

    private int Reversed(int one)
    {
        var before = -1;
        while (one >= 0)
        {
            (_link[one], before, one) = (before, one, _link[one]);
        }

        return before;
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

    private static int Place(int[] sums, int ticket)
    {
        var i = 0;
        while (sums[i] <= ticket)
        {
            i++;
        }

        return i;
    }
}
