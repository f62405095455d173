using System.Globalization;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Reads the lines of one broadcast's log, and says everything that is wrong with them.</summary>
internal sealed class BroadcastLogReader
{
    private readonly EquatableArray<BroadcastEntry> _entries;
    private readonly WorkCalendar _calendar;

    internal BroadcastLogReader(EquatableArray<BroadcastEntry> entries, WorkCalendar calendar) => (_entries, _calendar) = (entries, calendar);

    internal List<Finding> Findings { get; } = [];

    internal Broadcast? Read()
    {
        var issued = Enumerable.Range(0, _entries.Count).Where(i => _entries[i].Event == BroadcastEntryKind.Issued).ToArray();
        if (issued.Length != 1)
        {
            Findings.Add(FieldworkMessages.Fault(issued.Length == 0 ? "" : Path(issued[1], "event"), FieldworkMessages.Texts["fieldwork.issued-count", issued.Length]));
            return null;
        }

        var first = _entries[issued[0]];
        if (string.IsNullOrWhiteSpace(first.Broadcast))
        {
            Missing(issued[0], "broadcast");
        }

        var plan = Plan(issued[0], first);
        if (DueAt(issued[0], first) is not { } due || plan is null)
        {
            return null;
        }

        var events = Events(issued[0], plan, due);
        if (plan.HouseholdCount == 0 && !Findings.Exists(static finding => finding.Severity == FindingSeverity.Error))
        {
            // A log whose first lines are lost would read as a success.
            Findings.Add(FieldworkMessages.Fault(Path(issued[0], "event"), FieldworkMessages.Texts["fieldwork.nobody-to-reach", plan.Id]));
        }

        return Findings.Exists(static finding => finding.Severity == FindingSeverity.Error) ? null : Broadcast.Replay(plan, events);
    }

    private static string Path(int row, string member) => string.Create(CultureInfo.InvariantCulture, $"/rows/{row}/{member}");

    private Instant? DueAt(int row, BroadcastEntry issued)
    {
        if (issued.At is not { } at)
        {
            Missing(row, "at");
            return null;
        }

        if ((issued.Limit is null) == (issued.DueAt is null))
        {
            Findings.Add(FieldworkMessages.Fault(Path(row, "limit"), FieldworkMessages.Texts["fieldwork.limit-or-due"]));
            return null;
        }

        if (issued.DueAt is { } stated)
        {
            if (stated <= at)
            {
                Findings.Add(FieldworkMessages.Fault(Path(row, "dueAt"), FieldworkMessages.Texts["fieldwork.due-before-issue", stated, at]));
            }

            return stated;
        }

        var due = _calendar.Due(at, issued.Limit!.Value, CountingPolicy.CivilCode);
        if (due.IsKnown)
        {
            return due.At;
        }

        Findings.Add(FieldworkMessages.Fault(Path(row, "limit"), FieldworkMessages.Texts["fieldwork.calendar-unknown", due.UnknownDay]));
        return null;
    }

    private BroadcastPlan? Plan(int row, BroadcastEntry issued)
    {
        var cells = new List<int>();
        var routes = new List<BroadcastRoute>();
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            if (entry.Event != BroadcastEntryKind.Cell)
            {
                continue;
            }

            if (entry.Cell is not { } cell)
            {
                Missing(i, "cell");
                continue;
            }

            cells.Add(i);
            routes.Add(new BroadcastRoute { Cell = cell, Households = entry.Households, Chain = entry.Chain });
        }

        if (issued.By is not { } origin)
        {
            Missing(row, "by");
            return null;
        }

        var channels = issued.Channels.Count > 0 ? issued.Channels
            : EquatableArray.From(_entries.Select(static entry => entry.Channel).OfType<string>().Distinct(StringComparer.Ordinal));
        // Where a due time stands instead of a limit, any limit will do: it is not counted.
        var policy = BroadcastLog.Policy(issued.Limit ?? new TimeLimit(1, LimitUnit.UrgentHours), channels);
        var plan = BroadcastPlan.Create(issued.Broadcast is { Length: > 0 } id && !string.IsNullOrWhiteSpace(id) ? id : "unnamed", policy, origin, EquatableArray.From(routes), out var report);
        foreach (var finding in report.Where(static finding => finding.Code != "fieldwork.nobody-to-reach"))
        {
            var path = finding.Place.Path ?? "";
            var parts = path.Split('/');
            var place = parts is ["", "routes", var route, ..]
                ? Path(cells[int.Parse(route, CultureInfo.InvariantCulture)], string.Join('/', parts[3..]))
                : Path(row, parts is ["", "policy", "channels", ..] ? "channels" : "limit");
            Findings.Add(finding with { Place = finding.Place with { Path = place } });
        }

