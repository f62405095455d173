namespace GridGovernance.Sdk.Lifecycles;

/// <summary>From which configurations of a walk a case can still be closed.</summary>
internal static class LifecycleClosing
{
    /// <summary>Returns, by position, whether steps of some kind lead from a configuration to a final state.</summary>
    /// <remarks>A configuration that the walk did not go on from counts as one that can: the report says that the walk was cut.</remarks>
    internal static bool[] Of(LifecycleWalk walk, Func<LifecycleStep, bool> counts)
    {
        var before = walk.Steps.Where(counts).ToLookup(static step => step.To, static step => step.From);
        var closable = new bool[walk.Configurations.Count];
        var open = new Queue<int>();
        for (var i = 0; i < closable.Length; i++)
        {
            if (walk.Configurations[i].State.IsFinal || i >= walk.Walked)
            {
                closable[i] = true;
                open.Enqueue(i);
            }
        }

        while (open.TryDequeue(out var target))
        {
            foreach (var source in before[target])
            {
                if (!closable[source])
                {
                    closable[source] = true;
                    open.Enqueue(source);
                }
            }
        }

        return closable;
    }
}
