using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>All transitions from one state, or from a superstate on behalf of all within it, to another state: one arrow.</summary>
internal sealed class LifecycleEdge(LifecycleRow source, LifecycleRow target, EquatableArray<TransitionDefinition> transitions)
{
    internal LifecycleRow Source => source;

    internal LifecycleRow Target => target;

    internal EquatableArray<TransitionDefinition> Transitions => transitions;

    /// <summary>Gets how many rows it spans; negative upwards.</summary>
    internal int Span => target.Index - source.Index;

    /// <summary>Gets where it leaves; set by the layout.</summary>
    internal double SourceY { get; set; }

    /// <summary>Gets where it arrives; set by the layout.</summary>
    internal double TargetY { get; set; }

    /// <summary>Gets the lane beside the boxes that it runs in, from 0; set by the layout.</summary>
    internal int Lane { get; set; }

    internal double Top => Math.Min(SourceY, TargetY);

    internal double Bottom => Math.Max(SourceY, TargetY);

    internal static List<LifecycleEdge> From(Lifecycle lifecycle, IReadOnlyList<LifecycleRow> rows)
    {
        var byCode = rows.ToDictionary(static row => row.State.Code, StringComparer.Ordinal);
        return
        [
            .. lifecycle.Definition.Transitions.GroupBy(static transition => (transition.From, To: transition.To ?? transition.From))
                .Select(group => new LifecycleEdge(byCode[group.Key.From], byCode[group.Key.To], EquatableArray.From(group))),
        ];
    }
}
