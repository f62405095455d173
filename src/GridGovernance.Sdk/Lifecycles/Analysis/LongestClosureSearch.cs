using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Searches the ways through a lifecycle, each state left at its nearest deadline, or at once where that saves time for later; ways that are overtaken in every respect are dropped.</summary>
internal sealed class LongestClosureSearch
{
    private const int MostSteps = 50_000;

    // Deeper, the calls within calls would cost the stack.
    private const int MostDepth = 500;

    // A circle that gains time gains it every time: each wait spends a clock, and those that could stop it are spent after so many rounds more than there are clocks.
    private const int RoundsThatProve = 3;
    private readonly Lifecycle _lifecycle;
    private readonly WorkCalendar _calendar;
    private readonly LifecycleFacts _facts;
    private readonly Dictionary<(LifecycleState State, UInt128 Facts, EquatableArray<ClockStatus> Clocks), List<Instant[]>> _best = [];
    private LongestClosure _longest = new();
    private readonly bool[,] _runsAgain;
    private int _steps;
    private bool _isCut;
    private bool _saves;

    internal LongestClosureSearch(Lifecycle lifecycle, WorkCalendar calendar, LifecycleFacts facts)
    {
        _lifecycle = lifecycle;
        _facts = facts;
        _calendar = calendar;
        _runsAgain = RunsAgain(lifecycle);
    }

    internal LongestClosure Run(Instant start, int most = MostSteps)
    {
        _steps = most;
        var idle = new ClockStatus[_lifecycle.Clocks.Count];
        foreach (var initial in _facts.Initials)
        {
            var facts = _facts.After(initial, _lifecycle.Initial.Definition.OnEntry);
            if (!Visit(new Stop(_lifecycle.Initial, facts, start, idle, new DeadlineLedger?[idle.Length], null, null), 0))
            {
                break;
            }
        }

        return _longest with { IsCut = _isCut, IsExact = _longest.IsUnbounded || (!_isCut && !_saves) };
    }

