namespace GridGovernance.Sdk.Hosting;

/// <summary>Keeps effects in memory until they are taken, each once: for tests and small programs.</summary>
/// <remarks>This type is safe to share between threads.</remarks>
public sealed class InMemoryEffectOutlet : IEffectOutlet
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<HostEffect> _waiting = new();
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="effect"/> is null.</exception>
    public ValueTask OfferAsync(HostEffect effect, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(effect);
        lock (_gate)
        {
            if (_known.Add(effect.Key))
            {
                _waiting.Enqueue(effect);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Hands out the effects that wait; no effect is handed out twice.</summary>
    /// <returns>The effects, in the order in which they were offered.</returns>
    public EquatableArray<HostEffect> TakeAll()
    {
        lock (_gate)
        {
            var taken = EquatableArray.From(_waiting);
            _waiting.Clear();
            return taken;
        }
    }
}
