using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Changes;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>Replays a real log under changed rules: another limit, another calendar, another routing, and what would have been late then.</summary>
/// <remarks>
/// <para>What happened stays as it happened, only the rules differ: deadlines are recomputed by the production calendar from the clocks that run from report
/// to closure. A log does not say when a case was suspended, so no pause is known and deadlines are those of a case that ran through.</para>
/// <para>A change whose path is <c>routing/X</c> moves cases instead: X is a category or a unit, the value the unit that has them then.
/// This type is safe to share between threads.</para>
/// </remarks>
public static class LogReplay
{
    private const string Routing = "routing";

    /// <summary>Replays a log.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="model">The rules as they are.</param>
    /// <param name="changes">What is different; none compares the model with itself.</param>
    /// <param name="report">Everything that is wrong with the changes.</param>
    /// <param name="at">The instant as of which the log is looked at: what was closed later is open, and what was opened later is not counted; null for the last instant of the log.</param>
    /// <returns>The comparison; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="changes"/> is null.</exception>
    public static ReplayResult? Run(
        EquatableArray<LoggedCase> cases, GovernanceModel model, EquatableArray<RuleChange> changes, out FindingReport report, Instant? at = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var malformed = changes.Where(static change => change.Parts[0] == Routing && (change.Parts.Count != 2 || change.Value.Length == 0)).ToArray();
        if (malformed.Length > 0)
        {
            report = new FindingReport(malformed.Select(static change => Finding.Error(ReplayMessages.All["replay.bad-route", change.ToString()], FindingPlace.Of(change.Path))));
            return null;
        }

        var changed = ModelChanges.Apply(model, changes.Where(static change => change.Parts[0] != Routing), out report);
        if (changed is null)
        {
            return null;
        }

        var routes = changes.Where(static change => change.Parts is [Routing, _]).Select(static change => KeyValuePair.Create(change.Parts[1], change.Value))
            .GroupBy(static route => route.Key, StringComparer.Ordinal).ToDictionary(static route => route.Key, static route => route.Last().Value, StringComparer.Ordinal);
        var until = at ?? cases.Select(static one => one.ClosedAt ?? one.OpenedAt).DefaultIfEmpty(NodaConstants.UnixEpoch).Max();
        var (asIs, asChanged) = (new LogDeadlines(model), new LogDeadlines(changed));
        var (byCategory, byUnit) = (new Sums(), new Sums());
        var (before, after) = (default(ReplayCount), default(ReplayCount));
        var later = 0;
        var unused = routes.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var one in cases)
        {
            unused.Remove(one.Category);
            unused.Remove(one.Unit);
            if (one.OpenedAt > until)
            {
                later++;
                continue;
            }

            var (was, becomes) = (Count(one, until, asIs.IsOverdue(one, until)), Count(one, until, asChanged.IsOverdue(one, until)));
            (before, after) = (before.Plus(was), after.Plus(becomes));
            byCategory.Add(one.Category, was, becomes);
            byUnit.Add(one.Unit, was, default);
            byUnit.Add(routes.GetValueOrDefault(one.Category) ?? routes.GetValueOrDefault(one.Unit) ?? one.Unit, default, becomes);
        }

        return new ReplayResult
        {
            At = until,
            Later = later,
            Before = before,
            After = after,
            ByCategory = byCategory.Rows(),
            ByUnit = byUnit.Rows(),
            Findings = new FindingReport(asIs.Findings().Concat(asChanged.Findings()).Distinct().Concat(Idle(model, changes)).Concat(unused.Order(StringComparer.Ordinal)
                .Select(static code => Finding.Warning(ReplayMessages.All["replay.unused-route", code], FindingPlace.Of(code))))),
        };
    }

    // A change of what a log does not tell of, such as the limit of a step, changes nothing here, and says so.
    private static IEnumerable<Finding> Idle(GovernanceModel model, EquatableArray<RuleChange> changes)
    {
        var made = new List<RuleChange>();
        var basis = new LogDeadlines(model).Basis();
        foreach (var change in changes.Where(static change => change.Parts[0] != Routing))
        {
            made.Add(change);

            // What is sound only together with a later change cannot be told apart from it.
            if (ModelChanges.Apply(model, made, out _) is not { } changed)
            {
                continue;
            }

            var now = new LogDeadlines(changed).Basis();
            if (string.Equals(now, basis, StringComparison.Ordinal))
            {
                yield return Finding.Warning(ReplayMessages.All["replay.idle-change", change.ToString()], FindingPlace.Of(change.Path));
            }

            basis = now;
        }
    }

    private static ReplayCount Count(LoggedCase one, Instant until, bool? overdue) => new(1, one.ClosedAt <= until ? 1 : 0, overdue == true ? 1 : 0, overdue is null ? 1 : 0);

    private sealed class Sums
    {
        private readonly SortedDictionary<string, (ReplayCount Before, ReplayCount After)> _rows = new(StringComparer.Ordinal);

        internal void Add(string code, ReplayCount before, ReplayCount after)
        {
            var row = _rows.GetValueOrDefault(code);
            _rows[code] = (row.Before.Plus(before), row.After.Plus(after));
        }

        internal EquatableArray<ReplayRow> Rows() => EquatableArray.From(_rows.Select(static row => new ReplayRow(row.Key, row.Value.Before, row.Value.After)));
    }
}
