using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Holds the days of a list's items against the times of its procedure: applied for so long ahead, decided within so long.</summary>
internal static class EntryTimes
{
    internal static FindingReport Audit(EntryProcedure procedure, EntryListDefinition list)
    {
        var check = new ListCheck();
        var decision = procedure.Lifecycle.Clocks.FirstOrDefault(static clock => string.Equals(clock.Code, EntryProcedure.Decision, StringComparison.Ordinal))?.Definition;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = list.Items[i];
            if ((item.AdjustedOn ?? item.AppliedOn) is not { } applied || item.Status < EntryStatus.Approved)
            {
                continue;
            }

            var at = procedure.Calendar.Zone.AtStartOfDay(applied).ToInstant();
            if (decision is not null && item.Approvals.Count > 0)
            {
                var last = item.Approvals.Max(static approval => approval.SignedOn);
                var due = procedure.Calendar.Due(at, decision.Limit, decision.Policy);
                if (due.IsKnown && last > due.On)
                {
                    check.Warning("permissions.entry-decided-late", $"/items/{i}/approvals", item.Code, item.Code, applied, decision.Limit, due.On, last);
                }
            }

            // What is urgent, and what is kept out, waits for no day.
            if (item.Category is EntryCategory.Statutory or EntryCategory.Assisted && procedure.EarliestStart(at) is { IsKnown: true } earliest && item.ValidFrom < earliest.On)
            {
                var message = procedure.Definition.ApplyAhead is null ? "permissions.entry-not-ahead" : "permissions.entry-too-late";
                check.Warning(message, $"/items/{i}/validFrom", item.Code, item.Code, item.ValidFrom, applied, procedure.Definition.ApplyAhead);
            }
        }

        return check.ToReport();
    }
}
