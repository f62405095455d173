using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>The desks of one seat, and what waits for them: by rank, and first come first served within it.</summary>
internal sealed class SeatLine
{
    private const int RoundTheClock = 0;
    private const int Interrupted = 1;
    private const int Urged = 2;
    private const int Plain = 3;

    // What is urged stands in it twice: the second place is passed over.
    private readonly PriorityQueue<DeskJob, (int Rank, long Number)> _waiting = new();
    private long _joined;

    internal SeatLine(StaffDesk[] desks)
    {
        Desks = desks;
        foreach (var desk in desks)
        {
            desk.Line = this;
        }
    }

    internal StaffDesk[] Desks { get; }

    internal bool IsEmpty => !TryPeek(out _);

    /// <summary>Whether what goes on round the clock waits.</summary>
    internal bool HasUrgent => TryPeek(out var job) && job.RoundTheClock;

    internal void Join(DeskJob job) => Join(job, job.RoundTheClock ? RoundTheClock : job.IsBegun ? Interrupted : Plain);

    /// <summary>Puts what waits before all others but what goes on round the clock and what was begun.</summary>
    internal void Urge(DeskJob job)
    {
        if (job is { IsWaiting: true, RoundTheClock: false, IsBegun: false })
        {
            Join(job, Urged);
        }
    }

    internal bool TryTake([MaybeNullWhen(false)] out DeskJob job)
    {
        if (!TryPeek(out job))
        {
            return false;
        }

        job.IsWaiting = false;
        _waiting.Dequeue();
        return true;
    }

    /// <summary>The one who has been free for longest of those who are there; null where nobody is there and free.</summary>
    internal StaffDesk? FirstFree(Instant at)
    {
        StaffDesk? first = null;
        foreach (var desk in Desks)
        {
            first = desk.Job is null && desk.IsPresent(at) && (first is null || desk.FreeSince < first.FreeSince) ? desk : first;
        }

        return first;
    }

    /// <summary>The one who has put least into what can wait, of those who are there; null where nobody does such work.</summary>
    internal StaffDesk? FirstToInterrupt(Instant at)
    {
        StaffDesk? first = null;
        foreach (var desk in Desks)
        {
            first = desk.IsInterruptible(at) && desk.IsPresent(at) && (first is null || desk.Job!.Since > first.Job!.Since) ? desk : first;
        }

        return first;
    }

    private void Join(DeskJob job, int rank)
    {
        job.IsWaiting = true;
        _waiting.Enqueue(job, (rank, _joined++));
    }

    private bool TryPeek([MaybeNullWhen(false)] out DeskJob job)
    {
        while (_waiting.TryPeek(out job, out _) && !job.IsWaiting)
        {
            _waiting.Dequeue();
        }

        return job is not null;
    }
}
