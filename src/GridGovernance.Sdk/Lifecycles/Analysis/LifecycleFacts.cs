namespace GridGovernance.Sdk.Lifecycles;

/// <summary>What a vocabulary knows of the guards and parties of one lifecycle, as bits: a guard's own position, and beyond the last guard what is known besides.</summary>
internal sealed class LifecycleFacts
{
    // Each of these doubles the ways in which a case can begin; of more than so many, the rest count as guards of which nothing is known.
    private const int MostLasting = 6;
    private const int MostBits = 128;
    private readonly (UInt128 Bit, LifecycleGuard Guard)[] _known;
    private readonly EquatableArray<string> _ofTheLead;

    // INVARIANT: by guard, the bits of those that it excludes; said by one of a pair, it holds for both.
    private readonly UInt128[] _excluded;

    internal LifecycleFacts(Lifecycle lifecycle, LifecycleVocabulary vocabulary)
    {
        var bits = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        foreach (var guard in lifecycle.Guards)
        {
            bits.Add(guard, UInt128.One << bits.Count);
        }

        var guards = bits.Count;
        _excluded = new UInt128[guards];
        _ofTheLead = vocabulary.PostsOfTheLead;
        var known = new List<(UInt128, LifecycleGuard)>();
        var initials = new List<UInt128> { 0 };
        var lasting = 0;
        foreach (var fact in vocabulary.Facts.Where(fact => fact.Initially is not null || fact.IsLasting).Where(fact => bits.ContainsKey(fact.Name) || Matters(fact, lifecycle, vocabulary)))
        {
            if (bits.Count == MostBits || (fact.Initially is null && ++lasting > MostLasting))
            {
                continue;
            }

            bits.TryAdd(fact.Name, UInt128.One << bits.Count);
            var bit = bits[fact.Name];
            known.Add((bit, fact));
            Tracked |= bit;
            initials = fact.Initially switch
            {
                true => [.. initials.Select(initial => initial | bit)],
                false => initials,
                null => [.. initials.Select(initial => initial | bit), .. initials],
            };
        }

        foreach (var fact in vocabulary.Facts)
        {
            foreach (var other in fact.Excludes.Where(other => bits.ContainsKey(other) && bits.ContainsKey(fact.Name)))
            {
                Exclude(bits[fact.Name], bits[other]);
                Exclude(bits[other], bits[fact.Name]);
            }
        }

        _known = [.. known];
        Initials = initials;

        void Exclude(UInt128 guard, UInt128 other)
        {
            if (UInt128.TrailingZeroCount(guard) is var index && index < (UInt128)guards)
            {
                _excluded[(int)index] |= other;
            }
        }
    }

    /// <summary>Gets the guards that are known at every time.</summary>
    internal UInt128 Tracked { get; }

    /// <summary>Gets those of them that hold when a case begins, in every way in which one can begin.</summary>
    internal IReadOnlyList<UInt128> Initials { get; }

    /// <summary>Says whether some guards can hold together where it is known what holds.</summary>
    internal bool MayHold(ulong guards, UInt128 facts)
    {
        if ((guards & Tracked & ~facts) != 0)
        {
            return false;
        }

        for (var i = 0; i < _excluded.Length; i++)
        {
            if ((guards & (1UL << i)) != 0 && ((guards | facts) & _excluded[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Says whether a transition can be taken: its guards can hold, somebody of those who may fire it is there, and somebody stands behind what it leads to.</summary>
    internal bool CanTake(LifecycleTransition transition, UInt128 facts) =>
        MayHold(transition.Guards, facts) && transition.Definition.By.Any(party => IsThere(party, transition.Source, facts)) && IsReceived(transition, facts);

    /// <summary>Says whether somebody stands behind the responsible party of the state that a transition reaches, or nobody needs to.</summary>
    internal bool IsReceived(LifecycleTransition transition, UInt128 facts) =>
        transition.Target.IsFinal || IsThere(transition.Target.Responsible!, Met(facts, transition.Effects));

    /// <summary>Says whether a party may be there to act in a state: whoever is responsible for it is.</summary>
    internal bool IsThere(string party, LifecycleState state, UInt128 facts) =>
        string.Equals(party, state.Responsible, StringComparison.Ordinal) || IsThere(party, facts);

    /// <summary>Says whether a party is sure to be there in a state: a case may have nobody who assists.</summary>
    internal bool IsSure(string party, LifecycleState state, UInt128 facts) =>
        party is not LifecycleParty.Assisting ? IsThere(party, state, facts) : string.Equals(party, state.Responsible, StringComparison.Ordinal);

    /// <summary>Returns what is known to hold after some effects.</summary>
    internal UInt128 After(UInt128 facts, EquatableArray<string> effects)
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

    /// <summary>Returns the names of what is known not to hold, of the guards and parties of some transitions.</summary>
    internal IEnumerable<string> Lacking(IEnumerable<LifecycleTransition> transitions, UInt128 facts)
    {
        var all = transitions.ToArray();
        return _known
            .Where(known => (known.Bit & facts) == 0 && all.Any(transition => (transition.Guards & known.Bit) != 0
                || (known.Guard.Party is not null && transition.Definition.By.Append(transition.Target.Responsible).Any(party => party is not null && IsOf(party, known.Guard)))))
            .Select(static known => known.Guard.Name);
    }

    /// <summary>Says whether a party may be there, whatever the state.</summary>
    internal bool IsThere(string party, UInt128 facts)
    {
        foreach (var (bit, guard) in _known)
        {
            if ((facts & bit) == 0 && guard.Party is not null && IsOf(party, guard))
            {
                return false;
            }
        }

        return true;
    }

    // Who is in the lead's department is there as long as there is a lead.
    private bool IsOf(string party, LifecycleGuard guard) => string.Equals(guard.Party, party, StringComparison.Ordinal)
        || (string.Equals(guard.Party, LifecycleParty.Lead, StringComparison.Ordinal) && _ofTheLead.Contains(party));

    // What the lifecycle does not name matters all the same where a party hangs on it, or a guard that it names cannot hold beside it.
    private static bool Matters(LifecycleGuard fact, Lifecycle lifecycle, LifecycleVocabulary vocabulary) =>
        fact.Party is not null
        || fact.Excludes.Any(lifecycle.Guards.Contains)
        || vocabulary.Facts.Any(other => other.Excludes.Contains(fact.Name) && lifecycle.Guards.Contains(other.Name));

    // Who is responsible next is found before the transition undoes anything, and after it has dispatched.
    private UInt128 Met(UInt128 facts, EquatableArray<string> effects)
    {
        foreach (var (bit, guard) in _known)
        {
            facts = guard.EstablishedBy.Any(effects.Contains) ? facts | bit : facts;
        }

        return facts;
    }
}
