using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>By when a case of a log had to be closed under one model: the clocks that run from report to closure, counted by the production calendar.</summary>
internal sealed class LogDeadlines
{
    private readonly GovernanceModel _model;
    private readonly Dictionary<string, EquatableArray<ClockDefinition>> _clocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableArray<string>> _tiers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _unanswered = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _undecided = new(StringComparer.Ordinal);
    private LocalDate? _unknownDay;
    private int _unknown;

    internal LogDeadlines(GovernanceModel model) => _model = model;

    /// <summary>Says whether a case was late; null where its deadline is not known.</summary>
    internal bool? IsOverdue(LoggedCase one, Instant at)
    {
        var tiers = TiersOf(one.Category);
        if (tiers.All(tier => ClocksOf(tier).Count == 0))
        {
            _unanswered[one.Category] = _unanswered.GetValueOrDefault(one.Category) + 1;
            return null;
        }

        var verdicts = tiers.Select(tier => IsOverdue(one, tier, at)).Distinct().ToArray();
        if (verdicts.Length == 1)
        {
            _unknown += verdicts[0] is null ? 1 : 0;
            return verdicts[0];
        }

        // The rules ask for the channel, and by one it was late, by another not.
        _undecided[one.Category] = _undecided.GetValueOrDefault(one.Category) + 1;
        return null;
    }

    private bool? IsOverdue(LoggedCase one, string tier, Instant at)
    {
        var until = one.ClosedAt is { } closed ? Instant.Min(closed, at) : at;
        LocalDate? unknown = null;
        foreach (var clock in ClocksOf(tier))
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
        return null;
    }

    /// <summary>What of the model decides about deadlines here: what is not in it, no change of it can change.</summary>
    internal string Basis()
    {
        var clocks = _model.Lifecycles.Current.SelectMany(lifecycle => ClocksOf(lifecycle.Key.Code).Select(clock => $"{lifecycle.Key.Code}/{clock.Code}={clock.Limit} {clock.Policy}"));
        var tiers = _model.Matters.Matters.Select(matter => $"{matter.Code}={string.Join(',', TiersOf(matter.Code))}");
        return string.Join('\n', clocks.Concat(tiers).Append(System.Text.Encoding.UTF8.GetString(Interchange.GovernanceJson.Write(_model.Calendar.Definition))));
    }

    internal IEnumerable<Finding> Findings()
    {
        foreach (var (category, count) in _unanswered)
        {
            var message = !_model.Matters.TryFind(category, out var matter) && _model.Lifecycles.Newest(category) is null
                ? ReplayMessages.All["replay.unknown-category", category, count]
                : matter is not null && TiersOf(category).Count == 0 ? ReplayMessages.All["replay.no-tier", category, count]
                : ReplayMessages.All["replay.no-clock", string.Join(", ", TiersOf(category)), category, count];
            yield return Finding.Warning(message, FindingPlace.Of(category));
        }

        foreach (var (category, count) in _undecided)
        {
            yield return Finding.Warning(ReplayMessages.All["replay.tier-by-channel", category, count], FindingPlace.Of(category));
        }

        if (_unknown > 0 && _unknownDay is { } day)
        {
            yield return Finding.Warning(ReplayMessages.All["replay.unknown-day", _unknown, NodaTime.Text.LocalDatePattern.Iso.Format(day)]);
        }
    }

    // A matter has the tier that the model's rules give it, which may hang on a channel that no log tells; any other category is a tier.
    private EquatableArray<string> TiersOf(string category)
    {
        if (!_tiers.TryGetValue(category, out var tiers))
        {
            _tiers.Add(category, tiers = !_model.Matters.TryFind(category, out var matter) ? [category] : EquatableArray.From(TiersOf(matter).Distinct()));
        }

        return tiers;
    }

    private IEnumerable<string> TiersOf(Matter matter)
    {
        foreach (var rule in _model.CaseRules.TierRules.Where(rule => rule.Channels.Count == 0
            ? rule.Fits(matter, "")
            : rule.Channels.Any(channel => rule.Fits(matter, channel))))
        {
            yield return rule.Tier;
            if (rule.Channels.Count == 0)
            {
                yield break;
            }
        }

        if (matter.Tier is { } tier)
        {
            yield return tier;
        }
    }

    private EquatableArray<ClockDefinition> ClocksOf(string tier)
    {
        if (!_clocks.TryGetValue(tier, out var clocks))
        {
            var lifecycle = _model.Lifecycles.Newest(tier);
            clocks = lifecycle is null ? [] : EquatableArray.From(lifecycle.Clocks.Where(clock => RunsToTheEnd(lifecycle, clock)).Select(static clock => clock.Definition));
            _clocks.Add(tier, clocks);
        }

        return clocks;
    }

    // It starts with the case, and only an end stops it: the instants of a log say all that it needs.
    private static bool RunsToTheEnd(Lifecycle lifecycle, LifecycleClock clock) =>
        clock.RoleIn(lifecycle.Initial) == ClockRole.Starts
        && lifecycle.States.All(state => state.IsFinal || clock.RoleIn(state) != ClockRole.Stops);
}
