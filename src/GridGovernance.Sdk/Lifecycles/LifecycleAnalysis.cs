namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The promises of a closed loop (闭环), proved on the table: every state is reached, every open state leads to closure and has a running clock.</summary>
/// <remarks>Guards are taken as able to hold; states and clocks are explored together, so a clock that an earlier stop silenced is seen.</remarks>
internal static class LifecycleAnalysis
{
    internal static FindingReport Run(Lifecycle lifecycle)
    {
        var findings = new List<Finding>();
        var resting = lifecycle.States.Where(state => !state.IsSuperstate).ToArray();
        var reached = Reachable(lifecycle);
        var closable = Closable(lifecycle, resting);
        var silent = WithoutRunningClock(lifecycle);
        foreach (var state in resting)
        {
            if (!reached.Contains(state.Index))
            {
                findings.Add(Finding.Error(LifecycleMessages.Texts["lifecycles.unreachable", state.Code], PlaceOf(state)));
            }
            else if (!closable.Contains(state.Index))
            {
                findings.Add(Finding.Error(LifecycleMessages.Texts["lifecycles.no-route-to-closure", state.Code], PlaceOf(state)));
            }

            if (silent.TryGetValue(state.Index, out var path))
            {
                findings.Add(Finding.Error(LifecycleMessages.Texts["lifecycles.no-deadline", state.Code, path], PlaceOf(state)));
            }
        }

        return new FindingReport(findings);
    }

    private static FindingPlace PlaceOf(LifecycleState state) => FindingPlace.At($"/states/{state.Index}") with { Subject = state.Code };

    private static IEnumerable<LifecycleTransition> From(Lifecycle lifecycle, LifecycleState state)
    {
        foreach (var trigger in lifecycle.PermittedTriggers(state))
        {
            foreach (var transition in lifecycle.Transitions(state, trigger.Code).ToArray())
            {
                yield return transition;
            }
        }
    }

    private static HashSet<int> Reachable(Lifecycle lifecycle)
    {
        var reached = new HashSet<int> { lifecycle.Initial.Index };
        var open = new Queue<LifecycleState>([lifecycle.Initial]);
        while (open.TryDequeue(out var state))
        {
            foreach (var transition in From(lifecycle, state))
            {
                if (reached.Add(transition.Target.Index))
                {
                    open.Enqueue(transition.Target);
                }
            }
        }

        return reached;
    }

    private static HashSet<int> Closable(Lifecycle lifecycle, LifecycleState[] resting)
    {
        var sources = resting.SelectMany(state => From(lifecycle, state)).ToLookup(transition => transition.Target.Index, transition => transition.Source);
        var closable = resting.Where(state => state.IsFinal).Select(state => state.Index).ToHashSet();
        var open = new Queue<int>(closable);
        while (open.TryDequeue(out var target))
        {
            foreach (var source in sources[target])
            {
                if (closable.Add(source.Index))
                {
                    open.Enqueue(source.Index);
                }
            }
        }

        return closable;
    }

    // The path to each open state that can be entered with no clock running, by index.
    private static Dictionary<int, string> WithoutRunningClock(Lifecycle lifecycle)
    {
        var silent = new Dictionary<int, string>();
        var seen = new HashSet<(int State, EquatableArray<ClockStatus> Clocks)>();
        var open = new Queue<(LifecycleState State, EquatableArray<ClockStatus> Clocks, string Path)>();

        // A reopened case has the clocks back that its closure stopped: they go on from how they stood before.
        void Enter(LifecycleState state, EquatableArray<ClockStatus> before, string path)
        {
            var clocks = state.IsFinal ? before : EquatableArray.From(lifecycle.Clocks.Select(clock => clock.After(before.Count == 0 ? ClockStatus.Idle : before[clock.Index], state)));
            if (!seen.Add((state.Index, clocks)))
            {
                return;
            }

            if (!state.IsFinal && !clocks.Contains(ClockStatus.Running))
            {
                silent.TryAdd(state.Index, path);
            }

            open.Enqueue((state, clocks, path));
        }

        Enter(lifecycle.Initial, [], lifecycle.Initial.Code);
        while (open.TryDequeue(out var at))
        {
            foreach (var transition in From(lifecycle, at.State).Where(transition => !transition.IsInternal))
            {
                Enter(transition.Target, at.Clocks, $"{at.Path} → {transition.Trigger} → {transition.Target.Code}");
            }
        }

        return silent;
    }
}
