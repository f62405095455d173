namespace GridGovernance.Sdk.Lifecycles;

/// <summary>What a vocabulary knows of the guards of one lifecycle, as bits.</summary>
internal sealed class LifecycleFacts
{
    private readonly (ulong Bit, LifecycleGuard Guard)[] _known;

    // INVARIANT: by guard, the bits of those that it excludes; said by one of a pair, it holds for both.
    private readonly ulong[] _excluded;

    internal LifecycleFacts(Lifecycle lifecycle, LifecycleVocabulary vocabulary)
    {
        var guards = lifecycle.Guards.ToList();
        _excluded = new ulong[guards.Count];
        var known = new List<(ulong, LifecycleGuard)>();
        foreach (var fact in vocabulary.Facts)
        {
            var index = guards.IndexOf(fact.Name);
            if (index < 0)
            {
                continue;
            }

            foreach (var other in fact.Excludes.Select(name => guards.IndexOf(name)).Where(static other => other >= 0))
            {
                _excluded[index] |= 1UL << other;
            }

            if (fact.Initially is { } initially)
            {
                known.Add((1UL << index, fact));
                Tracked |= 1UL << index;
                Initial |= initially ? 1UL << index : 0;
            }
        }

        _known = [.. known];
    }

    /// <summary>Gets the guards that are known at every time.</summary>
    internal ulong Tracked { get; }

    /// <summary>Gets those of them that hold when a case begins.</summary>
    internal ulong Initial { get; }

    /// <summary>Says whether all of some guards can hold together.</summary>
    internal bool AreCompatible(ulong guards)
    {
        for (var i = 0; i < _excluded.Length; i++)
        {
            if ((guards & (1UL << i)) != 0 && (guards & _excluded[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns what is known to hold after some effects.</summary>
    internal ulong After(ulong facts, EquatableArray<string> effects)
    {
        foreach (var effect in effects.AsSpan())
        {
            foreach (var (bit, guard) in _known)
            {
                facts = guard.EstablishedBy.Contains(effect) ? facts | bit : guard.UndoneBy.Contains(effect) ? facts & ~bit : facts;
            }
        }

        return facts;
    }
}
