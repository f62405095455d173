using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Decides what a command does to a notice: a pure function of plan, notice, command, seat, instant and model.</summary>
/// <remarks>It changes nothing: fold the events of an accepted decision with <see cref="Broadcast.With"/>. This type is immutable and safe to share between threads.</remarks>
public sealed class BroadcastEngine
{
    /// <summary>The action of issuing a notice, as the authority list names it.</summary>
    public const string Issue = "broadcast";

    private readonly FieldworkModel _model;

    /// <summary>Creates an engine.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public BroadcastEngine(FieldworkModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <summary>Decides a command.</summary>
    /// <param name="plan">The plan of the notice.</param>
    /// <param name="current">The notice, or null before it is issued.</param>
    /// <param name="command">The command.</param>
    /// <param name="by">The seat that gives it.</param>
    /// <param name="at">When; not before the last event.</param>
    /// <returns>The events, or every reason why not; accepted without events where it was done before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="command"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="current"/> is null and the command does not issue the notice, or is of another plan.</exception>
    public Decision<BroadcastEvent> Decide(BroadcastPlan plan, Broadcast? current, BroadcastCommand command, Seat by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(command);
        if (current is null)
        {
            return command is IssueBroadcast ? Begin(plan, by, at)
                : throw new ArgumentException($"\"{command.GetType().Name}\" needs a notice; only \"{nameof(IssueBroadcast)}\" begins one.", nameof(current));
        }

        if (!ReferenceEquals(current.Plan, plan))
        {
            throw new ArgumentException("A notice was expected over the plan that is given, but found one over another.", nameof(current));
        }

        if (command is IssueBroadcast)
        {
            return No(RefusalKind.NoSuchAction, "fieldwork.issued-before", plan.Id);
        }

        if (at < current.ChangedAt)
        {
            return No(RefusalKind.ConditionUnmet, "fieldwork.time-runs-backward", at, current.ChangedAt);
        }

        if (current.End != BroadcastEnd.None)
        {
            return No(RefusalKind.NoSuchAction, "fieldwork.notice-ended", plan.Id);
        }

        return command switch
        {
            RelayNotice relay => Relay(current, relay.To, by, at),
            AcknowledgeHouseholds reached => Households(current, reached.Households, reached.Channel, by, at, reaches: true),
            ReportUnreached failed => Households(current, failed.Households, failed.Channel, by, at, reaches: false),
            SupersedeBroadcast supersede => End(current, new BroadcastSuperseded(supersede.Successor) { At = at, By = by }, supersede.Successor, by, at),
            RecallBroadcast recall => End(current, new BroadcastRecalled(recall.Reason) { At = at, By = by }, recall.Reason, by, at),
            _ => Warn(current, by, at),
        };
    }

    /// <summary>Returns when the next warning is due, for a host's due index.</summary>
    /// <param name="current">The notice.</param>
    /// <returns>The instant of the next warning; null where all were raised, the notice has ended or nobody is missing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="current"/> is null.</exception>
    public static Instant? NextWarningAt(Broadcast current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var open = current.End == BroadcastEnd.None && current.StatusAt(current.ChangedAt).Missed > 0;
        foreach (var share in open ? current.Plan.Policy.Warnings : [])
        {
            if (share > current.LastWarning)
            {
                return WarnAt(current, share);
            }
        }

        return null;
    }

    private static Instant WarnAt(Broadcast current, decimal share)
    {
        var ticks = (long)decimal.Truncate((decimal)(current.DueAt - current.IssuedAt).TotalTicks * share);
        return current.IssuedAt + Duration.FromTicks(ticks);
    }

    private static Decision<BroadcastEvent> No(RefusalKind kind, string code, params ReadOnlySpan<object?> values) =>
        Decision<BroadcastEvent>.Refuse([FieldworkMessages.No(kind, code, values)]);

    private Decision<BroadcastEvent> Begin(BroadcastPlan plan, Seat by, Instant at)
    {
        var reasons = new List<Refusal>();
        if (by != plan.Origin)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.not-the-issuer", by.ToString(), plan.Origin.ToString()));
        }

        // A department issues for the whole county.
        var place = Grids.GridCode.TryParse(by.Unit, out var code) && _model.Map.TryFind(code, out var unit) ? unit : _model.Map.Units[0];
        reasons.AddRange(_model.Refusals(by, Issue, plan.Policy.Matter, place.Code, at));

