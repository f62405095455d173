using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Watches a history as it is read, and says on which days its units form no map.</summary>
/// <remarks>Only what the events of a day touch is looked at again: the units that began, and the parts of those that began or ended.</remarks>
/// <param name="scheme">The hierarchy.</param>
/// <param name="findings">Takes the findings.</param>
internal sealed class GridHistoryDays(GridScheme scheme, List<Finding> findings)
{
    private readonly SortedDictionary<GridCode, (LocalDate From, int Position, Message Why)> _broken = [];
    private readonly SortedSet<GridCode> _touched = [];
    private readonly List<(LocalDate From, int Position, GridCode Unit, Finding Finding)> _found = [];
    private int _first;

    /// <summary>Takes note of an event.</summary>
    /// <param name="before">The history without it.</param>
    /// <param name="after">The history with it; the same one where the event does not follow.</param>
    /// <param name="position">The position of the event.</param>
    internal void Add(GridHistory before, GridHistory after, int position)
    {
        if (ReferenceEquals(before, after))
        {
            return;
        }

        if (before.LastOn != after.LastOn)
        {
            EndDay(before);
            _first = position;
        }

        _touched.UnionWith(after.Events[^1].Ended);
        _touched.UnionWith(after.Events[^1].Begun.Select(static unit => unit.Code));
    }

    /// <summary>Ends the last day, and reports what was broken and from which day to which.</summary>
    /// <param name="history">The whole history.</param>
    internal void Conclude(GridHistory history)
    {
        EndDay(history);
        foreach (var (unit, (from, position, why)) in _broken)
        {
            Report(unit, from, position, GridsMessages.Catalogue["grids.history-broken-since", from, why]);
        }

        findings.AddRange(_found.OrderBy(static f => (f.From, f.Position, f.Unit)).Select(static f => f.Finding));
    }

    private void EndDay(GridHistory history)
    {
        foreach (var code in _touched.Concat(_touched.SelectMany(history.PartsOf)).ToHashSet())
        {
            var why = history.Find(code) is { } unit ? WhyNot(history, unit) : null;
            var (wasBroken, on) = (_broken.TryGetValue(code, out var was), history.LastOn!.Value);
            if (wasBroken && !was.Why.Equals(why))
            {
                Report(code, was.From, was.Position, GridsMessages.Catalogue["grids.history-broken", was.From, on.PlusDays(-1), was.Why]);
                _broken.Remove(code);
            }

            if (why is not null && !_broken.ContainsKey(code))
            {
                _broken.Add(code, (on, _first, why));
            }
        }

        _touched.Clear();
    }

    // The first error is enough: the day is broken until it is mended.
    private Message? WhyNot(GridHistory history, GridUnit unit)
    {
        var found = new List<Finding>();
        GridMapChecker.Check(found, scheme, history.Find, history.System, unit);
        return found.Find(static finding => finding.Severity == FindingSeverity.Error)?.Message;
    }

    private void Report(GridCode unit, LocalDate from, int position, Message message) =>
        _found.Add((from, position, unit, Finding.Error(message, FindingPlace.At(FormattableString.Invariant($"/events/{position}")) with { Subject = unit.ToString() })));
}
