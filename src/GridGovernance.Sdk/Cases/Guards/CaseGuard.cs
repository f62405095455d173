using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Cases;

/// <summary>A guard (条件): a condition that a lifecycle names and code decides.</summary>
/// <remarks>This type is immutable and safe to share between threads when its function is pure, as it must be.</remarks>
public sealed class CaseGuard
{
    private readonly Func<CaseGuardContext, EquatableArray<Refusal>> _unmet;

    /// <summary>Creates a guard.</summary>
    /// <param name="name">The name by which lifecycles call it.</param>
    /// <param name="unmet">Returns every reason why it does not hold; empty when it holds. Pure: it depends on the context alone.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="unmet"/> is null.</exception>
    public CaseGuard(string name, Func<CaseGuardContext, EquatableArray<Refusal>> unmet)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(unmet);
        Name = name;
        _unmet = unmet;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets what the analysis of lifecycles may take as known of it: nothing but its name, unless something is said.</summary>
    public LifecycleGuard Fact
    {
        get => field ?? new LifecycleGuard(Name);
        init;
    }

    /// <summary>Returns every reason why the guard does not hold.</summary>
    /// <param name="context">What it decides on.</param>
    /// <returns>The reasons; empty when it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public EquatableArray<Refusal> Unmet(CaseGuardContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _unmet(context);
    }
}
