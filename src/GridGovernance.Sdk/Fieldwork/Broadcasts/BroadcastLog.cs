using System.Globalization;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Turns the lines of a broadcast's log into the notice, and the notice into lines.</summary>
public static class BroadcastLog
{
    /// <summary>The code of the policy that a log makes, which says its limit alone.</summary>
    public const string PolicyCode = "logged";

    private const string AnyChannel = "unstated";

    /// <summary>Compiles the lines of a log.</summary>
    /// <param name="entries">The lines, in order.</param>
    /// <param name="calendar">Counts the limit.</param>
    /// <param name="report">Everything that is wrong, with the paths <c>/rows/0/…</c>; a cell that nobody reaches is a warning.</param>
    /// <returns>The notice; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public static Broadcast? Compile(EquatableArray<BroadcastEntry> entries, WorkCalendar calendar, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var reader = new BroadcastLogReader(entries, calendar);
        var broadcast = reader.Read();
        report = new FindingReport(reader.Findings);
        return report.HasErrors ? null : broadcast;
    }

    /// <summary>Writes a notice down.</summary>
    /// <param name="broadcast">The notice.</param>
    /// <returns>The lines, which <see cref="Compile"/> reads back as the same course; of the policy the channels and the due time are kept, and no gaps.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="broadcast"/> is null.</exception>
    public static IEnumerable<BroadcastEntry> Write(Broadcast broadcast)
    {
        ArgumentNullException.ThrowIfNull(broadcast);
        var plan = broadcast.Plan;
        foreach (var route in plan.Routes)
        {
            yield return new BroadcastEntry { Event = BroadcastEntryKind.Cell, Cell = route.Cell, Households = route.Households, Chain = route.Chain };
        }

        for (var i = 0; i < broadcast.Version; i++)
        {
            yield return ToEntry(plan, broadcast.Event(i));
        }
    }

    internal static BroadcastPolicy Policy(TimeLimit limit, EquatableArray<string> channels) => new()
    {
        Code = PolicyCode,
        Limit = limit,
        Channels = channels.Count == 0 ? [new BroadcastChannel { Code = AnyChannel, Name = new LocalizedText(AnyChannel, AnyChannel) }]
            : EquatableArray.From(channels.Select(static code => new BroadcastChannel { Code = code, Name = new LocalizedText(code, code) })),
    };

    private static BroadcastEntry ToEntry(BroadcastPlan plan, BroadcastEvent e)
    {
        BroadcastEntry Entry(BroadcastEntryKind kind) => new() { Event = kind, At = e.At, By = e.By };
        EquatableArray<string> Ids(EquatableArray<int> households) => EquatableArray.From(households.Select(plan.Household));
        return e switch
        {
            BroadcastIssued issued => Entry(BroadcastEntryKind.Issued) with
            {
                Broadcast = plan.Id,
                DueAt = issued.DueAt,
                Channels = EquatableArray.From(plan.Policy.Channels.Select(static channel => channel.Code)),
            },
            NoticeRelayed relayed => Entry(BroadcastEntryKind.Relayed) with { To = relayed.To },
            HouseholdsReached reached => Entry(BroadcastEntryKind.Reached) with { Households = Ids(reached.Households), Channel = plan.Policy.Channels[reached.Channel].Code },
            HouseholdsNotReached failed => Entry(BroadcastEntryKind.NotReached) with { Households = Ids(failed.Households), Channel = plan.Policy.Channels[failed.Channel].Code },
            BroadcastWarned warned => Entry(BroadcastEntryKind.Warned) with { Share = warned.Share },
            BroadcastSuperseded superseded => Entry(BroadcastEntryKind.Superseded) with { Note = superseded.Successor },
            _ => Entry(BroadcastEntryKind.Recalled) with { Note = ((BroadcastRecalled)e).Reason },
        };
    }
}
