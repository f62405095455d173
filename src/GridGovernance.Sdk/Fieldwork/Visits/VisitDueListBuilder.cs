using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Collects the subjects of a <see cref="VisitDueList"/>.</summary>
/// <remarks>A builder is used once, by one thread.</remarks>
public sealed class VisitDueListBuilder
{
    private readonly List<string> _workers = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<int> _counts = [];
    private readonly List<(int Worker, string Subject, int Opens, int Due, int GraceEnds)> _rows = [];

    /// <summary>Adds a subject.</summary>
    /// <param name="subject">Its opaque id.</param>
    /// <param name="worker">Who visits it.</param>
    /// <param name="opensOn">The first day on which the next visit is owed.</param>
    /// <param name="dueOn">The last day by which it is owed.</param>
    /// <param name="graceEndsOn">The last day on which it still makes up for its period.</param>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> or <paramref name="worker"/> is null.</exception>
    /// <exception cref="ArgumentException">The days are not in order.</exception>
    public void Add(string subject, string worker, LocalDate opensOn, LocalDate dueOn, LocalDate graceEndsOn)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(worker);
        if (opensOn > dueOn || dueOn > graceEndsOn)
        {
            throw new ArgumentException($"A visit opens, is due and ends its grace in this order, but the days are {opensOn}, {dueOn} and {graceEndsOn}.", nameof(dueOn));
        }

        if (!_positions.TryGetValue(worker, out var position))
        {
            _positions.Add(worker, position = _workers.Count);
            _workers.Add(worker);
            _counts.Add(0);
        }

        _counts[position]++;
        _rows.Add((position, subject, VisitDueList.NumberOf(opensOn), VisitDueList.NumberOf(dueOn), VisitDueList.NumberOf(graceEndsOn)));
    }

    /// <summary>Builds the list.</summary>
    /// <returns>The list.</returns>
    public VisitDueList Build()
    {
        var first = new int[_workers.Count + 1];
        for (var i = 0; i < _workers.Count; i++)
        {
            first[i + 1] = first[i] + _counts[i];
        }

        var next = first[..^1];
        var subjects = new string[_rows.Count];
        int[] opens = new int[_rows.Count], due = new int[_rows.Count], graceEnds = new int[_rows.Count];
        foreach (var row in _rows)
        {
            var i = next[row.Worker]++;
            (subjects[i], opens[i], due[i], graceEnds[i]) = (row.Subject, row.Opens, row.Due, row.GraceEnds);
        }

        return new VisitDueList([.. _workers], first, subjects, opens, due, graceEnds);
    }
}
