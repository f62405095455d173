namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The names that a definition may use: what is not here is an error at load, not at use.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class LifecycleVocabulary
{
    /// <summary>Creates a vocabulary.</summary>
    /// <param name="guards">The names of the guards that the host binds.</param>
    /// <param name="posts">The codes of the posts; the parties of <see cref="LifecycleParty"/> are always known.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LifecycleVocabulary(IEnumerable<string> guards, IEnumerable<string> posts)
    {
        ArgumentNullException.ThrowIfNull(guards);
        ArgumentNullException.ThrowIfNull(posts);
        Guards = guards.ToHashSet(StringComparer.Ordinal);
        Parties = posts.Concat(LifecycleParty.All).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Returns the vocabulary of everything that a definition names, for a file that is looked at without its county.</summary>
    /// <param name="definition">The definition.</param>
    /// <returns>A vocabulary in which no name of the definition is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static LifecycleVocabulary NamedIn(LifecycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new LifecycleVocabulary(
            definition.Transitions.SelectMany(static transition => transition.Guards),
            definition.Transitions.SelectMany(static transition => transition.By)
                .Concat(definition.States.Select(static state => state.Responsible).OfType<string>())
                .Concat(definition.Escalation.Select(static rung => rung.To))
                .Concat(definition.OnDuty));
    }

    /// <summary>Gets the names of the guards.</summary>
    public IReadOnlySet<string> Guards { get; }

    /// <summary>Gets the codes of posts and parties.</summary>
    public IReadOnlySet<string> Parties { get; }
}
