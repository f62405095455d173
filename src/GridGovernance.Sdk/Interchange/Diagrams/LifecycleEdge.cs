using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>All transitions from one state to another, drawn as one arrow.</summary>
internal sealed record LifecycleEdge(LifecycleState Source, LifecycleState Target, EquatableArray<LifecycleTransition> Transitions)
{
    internal static IEnumerable<LifecycleEdge> From(Lifecycle lifecycle, LifecycleState state) =>
        lifecycle.PermittedTriggers(state)
            .SelectMany(trigger => lifecycle.Transitions(state, trigger.Code).ToArray())
            .GroupBy(transition => transition.Target)
            .Select(group => new LifecycleEdge(state, group.Key, EquatableArray.From(group)));
}
