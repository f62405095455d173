using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>A piece of work for whoever sits in a seat: how long it takes, how much of it is left, and what happens when it is done.</summary>
internal sealed class DeskJob
{
    internal required Seat Seat { get; init; }

    /// <summary>How long it takes somebody who is neither new nor tired and does nothing else.</summary>
    internal required Duration Service { get; init; }

    internal required RunAct Done { get; init; }

    /// <summary>Whether it goes on through nights and rest days, and before everything that does not.</summary>
    internal bool RoundTheClock { get; init; }

    internal bool IsVisit { get; init; }

    internal bool IsWaiting { get; set; }

    internal bool IsBegun { get; private set; }

    /// <summary>When somebody began it, or took it up again.</summary>
    internal Instant Since { get; set; }

    /// <summary>When it will be done unless it is interrupted; null beyond the known calendar.</summary>
    internal Instant? DoneAt { get; set; }

    /// <summary>The time that is still to go, with what comes in between.</summary>
    internal Duration Left { get; private set; }

    private Duration Work { get; set; }

    private Duration Whole { get; set; }

    /// <summary>Somebody begins: it takes this person so much work, and with what comes in between so much time.</summary>
    internal void Begin(Duration work, Duration whole) => (IsBegun, Work, Whole, Left) = (true, work, whole, whole);

    /// <summary>Some of its time has gone by; returns the work that was done in it.</summary>
    internal Duration Spend(Duration time)
    {
        time = Duration.Min(time, Left);
        Left -= time;
        return Whole == Duration.Zero ? Duration.Zero : Work * (time / Whole);
    }
}
