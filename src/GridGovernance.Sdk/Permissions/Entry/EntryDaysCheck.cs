using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds days of an item that cannot be: published before it was signed, signed before it was applied for, a term from before.</summary>
internal static class EntryDaysCheck
{
    internal static void Run(ListCheck check, string path, EntryListItem item, EntryListDefinition list)
    {
        (string Member, LocalDate? Day) last = ("appliedOn", item.AppliedOn);
        Follow("adjustedOn", item.AdjustedOn);
        var before = last;
        for (var i = 0; i < item.Approvals.Count; i++)
        {
            last = before;
            Follow($"approvals/{i}/signedOn", item.Approvals[i].SignedOn);
        }

        last = item.Approvals.Count == 0 ? before : ("signedOn", item.Approvals.Max(static approval => approval.SignedOn));
        Follow("publishedOn", item.PublishedOn);
        if (item.PublishedOn > item.ValidFrom && item.Category != EntryCategory.Temporary)
        {
            check.Warning("permissions.published-after-start", path + "/publishedOn", item.Code, item.Code, item.PublishedOn, item.ValidFrom);
        }

        if (item.Category == EntryCategory.Temporary)
        {
            Term(check, path, item, list);
        }

        void Follow(string member, LocalDate? day)
        {
            if (day < last.Day)
            {
                check.Error("permissions.days-out-of-order", $"{path}/{member}", item.Code, item.Code, last.Member, last.Day, member, day);
            }

            last = day is null ? last : (member, day);
        }
    }

    private static void Term(ListCheck check, string path, EntryListItem item, EntryListDefinition list)
    {
        if (item.ValidFrom < item.AppliedOn)
        {
            check.Error("permissions.entry-begins-before", path + "/validFrom", item.Code, item.Code, item.ValidFrom, item.AppliedOn);
        }

        if (list.LongestTemporaryTerm is { } longest && (item.ValidFrom ?? item.AppliedOn) is { } first && item.ValidTo is { } end && end > TermLength.LastDay(first, longest))
        {
            check.Error("permissions.temporary-too-long", path + "/validTo", item.Code, item.Code, longest, first, end);
        }
    }
}
