using GridGovernance.Sdk.Cases.Commands;

namespace GridGovernance.Sdk.Cases;

/// <summary>Says what a duplicate (重复件) may be merged into: an earlier open case of the same matter, so that no clock starts anew and no pointers form a circle.</summary>
internal static class CaseMerging
{
    internal static void Check(GridCase c, MergeCase command, List<Refusal> refusals)
    {
        var into = command.Into;
        if (into.MergedInto is { } further)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.merge-into-merged", into.Id) with { Nearest = CaseMessages.Texts["cases.nearest-merge", further] });
        }
        else if (!into.IsOpen)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.merge-into-closed", into.Id, into.State) with { Nearest = CaseMessages.Texts["cases.nearest-keep", c.Id] });
        }

        if (!string.Equals(into.Matter, c.Matter, StringComparison.Ordinal))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.merge-other-matter", into.Id, into.Matter, c.Matter) with { Nearest = CaseMessages.Texts["cases.nearest-keep", c.Id] });
        }

        // The clocks of the case that goes on are the ones that count: where they are another tier's, somebody must say why.
        if (!string.Equals(into.Tier, c.Tier, StringComparison.Ordinal) && string.IsNullOrWhiteSpace(command.Note))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.merge-other-tier", c.Id, c.Tier, into.Id, into.Tier) with { Nearest = CaseMessages.Texts["cases.nearest-note", command.Trigger] });
        }

        if (IsBefore(c, into))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.merge-into-later", c.Id, into.Id) with
            {
                Nearest = string.Equals(into.Id, c.Id, StringComparison.Ordinal) ? CaseMessages.Texts["cases.nearest-keep", c.Id] : CaseMessages.Texts["cases.nearest-merge-other-way", into.Id, c.Id],
            });
        }
    }

    // A case is not before itself, but may not be merged into itself either.
    private static bool IsBefore(GridCase c, GridCase into) =>
        c.ReportedAt < into.ReportedAt || (c.ReportedAt == into.ReportedAt && string.CompareOrdinal(c.Id, into.Id) <= 0);
}
