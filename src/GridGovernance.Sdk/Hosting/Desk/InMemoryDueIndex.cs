using NodaTime;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Keeps deadlines in memory, in order: for tests and small programs.</summary>
/// <remarks>This type is safe to share between threads.</remarks>
public sealed class InMemoryDueIndex : IDueIndex
{
    private static readonly Comparer<DueCase> ByDeadline = Comparer<DueCase>.Create(static (left, right) =>
        left.DueAt != right.DueAt ? left.DueAt.CompareTo(right.DueAt) : string.CompareOrdinal(left.CaseId, right.CaseId));

    private readonly SortedSet<DueCase> _due = new(ByDeadline);
    private readonly Dictionary<string, (int Version, Instant? DueAt)> _notes = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="caseId"/> is null.</exception>
    public ValueTask NoteAsync(string caseId, int version, Instant? dueAt, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caseId);
        lock (_gate)
        {
            if (_notes.TryGetValue(caseId, out var note))
            {
                if (note.Version > version)
                {
                    return ValueTask.CompletedTask;
                }

                if (note.DueAt is { } before)
                {
                    _due.Remove(new DueCase(caseId, before));
                }
            }

            _notes[caseId] = (version, dueAt);
            if (dueAt is { } at)
            {
                _due.Add(new DueCase(caseId, at));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<EquatableArray<DueCase>> DueBeforeAsync(Instant instant, CancellationToken cancellation = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(EquatableArray.From(_due.TakeWhile(due => due.DueAt < instant)));
        }
    }
}
