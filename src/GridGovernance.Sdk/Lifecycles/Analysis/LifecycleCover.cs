namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Chooses ways from the initial state that together take every transition that can be taken.</summary>
internal static class LifecycleCover
{
    internal static EquatableArray<LifecyclePath> Of(Lifecycle lifecycle, LifecycleWalk walk)
    {
        var left = new List<LifecycleTransition>();
        foreach (var state in lifecycle.States)
        {
            foreach (var trigger in lifecycle.PermittedTriggers(state))
            {
                left.AddRange(lifecycle.Transitions(state, trigger.Code).ToArray().Where(walk.IsTaken));
            }
        }

        var paths = new List<LifecyclePath>();
        while (left.Count > 0)
        {
            // To the first that is left, then on over others that are left as long as there are any.
            var path = walk.PathTo(left[0].Source.Code);
            LifecycleTransition? next = left[0];
            while (next is not null)
            {
                path = path.Then(next.Trigger, next.Target.Code);
                left.Remove(next);
                var at = next.Target;
                next = left.Find(transition => ReferenceEquals(transition.Source, at));
            }

            paths.Add(path);
        }

        return EquatableArray.From(paths);
    }
}
