namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>The grid workers of a province: who of a grid takes what comes up, and by when it is done.</summary>
/// <remarks>
/// <para>A worker does what he took one after the other. In a minute of working time that is the first of all that is not done yet, in any other minute the first of those that run round the clock: so later
/// work only takes minutes that are free, and what is done by when is known at once. What runs round the clock and is not done when work begins waits its turn behind what was taken before it.</para>
/// <para>Services are asked for in the order of time.</para>
/// </remarks>
internal sealed class ProvinceWorkers(ProvinceClock clock, int grids, int workers)
{
    // INVARIANT: of what lies ahead, working minutes are taken up to Work and all others up to Off, without a gap.
    private readonly (int Work, int Off)[] _taken = new (int, int)[workers];

    /// <summary>Gets the minutes of the period in which a worker was busy, of all together.</summary>
    internal long Minutes { get; private set; }

    /// <summary>Gives a service to whoever of the grid is free first, the first of equals.</summary>
    /// <returns>The minute by which it is done; <see cref="ProvinceClock.Unknown"/> where that is beyond the clock.</returns>
    internal int Serve(int grid, int minute, int service, bool roundTheClock)
    {
        var end = (int)((long)(grid + 1) * workers / grids);
        var worker = (int)((long)grid * workers / grids);
        var byRest = roundTheClock && !clock.IsWorked(minute);
        for (var other = worker + 1; other < end; other++)
        {
            var isSooner = byRest ? _taken[other].Off < _taken[worker].Off : _taken[other].Work < _taken[worker].Work;
            worker = isSooner ? other : worker;
        }

        ref var taken = ref _taken[worker];
        var (work, rest) = (Math.Max(minute, taken.Work), Math.Max(minute, taken.Off));
        if (!roundTheClock)
        {
            return service == 0 ? work : taken.Work = Take(work, ProvinceClock.Unknown, service, worked: true);
        }

        // From the earlier to the later, minutes of one kind are free; then all.
        var (from, until, worked) = (Math.Min(work, rest), Math.Max(work, rest), work <= rest);
        if (service == 0)
        {
            return DoneBy(from, until, 1, worked) is var begun and < ProvinceClock.Unknown ? begun - 1 : ProvinceClock.Unknown;
        }

        var done = Take(from, until, service, worked);
        taken = (worked || done > until ? done : taken.Work, !worked || done > until ? done : taken.Off);
        return done;
    }

    private int Take(int from, int until, int service, bool worked)
    {
        var done = DoneBy(from, until, service, worked);
        Minutes += done <= clock.Minutes ? service
            : Math.Max(0, clock.Before(Math.Min(until, clock.Minutes), worked) - clock.Before(from, worked)) + Math.Max(0, clock.Minutes - until);
        return done;
    }

    private int DoneBy(int from, int until, int service, bool worked)
    {
        var before = clock.Before(from, worked);
        var free = clock.Before(until, worked) - before;
        return service <= free ? clock.EndOf(before + service - 1, worked)
            : ProvinceClock.Later(until, service - free);
    }
}
