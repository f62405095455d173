using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Looks through the events of cases for signs that clocks were played with: pausing just before due, ping-pong, closing to reopen, splitting.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class ClockGameAudit
{
    private readonly ClockGameSettings _settings;

    /// <summary>Creates an audit.</summary>
    /// <param name="settings">What counts as a sign; <see cref="ClockGameSettings.Default"/> when null.</param>
    public ClockGameAudit(ClockGameSettings? settings = null) => _settings = settings ?? ClockGameSettings.Default;

    /// <summary>Looks through the events of one case.</summary>
    /// <param name="events">The events, in order.</param>
    /// <returns>The signs, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is out of place.</exception>
    public EquatableArray<ClockGameFinding> Look(IEnumerable<CaseEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var found = new List<ClockGameFinding>();
        var leads = new List<Seat>();
        var (returns, closedLate) = (0, false);
        GridCase? c = null;
        foreach (var e in events)
        {
            switch (e)
            {
                case ClockPaused paused when c?.Clock(paused.Clock) is { Status: ClockStatus.Running, IsMissed: false } clock && clock.DueAt - e.At <= _settings.JustBefore && e.At <= clock.DueAt:
                    found.Add(Sign(ClockGame.PauseBeforeDue, c.Id, e.At, "cases.game-pause", paused.Clock, clock.DueAt));
                    break;
                case CaseDispatched dispatched:
                    returns += leads.Contains(dispatched.Lead) ? 1 : 0;
                    leads.Add(dispatched.Lead);
                    if (returns >= _settings.Returns)
                    {
                        found.Add(Sign(ClockGame.PingPong, c!.Id, e.At, "cases.game-ping-pong", dispatched.Lead.ToString(), returns));
                        returns = 0;
                    }

                    break;
                case CaseMoved { IsFinal: true }:
                    closedLate = c!.Clocks.Any(clock => clock is { Status: ClockStatus.Running, IsMissed: false } && clock.DueAt - e.At <= _settings.JustBefore && e.At <= clock.DueAt);
                    break;
                case CaseMoved when c is { IsOpen: false }:
                    if (closedLate)
                    {
                        found.Add(Sign(ClockGame.CloseAndReopen, c.Id, e.At, "cases.game-reopen", c.ClosedAt));
                    }

                    break;
                default:
                    break;
            }

            c = GridCase.Apply(c, e);
        }

        return EquatableArray.From(found);
    }

    /// <summary>Looks for matters that were reported as many cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <returns>One sign a group, by the time of its first case.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cases"/> is null.</exception>
    public EquatableArray<ClockGameFinding> LookForSplitting(IEnumerable<GridCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var found = cases.GroupBy(static c => (c.Matter, c.Place, c.Reporter))
            .SelectMany(group => Splittings([.. group.OrderBy(static c => c.ReportedAt).ThenBy(static c => c.Id, StringComparer.Ordinal)]));
        return EquatableArray.From(found.OrderBy(static sign => sign.At).ThenBy(static sign => sign.Cases[0], StringComparer.Ordinal));
    }

    // Wherever one too many lie within the time, from the first of them to the last; what overlaps is one group.
    private IEnumerable<ClockGameFinding> Splittings(GridCase[] inOrder)
    {
        var (first, last) = (0, -1);
        for (var i = 0; i + _settings.Cases - 1 < inOrder.Length; i++)
        {
            var end = i + _settings.Cases - 1;
            if (inOrder[end].ReportedAt - inOrder[i].ReportedAt > _settings.Together)
            {
                continue;
            }

            if (i > last && last >= 0)
            {
                yield return Splitting(inOrder[first..(last + 1)]);
            }

            (first, last) = (i > last ? i : first, end);
        }

        if (last >= 0)
        {
            yield return Splitting(inOrder[first..(last + 1)]);
        }
    }

    private static ClockGameFinding Splitting(GridCase[] run) => new(
        ClockGame.Splitting, EquatableArray.From(run.Select(static c => c.Id)), run[0].ReportedAt,
        CaseMessages.Texts["cases.game-splitting", run.Length, run[0].Matter, run[0].Place, run[0].Reporter.ToString()]);

    private static ClockGameFinding Sign(ClockGame game, string id, Instant at, string code, params ReadOnlySpan<object?> values) =>
        new(game, [id], at, CaseMessages.Texts[code, [id, .. values]]);
}
