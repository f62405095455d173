namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Finds clocks that nothing but the closure stopped, and that come back with what was left of them where a reopened case owes something else.</summary>
/// <remarks>
/// A state in which the clock runs before any closure too goes on with the same obligation, and one that the clock names among its starts
/// says that it wants it: neither is in doubt. A state that starts a clock of its own, and that only a reopening brings this one to, is.
/// </remarks>
internal static class LifecycleLeftovers
{
    internal static IEnumerable<LifecycleFinding> Run(Lifecycle lifecycle, LifecycleWalk walk)
    {
        var seen = RunsBeforeAnyClosure(walk);
        foreach (var step in walk.Steps)
        {
            var (from, to) = (walk.Configurations[step.From], walk.Configurations[step.To]);
            if (!from.State.IsFinal || to.State.IsFinal)
            {
                continue;
            }

            foreach (var clock in lifecycle.Clocks)
            {
                if (from.Clocks[clock.Index] is ClockStatus.Running or ClockStatus.Paused && to.Clocks[clock.Index] == ClockStatus.Running
                    && clock.RoleIn(to.State) == ClockRole.Keeps
                    && lifecycle.Clocks.FirstOrDefault(other => other.RoleIn(to.State) == ClockRole.Starts) is { } own
                    && seen.Add((to.State, clock.Index)))
                {
                    var path = walk.PathTo(step.From).Then(step.Transition.Trigger, to.State.Code);
                    yield return new LifecycleFinding(
                        Finding.Warning(
                            LifecycleMessages.Texts["lifecycles.clock-comes-back", clock.Code, to.State.Code, own.Code, path],
                            FindingPlace.At(FormattableString.Invariant($"/clocks/{clock.Index}/stops")) with { Subject = to.State.Code }),
                        to.State.Code,
                        path);
                }
            }
        }
    }

    private static HashSet<(LifecycleState State, int Clock)> RunsBeforeAnyClosure(LifecycleWalk walk)
    {
        var after = walk.Steps.ToLookup(static step => step.From, static step => step.To);
        var reached = Enumerable.Range(0, walk.Beginnings).ToHashSet();
        var open = new Queue<int>(reached);
        var runs = new HashSet<(LifecycleState, int)>();
        while (open.TryDequeue(out var position))
        {
            var at = walk.Configurations[position];
            if (at.State.IsFinal)
            {
                continue;
            }

            for (var clock = 0; clock < at.Clocks.Count; clock++)
            {
                if (at.Clocks[clock] == ClockStatus.Running)
                {
                    runs.Add((at.State, clock));
                }
            }

            foreach (var next in after[position].Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return runs;
    }
}
