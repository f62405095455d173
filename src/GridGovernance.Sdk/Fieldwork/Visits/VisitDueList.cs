using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who is to be visited by whom (应走访名单): three days a subject, in columns, for millions of subjects.</summary>
/// <remarks>
/// <para>Subjects stand grouped by who visits them, in the order in which those were first named, and in the order in which they were added.</para>
/// <para>A query is one pass over a column. Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class VisitDueList
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly string[] _subjects;
    private readonly string[] _workers;
    private readonly int[] _first;
    private readonly Dictionary<string, int> _positions;

    // INVARIANT: by subject, days since the epoch: when the next visit opens, when it is due, when its grace ends.
    private readonly int[] _opens;
    private readonly int[] _due;
    private readonly int[] _graceEnds;

    internal VisitDueList(string[] workers, int[] first, string[] subjects, int[] opens, int[] due, int[] graceEnds)
    {
        (_workers, _first, _subjects, _opens, _due, _graceEnds) = (workers, first, subjects, opens, due, graceEnds);
        _positions = new Dictionary<string, int>(workers.Length, StringComparer.Ordinal);
        for (var i = 0; i < workers.Length; i++)
        {
            _positions.Add(workers[i], i);
        }
    }

    /// <summary>Gets how many subjects there are.</summary>
    public int Count => _subjects.Length;

    /// <summary>Gets who visits, such as seats; in order.</summary>
    public IReadOnlyList<string> Workers => Array.AsReadOnly(_workers);

    /// <summary>Creates a list from the files of subjects; those whose duty is over or not begun on the day are left out.</summary>
    /// <param name="files">The files.</param>
    /// <param name="workerOf">Says who visits a subject; null where nobody does, and the worker is the empty text.</param>
    /// <param name="on">The day.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VisitDueList Create(IEnumerable<VisitFile> files, Func<VisitFile, string?> workerOf, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(workerOf);
        var builder = new VisitDueListBuilder();
        foreach (var file in files.Where(file => file.StateOn(on) is not (VisitState.Ahead or VisitState.Ended)))
        {
            builder.Add(file.Subject.Id, workerOf(file) ?? "", file.OpensOn, file.DueOn, file.GraceEndsOn);
        }

        return builder.Build();
    }

    /// <summary>Returns the opaque id of a subject.</summary>
    /// <param name="subject">The position, 0..<see cref="Count"/>−1.</param>
    /// <returns>The id.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public string Subject(int subject) => _subjects[subject];

    /// <summary>Returns the last day by which a subject's next visit is owed.</summary>
    /// <param name="subject">The position, 0..<see cref="Count"/>−1.</param>
    /// <returns>The day.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public LocalDate DueOn(int subject) => Epoch.PlusDays(_due[subject]);

    /// <summary>Says how a subject stands on a day.</summary>
    /// <param name="subject">The position, 0..<see cref="Count"/>−1.</param>
    /// <param name="on">The day.</param>
    /// <returns>Done, due, in grace or overdue.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public VisitState StateOn(int subject, LocalDate on)
    {
        var day = NumberOf(on);
        return day < _opens[subject] ? VisitState.Done
            : day <= _due[subject] ? VisitState.Due
            : day <= _graceEnds[subject] ? VisitState.Grace
            : VisitState.Overdue;
    }

    /// <summary>Returns who owes a visit on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The positions of the subjects, ascending.</returns>
    public int[] OwingOn(LocalDate on) => Owing(NumberOf(on), 0, _opens.Length);

    /// <summary>Returns whom a worker owes a visit on a day.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="on">The day.</param>
    /// <returns>The positions of the subjects, ascending; none for an unknown worker.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="worker"/> is null.</exception>
    public int[] OwingOn(string worker, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return _positions.TryGetValue(worker, out var position) ? Owing(NumberOf(on), _first[position], _first[position + 1]) : [];
    }

    /// <summary>Counts how the subjects stand on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The counts.</returns>
    public VisitDueCounts CountOn(LocalDate on)
    {
        var (day, opened, due, graced) = (NumberOf(on), 0, 0, 0);
        for (var i = 0; i < _opens.Length; i++)
        {
            opened += _opens[i] <= day ? 1 : 0;
            due += _due[i] < day ? 1 : 0;
            graced += _graceEnds[i] < day ? 1 : 0;
        }

        return new VisitDueCounts(_opens.Length - opened, opened - due, due - graced, graced);
    }

    internal static int NumberOf(LocalDate on) => Period.DaysBetween(Epoch, on);

    private int[] Owing(int day, int from, int to)
    {
        // Written without a branch: whether a visit is owed is as good as random.
        var opens = _opens.AsSpan(from, to - from);
        var found = GC.AllocateUninitializedArray<int>(opens.Length);
        var count = 0;
        for (var i = 0; i < opens.Length; i++)
        {
            found[count] = from + i;
            count += opens[i] <= day ? 1 : 0;
        }

        return found[..count];
    }
}
