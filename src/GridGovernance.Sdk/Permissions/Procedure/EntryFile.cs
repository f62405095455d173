using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The file of one item of the entry list (准入事项档案): what it says now, and everything that was done to it.</summary>
/// <remarks>
/// <para>It is the fold of its events: replaying them gives the same file, always. Its <see cref="Item"/> stands in the list as it is.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record EntryFile
{
    private EntryFile(EntryListItem item, string state)
    {
        Item = item;
        State = state;
    }

    /// <summary>Gets the item, with its status, signatures and days.</summary>
    public EntryListItem Item { get; private init; }

    /// <summary>Gets the code of the state.</summary>
    public string State { get; private init; }

    /// <summary>Gets the new content that is under way while the item itself stays in force; null where there is none.</summary>
    public EntryListItem? Draft { get; private init; }

    /// <summary>Gets everything that happened, in order.</summary>
    public EquatableArray<EntryEvent> History { get; private init; }

    /// <summary>Gets what is signed: the new content under way, or the item.</summary>
    public EntryListItem Subject => Draft ?? Item;

    /// <summary>Folds one event.</summary>
    /// <param name="file">The file; null before the application.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The file after it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no file, and the event is no application.</exception>
    public static EntryFile Apply(EntryFile? file, EntryEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        file ??= new EntryFile(happened.Item ?? throw new ArgumentException($"A file begins with an application, but the event is \"{happened.Trigger}\".", nameof(happened)), happened.State);
        return file.After(happened) with { State = happened.State, History = file.History.Add(happened) };
    }

    /// <summary>Folds a history.</summary>
    /// <param name="history">The events, in order.</param>
    /// <returns>The file; null for no event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    public static EntryFile? Replay(IEnumerable<EntryEvent> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Aggregate(default(EntryFile), Apply);
    }

    /// <summary>Nothing holds before the day on which it was put in force.</summary>
    private static LocalDate Later(LocalDate? stated, LocalDate on) => stated > on ? stated.Value : on;

    private EntryFile After(EntryEvent happened) => happened.Trigger switch
    {
        EntryTriggers.Adjust => this with { Draft = happened.Item! with { Approvals = [], AdjustedOn = happened.On } },
        EntryTriggers.Sign when Draft is { } draft => this with { Draft = draft with { Approvals = draft.Approvals.Add(happened.Approval!) } },
        EntryTriggers.Refuse when Draft is not null => this with { Draft = null },
        EntryTriggers.Publish when Draft is { } draft => this with
        {
            Draft = null,
            Item = draft with
            {
                Status = EntryStatus.InForce, AppliedOn = Item.AppliedOn, ReviewedBy = Item.ReviewedBy, PublishedOn = happened.On, ReviewOn = happened.ReviewOn,

                // What it newly gives holds from its publication; the rest goes on.
                ValidFrom = EntryWidening.Widens(Item, draft) ? Later(draft.ValidFrom, happened.On) : draft.ValidFrom ?? Item.ValidFrom,
            },
        },
        _ => this with { Item = ItemAfter(happened) },
    };

    private EntryListItem ItemAfter(EntryEvent happened)
    {
        var item = Item with { Status = EntryProcedure.StatusOf(happened.State) };
        return happened.Trigger switch
        {
            EntryTriggers.Apply or EntryTriggers.Complete => happened.Item! with { Status = item.Status, AppliedOn = happened.On, Approvals = [], AdjustedOn = null, PublishedOn = null, ExitReason = null },
            EntryTriggers.Sign => item with { Approvals = item.Approvals.Add(happened.Approval!) },
            EntryTriggers.Review => item with { ReviewedBy = happened.By },
            EntryTriggers.Publish => item with { PublishedOn = happened.On, ReviewOn = happened.ReviewOn ?? item.ReviewOn },
            EntryTriggers.Enter or EntryTriggers.AdmitTemporarily => item with { ValidFrom = Later(item.ValidFrom, happened.On), ReviewOn = happened.ReviewOn ?? item.ReviewOn },
            EntryTriggers.Withdraw or EntryTriggers.Refuse => item with { ExitReason = happened.Reason },
            _ => item with { ReviewOn = happened.ReviewOn ?? item.ReviewOn },
        };
    }
}