    // Enters a state; returns whether the search goes on.
    private bool Visit(Stop arrived, int depth)
    {
        if (arrived.State.IsFinal)
        {
            // Of ways that take equally long the shortest says most.
            if (!(_longest.EndsAt >= arrived.At) || (_longest.EndsAt == arrived.At && PathOf(arrived) is var path && path.Steps.Count < _longest.Path.Steps.Count))
            {
                _longest = new LongestClosure { EndsAt = arrived.At, Path = PathOf(arrived) };
            }

            return true;
        }

        if (_steps == 0 || depth == MostDepth)
        {
            _isCut = true;
            return _steps > 0;
        }

        _steps--;

        var stop = Enter(arrived);
        var marks = new Instant[stop.Ledgers.Length + 1];
        marks[^1] = stop.At;
        var leave = Instant.MaxValue;
        for (var i = 0; i < stop.Ledgers.Length; i++)
        {
            if (stop.Ledgers[i] is not { } ledger)
            {
                continue;
            }

            if (stop.Clocks[i] != ClockStatus.Running)
            {
                marks[i] = MarkOf(_lifecycle.Clocks[i], ledger, stop.At);
                continue;
            }

            var due = ledger.Due(_calendar);
            if (!due.IsKnown)
            {
                _longest = new LongestClosure { Path = PathOf(stop), UnknownDay = due.UnknownDay };
                return false;
            }

            marks[i] = due.At;
            leave = Instant.Min(leave, due.At);
        }

        var key = (stop.State, stop.Facts, EquatableArray.Create<ClockStatus>(stop.Clocks));
        if (Rounds(stop) >= RoundsThatProve + _lifecycle.Clocks.Count)
        {
            _longest = new LongestClosure { IsUnbounded = true, Path = OnceRound(stop) };
            return false;
        }

        if (!Improves(key, marks))
        {
            return true;
        }

        // A deadline that is spent already, or none: the case moves on at once.
        var at = leave == Instant.MaxValue ? stop.At : Instant.Max(stop.At, leave);
        foreach (var transition in _lifecycle.PermittedTriggers(stop.State).SelectMany(trigger => _lifecycle.Transitions(stop.State, trigger.Code).ToArray()))
        {
            if (transition.IsInternal || !_facts.CanTake(transition, stop.Facts))
            {
                continue;
            }

            var fired = transition.Definition.Within is { } within
                && _calendar.Due(stop.At, within, transition.Definition.Policy ?? CountingPolicy.CivilCode) is { IsKnown: true } window ? Instant.Min(at, window.At) : at;
            if (!Visit(Taking(stop, transition, fired), depth + 1))
            {
                return false;
            }

            if (fired > stop.At && Saves(stop, transition.Target))
            {
                _saves = true;
                if (!Visit(Taking(stop, transition, stop.At), depth + 1))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private Stop Taking(Stop stop, LifecycleTransition transition, Instant at) =>
        new(transition.Target, _facts.After(stop.Facts, transition.Effects), at, stop.Clocks, stop.Ledgers, transition.Trigger, stop);

    // A clock that stands still in the next state and may go on later keeps what is not used here, and that may be worth more then.
    private bool Saves(Stop stop, LifecycleState target) => !target.IsFinal && _lifecycle.Clocks.Any(clock =>
        stop.Clocks[clock.Index] == ClockStatus.Running && _runsAgain[clock.Index, target.Index] && clock.After(ClockStatus.Running, target) switch
        {
            ClockStatus.Paused => true,
            ClockStatus.Stopped => clock.Definition.Reentry == ClockReentry.Continue,
            _ => false,
        });

    // Of a clock that stands still, how much is left counts: the later mark has more. What begins anew when it begins again has nothing to keep.
    private Instant MarkOf(LifecycleClock clock, DeadlineLedger ledger, Instant at) => clock.Definition.Reentry == ClockReentry.Restart && clock.Definition.Pauses.Count == 0
        ? Instant.MinValue
        : NodaConstants.UnixEpoch - Duration.FromDays((double)(ledger.ShareUsed(_calendar, at) ?? 0m));

    // By clock and state: whether a case that is in the state may come to one that starts the clock, or is where it goes on.
    private static bool[,] RunsAgain(Lifecycle lifecycle)
    {
        var before = lifecycle.States.SelectMany(state => lifecycle.PermittedTriggers(state).SelectMany(trigger => lifecycle.Transitions(state, trigger.Code).ToArray()))
            .ToLookup(static transition => transition.Target, static transition => transition.Source);
        var runs = new bool[lifecycle.Clocks.Count, lifecycle.States.Count];
        foreach (var clock in lifecycle.Clocks)
        {
            var open = new Queue<LifecycleState>(lifecycle.States.Where(state => !state.IsSuperstate && !state.IsFinal
                && (clock.RoleIn(state) == ClockRole.Starts || (clock.RoleIn(state) == ClockRole.Keeps && clock.Definition.Pauses.Count > 0))));
            foreach (var state in open)
            {
                runs[clock.Index, state.Index] = true;
            }

            while (open.TryDequeue(out var target))
            {
                foreach (var source in before[target].Where(source => !source.IsFinal && !runs[clock.Index, source.Index]))
                {
                    runs[clock.Index, source.Index] = true;
                    open.Enqueue(source);
                }
            }
        }

        return runs;
    }

    private Stop Enter(Stop arrived)
    {
        var clocks = (ClockStatus[])arrived.Clocks.Clone();
        var ledgers = (DeadlineLedger?[])arrived.Ledgers.Clone();
        foreach (var clock in _lifecycle.Clocks)
        {
            var (i, before) = (clock.Index, clocks[clock.Index]);
            clocks[i] = clock.After(before, arrived.State);
            ledgers[i] = (before, clocks[i]) switch
            {
                var (from, to) when from == to => ledgers[i],
                (ClockStatus.Idle, _) => DeadlineLedger.Start(clock.Definition.Limit, clock.Definition.Policy, arrived.At),
                (ClockStatus.Stopped, _) when clock.Definition.Reentry == ClockReentry.Restart => DeadlineLedger.Start(clock.Definition.Limit, clock.Definition.Policy, arrived.At),
                (_, ClockStatus.Running) => ledgers[i]!.Resume(arrived.At),
                (ClockStatus.Paused, _) => ledgers[i],
                _ => ledgers[i]!.Pause(arrived.At, arrived.State.Code),
            };
        }

        return arrived with { Clocks = clocks, Ledgers = ledgers };
    }

    // INVARIANT: of two that stand alike, the one that is later in its time and in all its deadlines does at least as well for ever after.
    private bool Improves((LifecycleState State, UInt128 Facts, EquatableArray<ClockStatus> Clocks) key, Instant[] marks)
    {
        if (!_best.TryGetValue(key, out var known))
        {
            _best[key] = known = [];
        }

        if (known.Exists(other => IsNoLater(marks, other)))
        {
            return false;
        }

        known.RemoveAll(other => IsNoLater(other, marks));
        known.Add(marks);
        return true;
    }

    private static bool IsNoLater(Instant[] marks, Instant[] than) => marks.Zip(than).All(static pair => pair.First <= pair.Second);

    private static int Rounds(Stop stop)
    {
        var (rounds, at) = (0, stop.At);
        for (var earlier = stop.Before; earlier is not null; earlier = earlier.Before)
        {
            if (ReferenceEquals(earlier.State, stop.State) && earlier.Facts == stop.Facts && earlier.Clocks.AsSpan().SequenceEqual(stop.Clocks) && earlier.At < at)
            {
                (rounds, at) = (rounds + 1, earlier.At);
            }
        }

        return rounds;
    }

    private static LifecyclePath OnceRound(Stop stop)
    {
        var path = PathOf(stop);
        var states = path.States.ToList();
        for (var second = 1; second < states.Count; second++)
        {
            if (states.IndexOf(states[second]) < second && states.IndexOf(stop.State.Code) <= second)
            {
                return new LifecyclePath(EquatableArray.From(path.Steps.Take((2 * second) + 1)));
            }
        }

        return path;
    }

    private static LifecyclePath PathOf(Stop stop)
    {
        var steps = new Stack<string>();
        for (var at = stop; at is not null; at = at.Before)
        {
            steps.Push(at.State.Code);
            if (at.Trigger is not null)
            {
                steps.Push(at.Trigger);
            }
        }

        return new LifecyclePath(EquatableArray.From(steps));
    }

    private sealed record Stop(LifecycleState State, UInt128 Facts, Instant At, ClockStatus[] Clocks, DeadlineLedger?[] Ledgers, string? Trigger, Stop? Before);
}
