using System.Globalization;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Turns the lines of a campaign's log into the campaign, and the campaign into lines.</summary>
public static class CampaignLog
{
    /// <summary>The code of the definition that a log makes.</summary>
    public const string DefinitionCode = "logged";

    /// <summary>Compiles the lines of a log.</summary>
    /// <param name="entries">The lines, in order.</param>
    /// <param name="calendar">Counts the limit.</param>
    /// <param name="report">Everything that is wrong, with the paths <c>/rows/0/…</c>; a line that hands in what was handed in before is a warning, and counts once.</param>
    /// <returns>The campaign; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public static Campaign? Compile(EquatableArray<CampaignEntry> entries, WorkCalendar calendar, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var findings = new List<Finding>();
        var campaign = Read(entries, calendar, findings);
        report = new FindingReport(findings);
        return report.HasErrors ? null : campaign;
    }

    /// <summary>Writes a campaign down.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="events">The events.</param>
    /// <returns>The lines, which <see cref="Compile"/> reads back as the same course.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEnumerable<CampaignEntry> Write(CampaignPlan plan, IEnumerable<CampaignEvent> events)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(events);
        foreach (var e in events)
        {
            CampaignEntry Entry(CampaignEntryKind kind) => new() { Event = kind, At = e.At, By = e.By };
            yield return e switch
            {
                CampaignOpened opened => Entry(CampaignEntryKind.Opened) with { Campaign = plan.Id, DueAt = opened.DueAt, Cells = plan.Cells, Items = plan.Definition.Items },
                CellCollected collected => Entry(CampaignEntryKind.Collected) with
                {
                    Cell = plan.Cells[collected.Cell],
                    People = collected.People,
                    Items = EquatableArray.From(collected.Items.Select(item => plan.Definition.Items[item])),
                },
                CellReturned returned => Entry(CampaignEntryKind.Returned) with { Cell = plan.Cells[returned.Cell], Note = returned.Reason },
                _ => Entry(CampaignEntryKind.Closed),
            };
        }
    }

    private static string Path(int row, string member) => string.Create(CultureInfo.InvariantCulture, $"/rows/{row}/{member}");

    private static Campaign? Read(EquatableArray<CampaignEntry> entries, WorkCalendar calendar, List<Finding> findings)
    {
        var opened = entries.Count(static entry => entry.Event == CampaignEntryKind.Opened);
        if (opened != 1 || entries[0].Event != CampaignEntryKind.Opened)
        {
            findings.Add(FieldworkMessages.Fault("", FieldworkMessages.Texts["fieldwork.opened-first", opened]));
            return null;
        }

        var (due, plan) = (DueAt(entries[0], calendar, findings), Plan(entries[0], findings));
        if (due is null || plan is null)
        {
            return null;
        }

        var events = new List<CampaignEvent>();
        var there = new ulong[plan.Cells.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            if (events.Count > 0 && (entries[i].At < events[^1].At || events[^1] is CampaignClosed))
            {
                findings.Add(FieldworkMessages.Fault(Path(i, "at"), FieldworkMessages.Texts["fieldwork.line-out-of-order", i + 1]));
            }
            else if (Event(entries[i], i, plan, due.Value, findings) is { } e)
            {
                events.Add(e);
                Repeats(e, i, plan, there, findings);
            }
        }

        return findings.Exists(static finding => finding.Severity == FindingSeverity.Error) ? null : Campaign.Replay(plan, events);
    }

    // A line that was sent again is kept, doubted and counted once.
    private static void Repeats(CampaignEvent e, int row, CampaignPlan plan, ulong[] there, List<Finding> findings)
    {
        if (e is CellReturned returned)
        {
            there[returned.Cell] = 0;
        }
        else if (e is CellCollected collected)
        {
            var bits = collected.Items.Count == 0 ? plan.AllItems : collected.Items.Aggregate(0UL, static (bits, item) => bits | (1UL << item));
            if ((bits & ~there[collected.Cell]) == 0)
            {
                var cell = plan.Cells[collected.Cell].ToString();
                findings.Add(Finding.Warning(FieldworkMessages.Texts["fieldwork.collected-before", cell], FindingPlace.At(Path(row, "cell")) with { Subject = cell }));
            }

            there[collected.Cell] |= bits;
        }
    }

    private static Instant? DueAt(CampaignEntry first, WorkCalendar calendar, List<Finding> findings)
    {
        if ((first.Limit is null) == (first.DueAt is null))
        {
            findings.Add(FieldworkMessages.Fault(Path(0, "limit"), FieldworkMessages.Texts["fieldwork.either-limit-or-due"]));
            return null;
        }

        if (first.DueAt is { } stated)
        {
            if (stated <= first.At)
            {
                findings.Add(FieldworkMessages.Fault(Path(0, "dueAt"), FieldworkMessages.Texts["fieldwork.due-before-start", stated, first.At]));
            }

            return stated;
        }

        var due = calendar.Due(first.At, first.Limit!.Value, CountingPolicy.CivilCode);
        if (!due.IsKnown)
        {
            findings.Add(FieldworkMessages.Fault(Path(0, "limit"), FieldworkMessages.Texts["fieldwork.calendar-unknown", due.UnknownDay]));
        }

        return due.IsKnown ? due.At : null;
    }

    private static CampaignPlan? Plan(CampaignEntry first, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(first.Campaign))
        {
            findings.Add(FieldworkMessages.Fault(Path(0, "campaign"), FieldworkMessages.Texts["fieldwork.campaign-unnamed"]));
            return null;
        }

        if (first.Cells.Count == 0)
        {
            // A log that has lost its cells would read as a success.
            findings.Add(FieldworkMessages.Fault(Path(0, "cells"), FieldworkMessages.Texts["fieldwork.no-cells", first.Campaign]));
            return null;
        }

        var definition = new CampaignDefinition { Code = DefinitionCode, Limit = first.Limit ?? new TimeLimit(1, LimitUnit.UrgentHours), Items = first.Items };
        var plan = CampaignPlan.Create(first.Campaign, definition, first.Cells, null, out var report);
        findings.AddRange(report.Select(static finding => finding with { Place = finding.Place with { Path = "/rows/0" + finding.Place.Path } }));
        return plan;
    }

    private static CampaignEvent? Event(CampaignEntry entry, int row, CampaignPlan plan, Instant due, List<Finding> findings)
    {
        if (entry.Event is CampaignEntryKind.Opened)
        {
            return new CampaignOpened(due) { At = entry.At, By = entry.By };
        }

        if (entry.Event is CampaignEntryKind.Closed)
        {
            return new CampaignClosed { At = entry.At, By = entry.By };
        }

        var known = findings.Count;
        if (!plan.TryFindCell(entry.Cell ?? GridCode.None, out var cell))
        {
            findings.Add(FieldworkMessages.Fault(Path(row, "cell"), FieldworkMessages.Texts["fieldwork.cell-not-in-campaign", entry.Cell?.ToString(), plan.Id]));
        }

        if (entry.People < 0)
        {
            findings.Add(FieldworkMessages.Fault(Path(row, "people"), FieldworkMessages.Texts["fieldwork.negative-people", entry.People]));
        }

        var items = new List<int>();
        for (var k = 0; k < entry.Items.Count; k++)
        {
            items.Add(plan.Definition.Items.AsSpan().IndexOf(entry.Items[k]));
            if (items[^1] < 0)
            {
                findings.Add(FieldworkMessages.Fault(
                    Path(row, string.Create(CultureInfo.InvariantCulture, $"items/{k}")), FieldworkMessages.Texts["fieldwork.item-not-in-campaign", entry.Items[k], plan.Id]));
            }
        }

        return findings.Count > known ? null
            : entry.Event is CampaignEntryKind.Returned ? new CellReturned(cell, entry.Note ?? "") { At = entry.At, By = entry.By }
            : new CellCollected(cell, EquatableArray.From(items), entry.People) { At = entry.At, By = entry.By };
    }
}
