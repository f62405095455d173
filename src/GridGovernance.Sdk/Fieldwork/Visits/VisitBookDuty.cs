using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The rows of one subject in one category while a book is compiled: each begins, continues or renews the duty on its first day.</summary>
internal sealed class VisitBookDuty
{
    private readonly (int Row, VisitSubject Subject, VisitRule Rule)[] _rows;
    private VisitFile _file;
    private int _next = 1;

    /// <param name="rows">The rows in the order of their first days, at least one.</param>
    internal VisitBookDuty(IEnumerable<(int Row, VisitSubject Subject, VisitRule Rule)> rows)
    {
        _rows = [.. rows];
        _file = VisitFile.Apply(null, Enrolled(0));
    }

    internal string Subject => _rows[0].Subject.Id;

    /// <summary>Gets the rows that begin before the one before them is over.</summary>
    internal IEnumerable<int> Overlaps => Enumerable.Range(1, _rows.Length - 1).Where(i => !(_rows[i - 1].Subject.To < _rows[i].Subject.From)).Select(i => _rows[i].Row);

    /// <summary>Returns the file with the rows that have begun by a day.</summary>
    internal VisitFile FileOn(LocalDate on)
    {
        for (; _next < _rows.Length && _rows[_next].Subject.From <= on; _next++)
        {
            var (subject, day) = (_rows[_next].Subject, _rows[_next].Subject.From);
            if (_file.Subject.To < day)
            {
                Apply(Enrolled(_next));
                continue;
            }

            if (_rows[_next].Rule != _file.Rule || !string.Equals(subject.Risk, _file.Subject.Risk, StringComparison.Ordinal))
            {
                Apply(new SubjectReclassified(subject.Category, subject.Risk, _rows[_next].Rule) { On = day, By = default });
            }

            if (subject.Cell != _file.Subject.Cell)
            {
                Apply(new SubjectMoved(subject.Cell) { On = day, By = default });
            }
        }

        return _file;
    }

    internal bool RunsOn(LocalDate on) => FileOn(on) is var file && file.Subject.From <= on && !(file.Subject.To < on);

    internal void Apply(VisitEvent e) => _file = VisitFile.Apply(_file, e);

    // The duty runs to the end of the last row that follows without a day between.
    private SubjectEnrolled Enrolled(int row)
    {
        var last = row;
        while (last + 1 < _rows.Length && _rows[last].Subject.To is { } to && to.PlusDays(1) == _rows[last + 1].Subject.From)
        {
            last++;
        }

        return new SubjectEnrolled(_rows[row].Subject with { To = _rows[last].Subject.To }, _rows[row].Rule) { On = _rows[row].Subject.From, By = default };
    }
}
