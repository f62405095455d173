using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Every decision that hangs on nothing but who asks, what for and when, decided beforehand.</summary>
/// <remarks>
/// <para>A cell is a matter, an action, a post and a level; it holds its entries over time or points at them or, where departments differ, at a row of such
/// series, one a department. Equal rows and series are kept once, so that a list of a hundred thousand rules is as small as the number of
/// different things that it says; and every question takes the same few steps. Numbers of a question hold the entry itself.</para>
/// <para>Rules that name places or conditions are left open, to be looked at when asked; where the table would grow out of proportion there is none.</para>
/// </remarks>
internal sealed class DecisionTable
{
    private const int MostCells = 1 << 23;
    private const int MostEntries = 1 << 22;
    private const int MostNumbers = 1 << 26;
    private const int MostTimes = 32;

    // An entry: bits 0–2 the strongest permitting stance in one's own area, bits 4–6 the strongest that holds beyond it; bit 7 that rules are left open, bit 3
    // that some are which say nothing while no condition holds; above them the chain of the rules left open. While rules are joined, bit 8 that all is forbidden.
    private const int OwnArea = 0x07;
    private const int Anywhere = 0x70;
    private const int OpenOnCondition = 0x08;
    private const int Open = 0x80;
    private const int Forbidden = 0x100;
    private const int ChainShift = 9;
    private const int MostChains = 1 << 22;

    // Days as numbers in their order, with days that never come at the end.
    private readonly int[] _changes;
    private readonly bool _isTimed;
    private readonly int _actions;
    private readonly int _posts;
    private readonly int _kinds;

    // A level and a kind of unit are one number: where no rule names a kind, the level's own.
    private readonly int _levels;
    private readonly int _departments;
    private readonly int _times;

    private readonly DecisionCell[] _cells = [];
    private readonly int[] _rows = [];
    private readonly int[] _series = [];
    private readonly OpenRules _open = new();

    internal DecisionTable(CompiledRule[] rules, RuleTable table, int posts, int levels, int kinds, int departments)
    {
        (_actions, _posts, _levels, _kinds, _departments) = (table.Actions.Count, posts, levels * kinds, kinds, departments + 1);
        var changes = rules.SelectMany(static rule => new[] { rule.From, rule.To }.Zip([0, 1])).Where(static day => day.First > LocalDate.MinIsoValue && day.First < LocalDate.MaxIsoValue)
            .Select(static day => NumberOf(day.First.PlusDays(day.Second))).Distinct().Order().ToArray();
        _isTimed = changes.Length < MostTimes;
        changes = _isTimed ? changes : [];
        _changes = [.. changes, .. Enumerable.Repeat(int.MaxValue, (Vector256<int>.Count - (changes.Length % Vector256<int>.Count)) % Vector256<int>.Count)];
        _times = changes.Length + 1;
        var count = (long)table.Matters * _actions * posts * _levels;
        if (count is > 0 and <= MostCells && (long)posts * _levels * _departments * _times <= MostEntries)
        {
            var cells = new DecisionCell[count];
            var (series, rows) = (new SharedRuns(), new SharedRuns());
            if (Fill(table, cells, series, rows))
            {
                (_cells, _rows, _series) = (cells, [.. rows.Numbers], [.. series.Numbers]);
            }
        }

        _open.Seal();
    }

    /// <summary>Gets a value indicating whether nothing is decided beforehand.</summary>
    internal bool IsEmpty => _cells.Length == 0;

    /// <summary>Decides what hangs on no place and no condition.</summary>
    /// <param name="ids">Who, what, on which matter and when.</param>
    /// <param name="isInOwnArea">Whether it is in the area of the one who acts.</param>
    /// <param name="isConditioned">Whether any condition holds.</param>
    /// <param name="stance">The decision.</param>
    /// <returns>False where rules are left open, or where there is no table.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryDecide(in AuthorityIds ids, bool isInOwnArea, bool isConditioned, out AuthorityStance stance)
    {
        stance = StanceOf(ids.Entry, isInOwnArea);
        return (ids.Entry & (isConditioned ? Open | OpenOnCondition : Open)) == 0;
    }

    /// <summary>Decides by an entry and by the rules that it leaves open.</summary>
    internal AuthorityStance Weigh(in AuthorityIds ids, GridCode place, bool isInOwnArea, ulong conditions) =>
        _open.Decide(ids.Entry >> ChainShift, StanceOf(ids.Entry, isInOwnArea), place, isInOwnArea, ids.On, conditions);

    /// <summary>Finds the cell of a matter, an action, a post and a level; one that leaves all open where there is no table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal DecisionCell CellOf(int matter, int action, int post, int level, int kind)
    {
        var (cells, at) = (_cells, CellAt(matter, action, post, (level * _kinds) + kind));
        return (uint)at < (uint)cells.Length ? cells[at] : DecisionCell.Series(0);
    }

    /// <summary>Puts numbers together.</summary>
    /// <param name="cell">The cell of all but the department and the day.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="action">The action.</param>
    /// <param name="actor">Who.</param>
    /// <param name="on">The day.</param>
    /// <returns>The numbers.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal AuthorityIds IdsOf(DecisionCell cell, int matter, int action, in ActorIds actor, LocalDate on)
    {
        var time = TimeOf(on);
        return new AuthorityIds(matter, action, actor, on, cell.IsPointer ? Follow(cell, actor.Department, time) : cell.EntryAt(time));
    }

