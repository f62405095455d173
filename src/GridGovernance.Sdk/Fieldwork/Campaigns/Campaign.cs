using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A collection campaign (采集行动): the fold of its events over its plan.</summary>
/// <remarks>A cell is done when every item was handed in. Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class Campaign
{
    private readonly CampaignEvent[] _events;

    private Campaign(CampaignPlan plan, CampaignEvent[] events)
    {
        (Plan, _events) = (plan, events);
        var opened = (CampaignOpened)events[0];
        (OpenedAt, DueAt) = (opened.At, opened.DueAt);
    }

    /// <summary>Gets the plan.</summary>
    public CampaignPlan Plan { get; }

    /// <summary>Gets when it began.</summary>
    public Instant OpenedAt { get; }

    /// <summary>Gets when every cell must be done.</summary>
    public Instant DueAt { get; }

    /// <summary>Gets when the last event happened.</summary>
    public Instant ChangedAt => _events[^1].At;

    /// <summary>Gets the number of events: the version at which the next ones are appended.</summary>
    public int Version => _events.Length;

    /// <summary>Gets a value indicating whether it was closed.</summary>
    public bool IsClosed => _events[^1] is CampaignClosed;

    /// <summary>Folds the events of a campaign.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="events">The events, in order; at least one.</param>
    /// <returns>The campaign.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The first event is not <see cref="CampaignOpened"/>, a later one is, one is earlier than the one before,
    /// follows the end, or names a cell or an item that the plan lacks.</exception>
    public static Campaign Replay(CampaignPlan plan, IEnumerable<CampaignEvent> events)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(events);
        var all = events.ToArray();
        for (var i = 0; i < Math.Max(1, all.Length); i++)
        {
            var isFirst = i == 0;
            var isSound = i < all.Length && all[i] is CampaignOpened == isFirst && (isFirst || (all[i].At >= all[i - 1].At && all[i - 1] is not CampaignClosed)) && all[i] switch
            {
                CellCollected collected => (uint)collected.Cell < (uint)plan.Cells.Count && collected.People >= 0
                    && collected.Items.All(item => (uint)item < (uint)plan.Definition.Items.Count),
                CellReturned returned => (uint)returned.Cell < (uint)plan.Cells.Count,
                _ => true,
            };
            if (!isSound)
            {
                throw new ArgumentException(
                    $"The first event of a campaign, and no other, must be \"{nameof(CampaignOpened)}\", and each must follow the one before and name what the plan has, but event {i} does not.", nameof(events));
            }
        }

        return new Campaign(plan, all);
    }

    /// <summary>Returns the campaign after more events.</summary>
    /// <param name="events">The events, in order.</param>
    /// <returns>The campaign after them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is out of place, as <see cref="Replay"/> says.</exception>
    public Campaign With(IEnumerable<CampaignEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Replay(Plan, _events.Concat(events));
    }

    /// <summary>Says how each cell stands at an instant.</summary>
    /// <remarks>What brings no item that is not there yet is a repetition and counts for nothing; of several items the largest number of people counts, since the same people are behind them.</remarks>
    /// <param name="at">The instant.</param>
    /// <returns>A state for each cell, in the order of the plan.</returns>
    public EquatableArray<CampaignCellState> CellsAt(Instant at)
    {
        var states = new CampaignCellState[Plan.Cells.Count];
        var items = new ulong[states.Length];
        foreach (var e in _events.TakeWhile(e => e.At <= at))
        {
            if (e is CellCollected { Cell: var cell } collected && (Bits(collected.Items) & ~items[cell]) != 0)
            {
                items[cell] |= Bits(collected.Items);
                var isDone = items[cell] == Plan.AllItems;
                states[cell] = states[cell] with
                {
                    DoneAt = isDone ? states[cell].DoneAt ?? e.At : null,
                    People = Math.Max(states[cell].People, collected.People),
                };
            }
            else if (e is CellReturned { Cell: var back })
            {
                items[back] = 0;
                states[back] = new CampaignCellState(null, 0, states[back].Returns + 1);
            }
        }

        return EquatableArray.Create<CampaignCellState>(states);
    }

    /// <summary>Returns the items that a cell still lacks at an instant.</summary>
    /// <param name="cell">The position of the cell.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The positions of the items; empty when it is done.</returns>
    public EquatableArray<int> MissingItems(int cell, Instant at)
    {
        var items = 0UL;
        foreach (var e in _events.TakeWhile(e => e.At <= at))
        {
            items = e is CellReturned returned && returned.Cell == cell ? 0 : e is CellCollected collected && collected.Cell == cell ? items | Bits(collected.Items) : items;
        }

        return EquatableArray.From(Enumerable.Range(0, Plan.Definition.Items.Count).Where(item => (items & (1UL << item)) == 0));
    }

    /// <summary>Says how far it is at an instant.</summary>
    /// <param name="at">The instant; not before the beginning.</param>
    /// <returns>The status, from the events up to and including the instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the beginning.</exception>
    public CampaignStatus StatusAt(Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, OpenedAt);
        var cells = CellsAt(at);
        var done = Enumerable.Range(0, cells.Count).Where(cell => cells[cell].DoneAt is not null).ToArray();
        var first = done.Length == 0 ? -1 : done.MinBy(cell => cells[cell].DoneAt);
        var last = done.Length == 0 ? (Instant?)null : done.Max(cell => cells[cell].DoneAt);
        var isComplete = done.Length == cells.Count;
        var closedAt = IsClosed && ChangedAt <= at ? ChangedAt : (Instant?)null;
        EquatableArray<GridCode> Named(Func<CampaignCellState, bool> which) => EquatableArray.From(Enumerable.Range(0, cells.Count).Where(cell => which(cells[cell])).Select(cell => Plan.Cells[cell]));
        return new CampaignStatus
        {
            At = at,
            OpenedAt = OpenedAt,
            DueAt = DueAt,
            Cells = cells.Count,
            Done = done.Length,
            LateCells = Named(state => IsLate(state, at)),
            OpenCells = Named(static state => state.DoneAt is null),
            People = cells.Sum(static state => state.People),
            FirstCell = first < 0 ? null : Plan.Cells[first],
            FirstAfter = first < 0 ? null : cells[first].DoneAt - OpenedAt,
            AllAfter = isComplete ? (last ?? OpenedAt) - OpenedAt : null,
            Elapsed = (isComplete ? last ?? OpenedAt : closedAt ?? at) - OpenedAt,
            IsClosed = closedAt is not null,
        };
    }

    /// <summary>Sums the cells up to the units of a level (逐级汇总).</summary>
    /// <param name="unitOf">Returns the unit that holds a cell, such as <c>cell => map.AncestorAt(cell, "village")?.Code ?? cell</c>.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The progress of each unit, in the order of their codes; together they count every cell once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unitOf"/> is null.</exception>
    public EquatableArray<CampaignProgress> ProgressBy(Func<GridCode, GridCode> unitOf, Instant at)
    {
        ArgumentNullException.ThrowIfNull(unitOf);
        var states = CellsAt(at);
        var units = new SortedDictionary<GridCode, CampaignProgress>();
        for (var cell = 0; cell < states.Count; cell++)
        {
            var unit = unitOf(Plan.Cells[cell]);
            var sum = units.GetValueOrDefault(unit);
            units[unit] = new CampaignProgress(
                unit, sum.Cells + 1, sum.Done + (states[cell].DoneAt is null ? 0 : 1), sum.Late + (IsLate(states[cell], at) ? 1 : 0), checked(sum.People + states[cell].People));
        }

        return EquatableArray.From(units.Values);
    }

    /// <summary>The seat that handed in last what a cell has; null where nothing is there.</summary>
    internal Staffing.Seat? HandedInBy(int cell) => _events.LastOrDefault(e => e is CellCollected collected && collected.Cell == cell)?.By;

    /// <summary>The seat that began the campaign.</summary>
    internal Staffing.Seat OpenedBy => _events[0].By;

    private bool IsLate(CampaignCellState state, Instant at) => (state.DoneAt ?? at) > DueAt;

    private ulong Bits(EquatableArray<int> items)
    {
        var bits = items.Count == 0 ? Plan.AllItems : 0;
        foreach (var item in items)
        {
            bits |= 1UL << item;
        }

        return bits;
    }
}
