using GridGovernance.Sdk.Cases.Events;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Keeps events in memory: for tests and small programs.</summary>
/// <remarks>This type is safe to share between threads.</remarks>
public sealed class InMemoryEventStore : IEventStore
{
    private readonly Dictionary<string, EquatableArray<CaseEvent>> _cases = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Gets the ids of all cases, in ordinal order.</summary>
    public EquatableArray<string> CaseIds
    {
        get
        {
            lock (_gate)
            {
                return EquatableArray.From(_cases.Keys.Order(StringComparer.Ordinal));
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="caseId"/> is null.</exception>
    public ValueTask<EquatableArray<CaseEvent>> LoadAsync(string caseId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caseId);
        lock (_gate)
        {
            return ValueTask.FromResult(_cases.GetValueOrDefault(caseId));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="caseId"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expectedVersion"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="events"/> is empty.</exception>
    public ValueTask<AppendResult> AppendAsync(
        string caseId, int expectedVersion, EquatableArray<CaseEvent> events, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caseId);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (events.Count == 0)
        {
            throw new ArgumentException("At least one event was expected, but there is none.", nameof(events));
        }

        lock (_gate)
        {
            var known = _cases.GetValueOrDefault(caseId);
            if (known.Count != expectedVersion)
            {
                return ValueTask.FromResult(new AppendResult(false, known.Count));
            }

            _cases[caseId] = [.. known, .. events];
            return ValueTask.FromResult(new AppendResult(true, known.Count + events.Count));
        }
    }
}
