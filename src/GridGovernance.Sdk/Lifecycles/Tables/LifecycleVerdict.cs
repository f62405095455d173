using System.Numerics;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Whether a trigger moves a case, and if not why: told by bits at no cost, in words when asked.</summary>
/// <remarks>Equality is by value. The default value permits nothing. This type is immutable and safe to share between threads.</remarks>
public readonly record struct LifecycleVerdict
{
    internal LifecycleVerdict(LifecycleTransition? transition, LifecycleTransition? nearest, ulong unmet)
    {
        Transition = transition;
        Nearest = nearest;
        Unmet = unmet;
    }

    /// <summary>Gets the transition that is taken; null when none is.</summary>
    public LifecycleTransition? Transition { get; }

    /// <summary>Gets the first transition that the trigger could take if its guards held; null where the trigger does nothing in the state.</summary>
    public LifecycleTransition? Nearest { get; }

    /// <summary>Gets the guards of <see cref="Nearest"/> that do not hold, one bit a guard, by position in <see cref="Lifecycle.Guards"/>.</summary>
    public ulong Unmet { get; }

    /// <summary>Gets a value indicating whether the trigger moves the case.</summary>
    public bool IsPermitted => Transition is not null;

    /// <summary>Returns the names of the guards that do not hold.</summary>
    /// <param name="lifecycle">The lifecycle that gave the verdict.</param>
    /// <returns>The names; empty when the trigger is permitted, or does nothing in the state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    public EquatableArray<string> UnmetGuards(Lifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        var names = new List<string>(BitOperations.PopCount(Unmet));
        for (var rest = Unmet; rest != 0; rest &= rest - 1)
        {
            names.Add(lifecycle.Guards[BitOperations.TrailingZeroCount(rest)]);
        }

        return EquatableArray.From(names);
    }
}