        return plan;
    }

    private List<BroadcastEvent> Events(int issuedAt, BroadcastPlan plan, Instant due)
    {
        var events = new List<BroadcastEvent>();
        var ended = false;
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            if (entry.Event == BroadcastEntryKind.Cell)
            {
                continue;
            }

            if (entry.At is not { } at)
            {
                Missing(i, "at");
                continue;
            }

            if (entry.By is not { } by)
            {
                Missing(i, "by");
                continue;
            }

            if (i < issuedAt || ended || (events.Count > 0 && at < events[^1].At))
            {
                Findings.Add(FieldworkMessages.Fault(Path(i, "at"), FieldworkMessages.Texts["fieldwork.entry-out-of-order", i + 1]));
                continue;
            }

            if (Event(i, entry, plan, due) is { } e)
            {
                events.Add(e with { At = at, By = by });
                ended = e is BroadcastSuperseded or BroadcastRecalled;
            }
        }

        return events;
    }

    private BroadcastEvent? Event(int row, BroadcastEntry entry, BroadcastPlan plan, Instant due)
    {
        switch (entry.Event)
        {
            case BroadcastEntryKind.Issued:
                return new BroadcastIssued(due) { At = default, By = default };
            case BroadcastEntryKind.Relayed when entry.To is not { } to:
                Missing(row, "to");
                return null;
            case BroadcastEntryKind.Relayed when !plan.TryFindSeat(entry.To!.Value, out _):
                Findings.Add(FieldworkMessages.Fault(Path(row, "to"), FieldworkMessages.Texts["fieldwork.not-in-chain", entry.To.Value.ToString(), plan.Id]));
                return null;
            case BroadcastEntryKind.Relayed:
                return new NoticeRelayed(entry.To!.Value) { At = default, By = default };
            case BroadcastEntryKind.Reached or BroadcastEntryKind.NotReached:
                return Households(row, entry, plan);
            case BroadcastEntryKind.Warned when entry.Share is not (> 0 and < 1):
                Findings.Add(FieldworkMessages.Fault(Path(row, "share"), FieldworkMessages.Texts["fieldwork.warning-order", entry.Share]));
                return null;
            case BroadcastEntryKind.Warned:
                return new BroadcastWarned(entry.Share.Value) { At = default, By = default };
            default:
                return End(row, entry, plan);
        }
    }

    private BroadcastEvent? End(int row, BroadcastEntry entry, BroadcastPlan plan)
    {
        if (string.IsNullOrWhiteSpace(entry.Note))
        {
            Missing(row, "note");
            return null;
        }

        if (entry.By != plan.Origin)
        {
            Findings.Add(FieldworkMessages.Fault(Path(row, "by"), FieldworkMessages.Texts["fieldwork.not-the-issuer", entry.By?.ToString(), plan.Origin.ToString()]));
        }

        return entry.Event == BroadcastEntryKind.Superseded
            ? new BroadcastSuperseded(entry.Note) { At = default, By = default }
            : new BroadcastRecalled(entry.Note) { At = default, By = default };
    }

    private BroadcastEvent? Households(int row, BroadcastEntry entry, BroadcastPlan plan)
    {
        var channel = entry.Channel is null ? 0 : plan.Policy.ChannelOf(entry.Channel);
        if (channel < 0)
        {
            Findings.Add(FieldworkMessages.Fault(
                Path(row, "channel"), FieldworkMessages.Texts["fieldwork.unknown-channel", entry.Channel, string.Join(", ", plan.Policy.Channels.Select(static one => one.Code))]));
        }

        var positions = new List<int>();
        for (var k = 0; k < entry.Households.Count; k++)
        {
            if (plan.TryFindHousehold(entry.Households[k], out var household))
            {
                positions.Add(household);
            }
            else
            {
                Findings.Add(FieldworkMessages.Fault(
                    Path(row, string.Create(CultureInfo.InvariantCulture, $"households/{k}")), FieldworkMessages.Texts["fieldwork.unknown-household", entry.Households[k], plan.Id]));
            }
        }

        // What a seat outside the chain says is kept, and doubted.
        if (entry.By is { } by && positions.Select(plan.RouteOf).Distinct().FirstOrDefault(route => !plan.Routes[route].Chain.Contains(by), -1) is >= 0 and var outside)
        {
            Findings.Add(Finding.Warning(
                FieldworkMessages.Texts["fieldwork.reached-from-outside", by.ToString(), plan.Routes[outside].Cell.ToString()], FindingPlace.At(Path(row, "by")) with { Subject = by.ToString() }));
        }

        var named = EquatableArray.From(positions);
        return entry.Event == BroadcastEntryKind.Reached
            ? new HouseholdsReached(named, channel) { At = default, By = default }
            : new HouseholdsNotReached(named, channel) { At = default, By = default };
    }

    private void Missing(int row, string member) =>
        Findings.Add(FieldworkMessages.Fault(Path(row, member), FieldworkMessages.Texts["fieldwork.missing-member", _entries[row].Event, member]));
}