    /// <summary>Numbers the stretch of days within which no term begins or ends.</summary>
    internal int TimeOf(LocalDate on)
    {
        var day = Vector256.Create(NumberOf(on));
        var time = 0;
        for (var i = 0; i < _changes.Length; i += Vector256<int>.Count)
        {
            var hasBegun = Vector256.GreaterThanOrEqual(day, Vector256.LoadUnsafe(ref _changes[i]));
            time += BitOperations.PopCount(hasBegun.ExtractMostSignificantBits());
        }

        return time;
    }

    private int Follow(DecisionCell cell, int department, int time) => IsEmpty ? Open : _series[(cell.IsRow ? _rows[cell.Start + department + 1] : cell.Start) + time];

    private static AuthorityStance StanceOf(int entry, bool isInOwnArea) => (AuthorityStance)((isInOwnArea ? entry : entry >> 4) & OwnArea);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int CellAt(int matter, int action, int post, int level) => (((((matter * _actions) + action) * _posts) + post) * _levels) + level;

    // In the order of days; not their number.
    private static int NumberOf(LocalDate day)
    {
        day = day.Calendar == CalendarSystem.Iso ? day : day.WithCalendar(CalendarSystem.Iso);
        return (day.Year << 9) + (day.Month << 5) + day.Day;
    }

    /// <summary>Joins what two sets of rules say: a prohibition stays, of two permissions the stronger counts.</summary>
    private static int Join(int one, int other) => ((one | other) & Forbidden) != 0
        ? Forbidden
        : Math.Max(one & OwnArea, other & OwnArea) | Math.Max(one & Anywhere, other & Anywhere) | (one & ~(OwnArea | Anywhere));

    /// <summary>Decides every cell; false when it says more different things than are worth the room.</summary>
    private bool Fill(RuleTable table, DecisionCell[] cells, SharedRuns series, SharedRuns rows)
    {
        // Rules for every matter, and those for a class, are spread once and joined into what the matters' own say.
        var size = _posts * _levels * _departments * _times;
        var classes = new Dictionary<int, int[]>();
        var entries = new int[size];
        for (var action = 0; action < _actions; action++)
        {
            classes.Clear();
            var any = new int[size];
            Spread(table.OfAny(action), any);
            for (var matter = 0; matter < table.Matters; matter++)
            {
                var (number, rules) = table.OfClass(matter, action);
                if (!classes.TryGetValue(number, out var ofClass))
                {
                    ofClass = (int[])any.Clone();
                    Spread(rules, ofClass);
                    classes.Add(number, ofClass);
                }

                ofClass.CopyTo(entries, 0);
                Spread(table.OfMatter(matter, action), entries);

                // Over a prohibition nothing wins: it is as if nothing were permitted, and nothing left open.
                entries.AsSpan().Replace(Forbidden, 0);
                Keep(entries, cells.AsSpan(CellAt(matter, action, 0, 0), _posts * _levels), series, rows);
                if (series.Numbers.Count + rows.Numbers.Count > MostNumbers || _open.Count > MostChains)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Keeps what is said of a matter and an action.</summary>
    /// <param name="entries">The entries, by post, level, department and time.</param>
    /// <param name="cells">The cells to be written, by post and level.</param>
    /// <param name="series">The series that are known.</param>
    /// <param name="rows">The rows that are known.</param>
    private void Keep(ReadOnlySpan<int> entries, Span<DecisionCell> cells, SharedRuns series, SharedRuns rows)
    {
        Span<int> row = new int[_departments];
        foreach (ref var cell in cells)
        {
            var of = entries[..(_times * _departments)];
            var first = of[.._times];
            entries = entries[of.Length..];

            // What repeats after one time is the same in every department.
            if (of[_times..].SequenceEqual(of[..^_times]))
            {
                cell = DecisionCell.TryWrite(first, out var written) ? written : DecisionCell.Series(series.Keep(first));
                continue;
            }

            for (var department = 0; department < _departments; department++)
            {
                row[department] = series.Keep(of.Slice(department * _times, _times));
            }

            cell = DecisionCell.Row(rows.Keep(row));
        }
    }

    private void Spread(CompiledRule[] rules, int[] entries)
    {
        foreach (var rule in rules)
        {
            var entry = EntryOf(rule);
            var isOpen = rule.HangsOnMore || (!_isTimed && rule.IsTermed);
            var (first, last) = (TimeOf(rule.From), TimeOf(rule.To));
            var (fitting, levels, departments) = rule.Fits(_posts, _levels / _kinds, _kinds, _departments - 1);
            foreach (var post in fitting)
            {
                foreach (var level in levels)
                {
                    foreach (var department in departments)
                    {
                        var start = (((((post * _levels) + level) * _departments) + department + 1) * _times) + first;
                        for (var i = start; i <= start + last - first; i++)
                        {
                            entries[i] = isOpen ? Append(entries[i], rule) : Join(entries[i], entry);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Leaves a rule open in an entry; over a prohibition nothing wins.</summary>
    private int Append(int entry, CompiledRule rule) =>
        entry == Forbidden ? Forbidden : (entry & byte.MaxValue) | (rule.Conditions == 0 ? Open : OpenOnCondition) | (_open.Append(entry >> ChainShift, rule) << ChainShift);

    private static int EntryOf(CompiledRule rule)
    {
        var stance = (int)rule.Source.Stance;
        return !rule.Permits ? Forbidden : rule.Source.BeyondOwnArea ? stance | (stance << 4) : stance;
    }
}
