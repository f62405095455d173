namespace GridGovernance.Sdk.Permissions;

/// <summary>Which status of an item each state of its procedure stands for.</summary>
internal static class EntryStates
{
    private static readonly (string State, EntryStatus Status)[] Pairs =
    [
        ("applied", EntryStatus.Applied),
        ("to-be-completed", EntryStatus.ToBeCompleted),
        ("received", EntryStatus.Received),
        ("under-review", EntryStatus.UnderReview),
        ("refused", EntryStatus.Refused),

        // Given up before it was approved: it never was on the list.
        ("given-up", EntryStatus.Refused),
        ("approved", EntryStatus.Approved),
        ("published", EntryStatus.Published),
        ("in-force", EntryStatus.InForce),
        ("adjusting", EntryStatus.InForce),
        ("adjustment-approved", EntryStatus.InForce),
        ("suspended", EntryStatus.Suspended),
        ("withdrawn", EntryStatus.Withdrawn),
    ];

    internal static IEnumerable<string> All => Pairs.Select(static pair => pair.State);

    internal static EntryStatus? StatusOf(string state)
    {
        foreach (var (code, status) in Pairs)
        {
            if (string.Equals(code, state, StringComparison.Ordinal))
            {
                return status;
            }
        }

        return null;
    }
}
