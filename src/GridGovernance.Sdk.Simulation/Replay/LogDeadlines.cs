using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>By when a case of a log had to be closed under one model: the clocks that run from report to closure, counted by the production calendar.</summary>
internal sealed class LogDeadlines
{
    private readonly GovernanceModel _model;
    private readonly Dictionary<string, EquatableArray<ClockDefinition>> _clocks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _unanswered = new(StringComparer.Ordinal);
    private LocalDate? _unknownDay;
    private int _unknown;

    internal LogDeadlines(GovernanceModel model) => _model = model;

    /// <summary>Says whether a case was late; null where its deadline is not known.</summary>
    internal bool? IsOverdue(LoggedCase one, Instant at)
    {
        var clocks = ClocksOf(one.Category);
        if (clocks.Count == 0)
        {
            _unanswered[one.Category] = _unanswered.GetValueOrDefault(one.Category) + 1;
            return null;
        }

        var until = one.ClosedAt ?? at;
        LocalDate? unknown = null;
        foreach (var clock in clocks)
        {
            var due = _model.Calendar.Due(one.OpenedAt, clock.Limit, clock.Policy);
            if (due.IsMissedBy(until))
            {
                return true;
            }

            unknown ??= due.UnknownDay;
        }

        // A deadline beyond the calendar is after everything known: who was done before the unknown day was on time.
        if (unknown is not { } day || until < day.AtStartOfDayInZone(_model.Calendar.Zone).ToInstant())
        {
            return false;
        }

        _unknownDay ??= day;
        _unknown++;
        return null;
    }

    internal IEnumerable<Finding> Findings()
    {
        foreach (var (category, count) in _unanswered)
        {
            var message = !_model.Matters.TryFind(category, out var matter) && _model.Lifecycles.Newest(category) is null
                ? ReplayMessages.All["replay.unknown-category", category, count]
                : matter is { Tier: null } ? ReplayMessages.All["replay.no-tier", category, count]
                : ReplayMessages.All["replay.no-clock", matter?.Tier ?? category, category, count];
            yield return Finding.Warning(message, FindingPlace.Of(category));
        }

        if (_unknownDay is { } day)
        {
            yield return Finding.Warning(ReplayMessages.All["replay.unknown-day", _unknown, NodaTime.Text.LocalDatePattern.Iso.Format(day)]);
        }
    }

    private EquatableArray<ClockDefinition> ClocksOf(string category)
    {
        if (!_clocks.TryGetValue(category, out var clocks))
        {
            var tier = _model.Matters.TryFind(category, out var matter) ? matter.Tier : category;
            var lifecycle = tier is null ? null : _model.Lifecycles.Newest(tier);
            clocks = lifecycle is null ? [] : EquatableArray.From(lifecycle.Clocks.Where(clock => RunsToTheEnd(lifecycle, clock)).Select(static clock => clock.Definition));
            _clocks.Add(category, clocks);
        }

        return clocks;
    }

    // It starts with the case, and only an end stops it: the instants of a log say all that it needs.
    private static bool RunsToTheEnd(Lifecycle lifecycle, LifecycleClock clock) =>
        clock.RoleIn(lifecycle.Initial) == ClockRole.Starts
        && lifecycle.States.All(state => state.IsFinal || clock.RoleIn(state) != ClockRole.Stops);
}