        var due = _model.Calendar.Due(at, plan.Policy.Limit, plan.Policy.Counting ?? Calendars.CountingPolicy.CivilCode);
        if (!due.IsKnown)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.calendar-unknown", due.UnknownDay));
        }

        return reasons.Count > 0
            ? Decision<BroadcastEvent>.Refuse(EquatableArray.From(reasons))
            : Decision<BroadcastEvent>.Accept([new BroadcastIssued(due.At) { At = at, By = by }]);
    }

    private Decision<BroadcastEvent> Relay(Broadcast current, Seat to, Seat by, Instant at)
    {
        // A seat in which another one acts is handed the notice through that one: it is the one that the chain has.
        var on = _model.LocalTime(at).Date;
        to = current.Plan.TryFindSeat(to, out _) ? to : _model.Roster?.ActingFor(to, on)?.Seat ?? to;
        var links = current.Plan.Routes.Where(route => route.Chain.Contains(to)).ToArray();
        if (links.Length == 0)
        {
            return No(RefusalKind.NotYourGrid, "fieldwork.not-in-chain", to.ToString(), current.Plan.Id);
        }

        if (_model.VacancyOf(by, on) is { } vacant)
        {
            return Decision<BroadcastEvent>.Refuse([vacant]);
        }

        if (current.HasNotice(to, at))
        {
            return Decision<BroadcastEvent>.Accept([]);
        }

        var holders = Capacities(by, links, on).Where(seat => current.HasNotice(seat, at)).ToArray();
        if (holders.Length == 0)
        {
            return No(RefusalKind.ConditionUnmet, "fieldwork.notice-not-there", by.ToString());
        }

        // Who has the notice may skip a tier (可以越级), but not hand it up or aside.
        var isAbove = links.Any(route => holders.Any(seat => Position(route.Chain, seat) is >= 0 and var one && one < Position(route.Chain, to)));
        return isAbove
            ? Decision<BroadcastEvent>.Accept([new NoticeRelayed(to) { At = at, By = by }])
            : No(RefusalKind.NotYourRole, "fieldwork.not-above", by.ToString(), to.ToString());
    }

    // The seats of some chains in whose name a seat acts: its own, one that it stands in for, and one that acts in its name.
    private HashSet<Seat> Capacities(Seat by, IEnumerable<BroadcastRoute> routes, LocalDate on)
    {
        var seats = new HashSet<Seat> { by };
        if (_model.Roster is { } roster)
        {
            seats.Add(roster.ActingFor(by, on)?.Seat ?? by);
            seats.UnionWith(routes.SelectMany(static route => route.Chain).Distinct().Where(seat => roster.ActingFor(seat, on)?.Seat == by));
        }

        return seats;
    }

    private static int Position(EquatableArray<Seat> chain, Seat seat) => chain.AsSpan().IndexOf(seat);

    private Decision<BroadcastEvent> Households(Broadcast current, EquatableArray<string> ids, string channel, Seat by, Instant at, bool reaches)
    {
        var reasons = new List<Refusal>();
        var used = current.Plan.Policy.ChannelOf(channel);
        if (used < 0)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NoSuchAction, "fieldwork.unknown-channel", channel, string.Join(", ", current.Plan.Policy.Channels.Select(static one => one.Code))));
        }

        var positions = new List<int>();
        var places = new SortedSet<int>();
        foreach (var id in ids)
        {
            if (id is null || !current.Plan.TryFindHousehold(id, out var household))
            {
                reasons.Add(FieldworkMessages.No(RefusalKind.NotYourGrid, "fieldwork.unknown-household", id, current.Plan.Id));
            }
            else
            {
                places.Add(current.Plan.RouteOf(household));
                if (!current.IsReached(household) && !positions.Contains(household))
                {
                    positions.Add(household);
                }
            }
        }

        var on = _model.LocalTime(at).Date;
        foreach (var place in places)
        {
            // The notice comes through the tiers: whom it has not reached cannot say that households have it.
            if (!Capacities(by, [current.Plan.Routes[place]], on).Any(seat => current.HasNotice(seat, at)))
            {
                reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.notice-not-there", by.ToString()));
            }

            reasons.AddRange(_model.Refusals(by, Issue, null, current.Plan.Routes[place].Cell, at).Where(static reason => reason.Code is not "fieldwork.unknown-place"));
        }

        if (reasons.Count > 0)
        {
            return Decision<BroadcastEvent>.Refuse(EquatableArray.From(reasons.Distinct()));
        }

        var named = EquatableArray.From(positions);
        return positions.Count == 0 ? Decision<BroadcastEvent>.Accept([])
            : Decision<BroadcastEvent>.Accept([reaches ? new HouseholdsReached(named, used) { At = at, By = by } : new HouseholdsNotReached(named, used) { At = at, By = by }]);
    }

    private Decision<BroadcastEvent> End(Broadcast current, BroadcastEvent end, string why, Seat by, Instant at)
    {
        var reasons = new List<Refusal>();
        if (_model.VacancyOf(by, _model.LocalTime(at).Date) is { } vacant)
        {
            reasons.Add(vacant);
        }

        if (by != current.Plan.Origin)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.not-the-issuer", by.ToString(), current.Plan.Origin.ToString()));
        }

        if (string.IsNullOrWhiteSpace(why) || string.Equals(why, current.Plan.Id, StringComparison.Ordinal))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.end-unexplained", current.Plan.Id, why));
        }

        return reasons.Count > 0 ? Decision<BroadcastEvent>.Refuse(EquatableArray.From(reasons)) : Decision<BroadcastEvent>.Accept([end]);
    }

    private Decision<BroadcastEvent> Warn(Broadcast current, Seat by, Instant at)
    {
        if (_model.Establishment.LevelOf(by) is null)
        {
            return No(RefusalKind.NotYourRole, "fieldwork.unknown-seat", by.ToString());
        }

        var missing = current.StatusAt(at).Missed;
        var due = current.Plan.Policy.Warnings.Where(share => share > current.LastWarning && WarnAt(current, share) <= at);
        return Decision<BroadcastEvent>.Accept(missing == 0 ? [] : EquatableArray.From(due.Select(share => (BroadcastEvent)new BroadcastWarned(share) { At = at, By = by })));
    }
}
