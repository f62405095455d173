using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A notice on its way to every household (信息传达到户): the fold of its events over its plan.</summary>
/// <remarks>
/// <para>For each household it keeps one number, the event that reached it first: four bytes. Reached and missed are all households, at every instant.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Broadcast
{
    private readonly BroadcastEvent[] _events;

    // INVARIANT: by household, the position of the event that reached it, plus one; 0 while none did.
    private readonly int[] _reachedBy;

    // INVARIANT: by event, how many households it was the first to reach.
    private readonly int[] _gained;

    private Broadcast(BroadcastPlan plan, BroadcastEvent[] events, int[] reachedBy, int[] gained)
    {
        (Plan, _events, _reachedBy, _gained) = (plan, events, reachedBy, gained);
        var issued = (BroadcastIssued)events[0];
        (IssuedAt, DueAt) = (issued.At, issued.DueAt);
        var end = Array.FindIndex(events, static e => e is BroadcastSuperseded or BroadcastRecalled);
        End = end < 0 ? BroadcastEnd.None : events[end] is BroadcastRecalled ? BroadcastEnd.Recalled : BroadcastEnd.Superseded;
        Successor = end < 0 ? null : (events[end] as BroadcastSuperseded)?.Successor;
    }

    /// <summary>Gets the plan.</summary>
    public BroadcastPlan Plan { get; }

    /// <summary>Gets when it was issued.</summary>
    public Instant IssuedAt { get; }

    /// <summary>Gets when every household must have been reached.</summary>
    public Instant DueAt { get; }

    /// <summary>Gets when the last event happened.</summary>
    public Instant ChangedAt => _events[^1].At;

    /// <summary>Gets the number of events: the version at which the next ones are appended.</summary>
    public int Version => _events.Length;

    /// <summary>Gets how it stands after the last event.</summary>
    public BroadcastEnd End { get; }

    /// <summary>Gets the id of the notice that took its place; null where none did.</summary>
    public string? Successor { get; }

    /// <summary>Folds the events of a notice.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="events">The events, in order; at least one.</param>
    /// <returns>The notice.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The first event is not <see cref="BroadcastIssued"/>, a later one is, one is earlier than the one before,
    /// follows the end, or names a household, channel or seat that the plan lacks.</exception>
    public static Broadcast Replay(BroadcastPlan plan, IEnumerable<BroadcastEvent> events)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(events);
        var all = events.ToArray();
        return all.Length > 0 && all[0] is BroadcastIssued
            ? Fold(plan, all, 0, new int[plan.HouseholdCount], new int[all.Length])
            : throw new ArgumentException($"The first event of a notice must be \"{nameof(BroadcastIssued)}\", but is not.", nameof(events));
    }

    /// <summary>Returns the notice after more events.</summary>
    /// <param name="events">The events, in order.</param>
    /// <returns>The notice after them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is out of place, as <see cref="Replay"/> says.</exception>
    public Broadcast With(IEnumerable<BroadcastEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        BroadcastEvent[] all = [.. _events, .. events];
        var gained = new int[all.Length];
        _gained.CopyTo(gained, 0);
        return Fold(Plan, all, _events.Length, (int[])_reachedBy.Clone(), gained);
    }

    /// <summary>Says whom it has reached by an instant.</summary>
    /// <param name="at">The instant; not before the issue.</param>
    /// <returns>The status, from the events up to and including the instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the issue.</exception>
    public BroadcastStatus StatusAt(Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, IssuedAt);
        var (reached, late) = (0, 0);
        Instant? last = null;
        Instant? endedAt = null;
        decimal? warned = null;
        var end = BroadcastEnd.None;
        for (var i = 0; i < _events.Length && _events[i].At <= at; i++)
        {
            if (_gained[i] > 0)
            {
                reached += _gained[i];
                late += _events[i].At > DueAt ? _gained[i] : 0;
                last = _events[i].At;
            }

            switch (_events[i])
            {
                case BroadcastWarned warning:
                    warned = warning.Share;
                    break;
                case BroadcastSuperseded or BroadcastRecalled:
                    (end, endedAt) = (End, _events[i].At);
                    break;
                default:
                    break;
            }
        }

        var completedAt = reached == Plan.HouseholdCount ? last ?? IssuedAt : (Instant?)null;
        return new BroadcastStatus
        {
            At = at,
            Households = Plan.HouseholdCount,
            Reached = reached,
            Late = late,
            Elapsed = (completedAt ?? endedAt ?? at) - IssuedAt,
            CompletedAt = completedAt,
            DueAt = DueAt,
            End = end,
            Warned = warned,
        };
    }

    /// <summary>Returns when and by whom a household was reached.</summary>
    /// <param name="household">The position in the plan.</param>
    /// <returns>The event; null while it is missing.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public HouseholdsReached? ReachedBy(int household) => _reachedBy[household] is > 0 and var e ? (HouseholdsReached)_events[e - 1] : null;

    /// <summary>Says whether a seat had the notice at an instant: the issuer always, another once it was handed on.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="at">The instant.</param>
    /// <returns>True when it had.</returns>
    public bool HasNotice(Seat seat, Instant at) =>
        seat == Plan.Origin || _events.Any(e => e is NoticeRelayed relayed && relayed.To == seat && e.At <= at);

    /// <summary>Says who must act next for every household that is missing at an instant.</summary>
    /// <param name="at">The instant; not before the issue.</param>
    /// <returns>What is to be done, by cell in the order of the routes: while the notice is on its way they name every missing household once, once it has ended none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the issue.</exception>
    public EquatableArray<BroadcastHandover> NextAt(Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, IssuedAt);
        return new BroadcastSteps(this, at).Next();
    }

    /// <summary>Returns the households that had the notice at an instant: after a recall or a supersession they must be told, by a notice of its own.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The households in the order of the plan, for <see cref="BroadcastPlanner.Routes"/>.</returns>
    public IEnumerable<BroadcastHousehold> HouseholdsReachedAt(Instant at)
    {
        for (var route = 0; route < Plan.Routes.Count; route++)
        {
            for (var household = Plan.FirstOf(route); household < Plan.FirstOf(route + 1); household++)
            {
                if (ReachedBy(household) is { } reached && reached.At <= at)
                {
                    yield return new BroadcastHousehold(Plan.Household(household), Plan.Routes[route].Cell);
                }
            }
        }
    }

    internal BroadcastEvent Event(int position) => _events[position];

    internal bool IsReached(int household) => _reachedBy[household] > 0;

    internal decimal LastWarning => _events.OfType<BroadcastWarned>().LastOrDefault()?.Share ?? 0;

    private static Broadcast Fold(BroadcastPlan plan, BroadcastEvent[] events, int from, int[] reachedBy, int[] gained)
    {
        var ended = false;
        for (var i = 0; i < from; i++)
        {
            ended |= events[i] is BroadcastSuperseded or BroadcastRecalled;
        }

        for (var i = from; i < events.Length; i++)
        {
            var e = events[i];
            if (e is null || (i > 0 && e.At < events[i - 1].At) || ended || (i > 0 && e is BroadcastIssued))
            {
                throw Misplaced(e, "must follow the one before in time, must not issue again and must not follow the end");
            }

            switch (e)
            {
                case HouseholdsReached reached:
                    RequireChannel(plan, reached.Channel, e);
                    gained[i] = Reach(reachedBy, reached.Households.AsSpan(), i + 1, e);
                    break;
                case HouseholdsNotReached attempt:
                    RequireChannel(plan, attempt.Channel, e);
                    foreach (var household in attempt.Households.AsSpan())
                    {
                        if ((uint)household >= (uint)reachedBy.Length)
                        {
                            throw Misplaced(e, "must name households of the plan");
                        }
                    }

                    break;
                case NoticeRelayed relayed when !plan.TryFindSeat(relayed.To, out _):
                    throw Misplaced(e, "must name a seat of the plan");
                default:
                    ended = e is BroadcastSuperseded or BroadcastRecalled;
                    break;
            }
        }

        return new Broadcast(plan, events, reachedBy, gained);
    }

    private static int Reach(int[] reachedBy, ReadOnlySpan<int> households, int mark, BroadcastEvent e)
    {
        var gained = 0;
        foreach (var household in households)
        {
            if ((uint)household >= (uint)reachedBy.Length)
            {
                throw Misplaced(e, "must name households of the plan");
            }

            if (reachedBy[household] == 0)
            {
                reachedBy[household] = mark;
                gained++;
            }
        }

        return gained;
    }

    private static void RequireChannel(BroadcastPlan plan, int channel, BroadcastEvent e)
    {
        if ((uint)channel >= (uint)plan.Policy.Channels.Count)
        {
            throw Misplaced(e, "must name a channel of the policy");
        }
    }

    private static ArgumentException Misplaced(BroadcastEvent? e, string expected) =>
        new($"An event of a notice {expected}, but \"{e?.GetType().Name ?? "null"}\" does not.", nameof(e));
}
