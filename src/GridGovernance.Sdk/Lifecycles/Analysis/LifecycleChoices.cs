namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Finds where two transitions on one trigger could both be taken by the same party, and nothing but their order in the file decides.</summary>
/// <remarks>A pair of which the first asks for everything that the second asks for, and more, is a case and its "otherwise": that is no doubt.</remarks>
internal static class LifecycleChoices
{
    internal static IEnumerable<LifecycleFinding> Run(Lifecycle lifecycle, LifecycleWalk walk)
    {
        var definition = lifecycle.Definition;
        for (var second = 0; second < definition.Transitions.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                var (one, other) = (definition.Transitions[first], definition.Transitions[second]);
                if (one.By.FirstOrDefault(other.By.Contains) is { } party && IsDoubtful(one, other) && Witness(lifecycle, walk, one, other) is { } at)
                {
                    var path = walk.PathTo(at);
                    yield return new LifecycleFinding(
                        Finding.Warning(
                            LifecycleMessages.Texts["lifecycles.nondeterministic", other.Trigger, at.State.Code, party, one.To ?? one.From, other.To ?? other.From, path],
                            FindingPlace.At(FormattableString.Invariant($"/transitions/{second}")) with { Subject = other.From }),
                        other.From,
                        path);
                }
            }
        }
    }

    private static bool IsDoubtful(TransitionDefinition one, TransitionDefinition other) =>
        string.Equals(one.From, other.From, StringComparison.Ordinal)
        && string.Equals(one.Trigger, other.Trigger, StringComparison.Ordinal)
        && !(string.Equals(one.To, other.To, StringComparison.Ordinal) && one.Effects == other.Effects)
        && !IsMoreSpecific(one, other);

    private static bool IsMoreSpecific(TransitionDefinition one, TransitionDefinition other) =>
        other.Guards.All(one.Guards.Contains) && (one.Guards.Any(guard => !other.Guards.Contains(guard)) || (one.Within is not null && other.Within is null));

    // A configuration in which the guards of both can hold.
    private static LifecycleConfiguration? Witness(Lifecycle lifecycle, LifecycleWalk walk, TransitionDefinition one, TransitionDefinition other)
    {
        foreach (var at in walk.Configurations)
        {
            ulong? both = null;
            foreach (var transition in lifecycle.Transitions(at.State, other.Trigger))
            {
                both = ReferenceEquals(transition.Definition, one) || ReferenceEquals(transition.Definition, other) ? (both ?? 0) | transition.Guards : both;
            }

            if (both is { } guards && walk.Facts.MayHold(guards, at.Facts))
            {
                return at;
            }
        }

        return null;
    }
}
