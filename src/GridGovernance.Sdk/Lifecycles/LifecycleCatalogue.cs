namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The lifecycles of a model in all their versions: new cases take the newest, running cases keep their own.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class LifecycleCatalogue
{
    private readonly Dictionary<LifecycleKey, Lifecycle> _byKey = [];
    private readonly Dictionary<string, Lifecycle> _current = new(StringComparer.Ordinal);

    /// <summary>Creates a catalogue.</summary>
    /// <param name="lifecycles">The lifecycles; several versions of one code are welcome.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycles"/> is null.</exception>
    /// <exception cref="ArgumentException">Two lifecycles share code and version but differ in content.</exception>
    public LifecycleCatalogue(IEnumerable<Lifecycle> lifecycles)
    {
        ArgumentNullException.ThrowIfNull(lifecycles);
        foreach (var lifecycle in lifecycles)
        {
            if (_byKey.Keys.FirstOrDefault(key => key.Version == lifecycle.Key.Version
                && string.Equals(key.Code, lifecycle.Key.Code, StringComparison.Ordinal)) is { Code: not null } same
                && same.Hash != lifecycle.Key.Hash)
            {
                throw new ArgumentException(
                    $"\"{lifecycle.Key}\" must mean one thing: a changed lifecycle needs a new version.", nameof(lifecycles));
            }

            _byKey.TryAdd(lifecycle.Key, lifecycle);
            if (!_current.TryGetValue(lifecycle.Key.Code, out var current) || current.Key.Version < lifecycle.Key.Version)
            {
                _current[lifecycle.Key.Code] = lifecycle;
            }
        }

        Current = EquatableArray.From(_current.Values.OrderBy(lifecycle => lifecycle.Key.Code, StringComparer.Ordinal));
    }

    /// <summary>Gets the newest version of every lifecycle, by code.</summary>
    public EquatableArray<Lifecycle> Current { get; }

    /// <summary>Returns the newest version of a lifecycle.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The lifecycle, or null where the catalogue has none of that code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public Lifecycle? Newest(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _current.GetValueOrDefault(code);
    }

    /// <summary>Returns the very lifecycle that a case began with.</summary>
    /// <param name="key">Code, version and hash.</param>
    /// <returns>The lifecycle, or null where the catalogue does not hold it.</returns>
    public Lifecycle? Find(LifecycleKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>Returns a catalogue that also holds the lifecycles of an older one, for cases that began under it.</summary>
    /// <param name="older">The older catalogue.</param>
    /// <returns>Both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="older"/> is null.</exception>
    /// <exception cref="ArgumentException">The two disagree on what a version means.</exception>
    public LifecycleCatalogue Keeping(LifecycleCatalogue older)
    {
        ArgumentNullException.ThrowIfNull(older);
        return new LifecycleCatalogue(older._byKey.Values.Concat(_byKey.Values));
    }
}
