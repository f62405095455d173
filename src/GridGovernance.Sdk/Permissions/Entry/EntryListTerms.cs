using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Looks at the terms of an entry list's items.</summary>
internal static class EntryListTerms
{
    internal static FindingReport Between(EntryListDefinition definition, LocalDate from, LocalDate to)
    {
        var findings = new List<Finding>();
        for (var i = 0; i < definition.Items.Count; i++)
        {
            var (path, item) = ($"/items/{i}", definition.Items[i]);
            if (item.Status is not (EntryStatus.InForce or EntryStatus.Suspended))
            {
                continue;
            }

            if (item.Status == EntryStatus.Suspended)
            {
                Add(FindingSeverity.Info, "permissions.item-suspended", path + "/status", item);
            }

            if (item.ValidTo is { } last && last < to)
            {
                Add(last < from ? FindingSeverity.Warning : FindingSeverity.Info, last < from ? "permissions.item-over" : "permissions.item-ends", path + "/validTo", item, last);
            }

            if (item.ValidFrom is { } first && first > from)
            {
                Add(FindingSeverity.Info, "permissions.item-begins", path + "/validFrom", item, first);
            }

            if (item.ReviewOn < from && !(item.ValidTo < from))
            {
                Add(FindingSeverity.Warning, "permissions.item-review-due", path + "/reviewOn", item, item.ReviewOn);
            }
        }

        return new FindingReport(findings);

        void Add(FindingSeverity severity, string message, string path, EntryListItem item, params ReadOnlySpan<object?> values) => findings.Add(
            new Finding(severity, PermissionMessages.Catalogue[message, [item.Code, .. values]]) { Place = FindingPlace.At(path) with { Subject = item.Code } });
    }
}
