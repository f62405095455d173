using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The names that a definition may use, and what is known of them: what is not here is an error at load, not at use.</summary>
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

    /// <summary>Gets the names of the guards.</summary>
    public IReadOnlySet<string> Guards { get; }

    /// <summary>Gets the codes of posts and parties.</summary>
    public IReadOnlySet<string> Parties { get; }

    /// <summary>Gets what is known of guards; a guard that is not here may hold or not at any time.</summary>
    public EquatableArray<LifecycleGuard> Facts { get; init; }

    /// <summary>Gets the posts that nobody holds.</summary>
    public EquatableArray<string> VacantPosts { get; init; }

    /// <summary>Gets the posts that a case has only once it has a lead, because they are in the lead's department.</summary>
    public EquatableArray<string> PostsOfTheLead { get; init; }

    /// <summary>Gets the post above each post; a post at the top, or one of which nothing is known, is absent.</summary>
    public IReadOnlyDictionary<string, string> Supervisors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the working calendar that limits are held against; null where they are not.</summary>
    public WorkCalendar? Calendar { get; init; }

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
                .Concat(definition.Clocks.SelectMany(static clock => clock.Extensions).Select(static extension => extension.By))
                .Concat(definition.OnDuty));
    }
}
