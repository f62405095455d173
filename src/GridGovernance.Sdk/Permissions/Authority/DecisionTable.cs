using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Every decision that hangs on nothing but who asks, what for and when, decided beforehand.</summary>
/// <remarks>
/// <para>A cell is a matter, an action and a post; it points at a block with a number for each level and department, which points at a series of entries
/// over time. Equal blocks and series are kept once, so that a list of a hundred thousand rules is as small as the number of different things that it says;
/// and every question takes the same three steps, so that none is slow to foresee. Numbers of a question hold the first two.</para>
/// <para>Rules that name places or conditions are left open, to be looked at when asked; where the table would grow out of proportion there is none.</para>
/// </remarks>
internal sealed class DecisionTable
{
    private const int MostCells = 1 << 22;
    private const int MostNumbers = 1 << 26;
    private const int MostTimes = 32;

    // An entry: bits 0–2 the strongest permitting stance in one's own area, bits 4–6 the strongest that holds beyond it, bit 7 (while rules are joined) that all
    // is forbidden; above them the chain of the rules that are left open.
    private const int OwnArea = 0x07;
    private const int Anywhere = 0x70;
    private const int Forbidden = 0x80;
    private const int ChainShift = 8;
    private const int MostChains = 1 << 22;
    private const int Unknown = int.MaxValue;

    // Far enough below 0 that no time brings it back.
    private const int NoTable = int.MinValue;

    // Days as numbers in their order, with days that never come at the end.
    private readonly int[] _changes;
    private readonly bool _isTimed;
    private readonly int _actions;
    private readonly int _posts;
    private readonly int _levels;
    private readonly int _departments;
    private readonly int _times;

    private readonly OpenRules _open = new();

    // INVARIANT: first the cells, each the position of its block; then the blocks, each number the position of a series; then the series of entries.
    private readonly int[] _numbers = [];

    internal DecisionTable(CompiledRule[] rules, RuleTable table, int posts, int levels, int departments)
    {
        (_actions, _posts, _levels, _departments) = (table.Actions.Count, posts, levels, departments + 1);
        var changes = rules.SelectMany(static rule => new[] { rule.From, rule.To }.Zip([0, 1])).Where(static day => day.First > LocalDate.MinIsoValue && day.First < LocalDate.MaxIsoValue)
            .Select(static day => NumberOf(day.First.PlusDays(day.Second))).Distinct().Order().ToArray();
        _isTimed = changes.Length < MostTimes;
        changes = _isTimed ? changes : [];
        _changes = [.. changes, .. Enumerable.Repeat(int.MaxValue, (Vector256<int>.Count - (changes.Length % Vector256<int>.Count)) % Vector256<int>.Count)];
        _times = changes.Length + 1;
        var cells = (long)table.Matters * _actions * posts;
        if (cells is > 0 and <= MostCells && (long)posts * levels * _departments * _times <= MostCells)
        {
            var (blocks, series) = (new SharedRuns(), new SharedRuns());
            var blockOf = new int[cells];
            if (Fill(table, blockOf, blocks, series))
            {
                _numbers = [.. blockOf.Select(block => block + blockOf.Length), .. blocks.Numbers.Select(start => start + blockOf.Length + blocks.Numbers.Count), .. series.Numbers];
            }
        }

        _open.Seal();
    }

    /// <summary>Gets a value indicating whether nothing is decided beforehand.</summary>
    internal bool IsEmpty => _numbers.Length == 0;

    /// <summary>Decides what hangs on no place and no condition.</summary>
    /// <returns>False where rules are left open, or where there is no table.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryDecide(in AuthorityIds ids, bool isInOwnArea, out AuthorityStance stance)
    {
        var (numbers, at) = (_numbers, ids.Series + ids.Time);
        var entry = (uint)at < (uint)numbers.Length ? numbers[at] : Unknown;
        stance = StanceOf(entry, isInOwnArea);
        return entry >> ChainShift == 0;
    }

    /// <summary>Decides by an entry and by the rules that it leaves open.</summary>
    internal AuthorityStance Weigh(in AuthorityIds ids, GridCode place, bool isInOwnArea, ulong conditions)
    {
        var entry = _numbers[ids.Series + ids.Time];
        return _open.Decide(entry >> ChainShift, StanceOf(entry, isInOwnArea), place, isInOwnArea, ids.On, conditions);
    }

    /// <summary>Returns where the block of a matter, an action and a post begins; <see cref="NoTable"/> where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int BlockOf(int matter, int action, int post)
    {
        var cell = (((matter * _actions) + action) * _posts) + post;
        return (uint)cell < (uint)_numbers.Length ? _numbers[cell] : NoTable;
    }

    /// <summary>Puts numbers together.</summary>
    /// <param name="block">The block of the matter, the action and the post, as <see cref="BlockOf"/> gives it.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="action">The action.</param>
    /// <param name="actor">Who.</param>
    /// <param name="on">The day.</param>
    /// <returns>The numbers.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal AuthorityIds IdsOf(int block, int matter, int action, in ActorIds actor, LocalDate on)
    {
        var time = TimeOf(on);
        var series = block == NoTable ? NoTable : _numbers[block + (actor.Level * _departments) + actor.Department + 1];
        return new AuthorityIds(matter, action, actor.Post, actor.Department, actor.Level, on, series, time);
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

    private static AuthorityStance StanceOf(int entry, bool isInOwnArea) => (AuthorityStance)((isInOwnArea ? entry : entry >> 4) & OwnArea);

    // In the order of days; not their number.
    private static int NumberOf(LocalDate day)
    {
        day = day.Calendar == CalendarSystem.Iso ? day : day.WithCalendar(CalendarSystem.Iso);
        return (day.Year << 9) + (day.Month << 5) + day.Day;
    }

    /// <summary>Joins what two sets of rules say: a prohibition stays, of two permissions the stronger counts.</summary>
    private static int Join(int one, int other) => ((one | other) & Forbidden) != 0
        ? Forbidden
        : Math.Max(one & OwnArea, other & OwnArea) | Math.Max(one & Anywhere, other & Anywhere) | ((one >> ChainShift) << ChainShift);

    /// <summary>Decides every cell; false when it says more different things than are worth the room.</summary>
    private bool Fill(RuleTable table, int[] blockOf, SharedRuns blocks, SharedRuns series)
    {
        // Rules for every matter, and those for a class, are spread once and joined into the rows.
        var size = _posts * _levels * _departments * _times;
        var classes = new Dictionary<int, int[]>();
        var row = new int[size];
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

                ofClass.CopyTo(row, 0);
                Spread(table.OfMatter(matter, action), row);
                if (!Keep(row, blockOf.AsSpan(((matter * _actions) + action) * _posts, _posts), blocks, series))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool Keep(int[] row, Span<int> blockOf, SharedRuns blocks, SharedRuns series)
    {
        var inner = _levels * _departments;
        Span<int> overTime = new int[_times];
        Span<int> block = new int[inner];
        for (var post = 0; post < _posts; post++)
        {
            for (var i = 0; i < inner; i++)
            {
                for (var time = 0; time < _times; time++)
                {
                    // Over a prohibition nothing wins: it is as if nothing were permitted, and nothing left open.
                    var entry = row[(((post * inner) + i) * _times) + time];
                    overTime[time] = entry == Forbidden ? 0 : entry;
                }

                block[i] = series.Keep(overTime);
            }

            blockOf[post] = blocks.Keep(block);
        }

        return blocks.Numbers.Count + series.Numbers.Count <= MostNumbers && _open.Count <= MostChains;
    }

    private void Spread(CompiledRule[] rules, int[] row)
    {
        foreach (var rule in rules)
        {
            var entry = EntryOf(rule);
            var isOpen = rule.HangsOnMore || (!_isTimed && rule.IsTermed);
            var (first, last) = _isTimed ? (TimeOf(rule.From), TimeOf(rule.To)) : (0, 0);
            var (fitting, levels, departments) = rule.Fits(_posts, _levels, _departments - 1);
            foreach (var post in fitting)
            {
                foreach (var level in levels)
                {
                    foreach (var department in departments)
                    {
                        var start = (((((post * _levels) + level) * _departments) + department + 1) * _times) + first;
                        for (var i = start; i <= start + last - first; i++)
                        {
                            row[i] = isOpen ? Append(row[i], rule) : Join(row[i], entry);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Leaves a rule open in an entry; over a prohibition nothing wins.</summary>
    private int Append(int entry, CompiledRule rule) =>
        entry == Forbidden ? Forbidden : (entry & (OwnArea | Anywhere)) | (_open.Append(entry >> ChainShift, rule) << ChainShift);

    private static int EntryOf(CompiledRule rule)
    {
        var stance = (int)rule.Source.Stance;
        return !rule.Permits ? Forbidden : rule.Source.BeyondOwnArea ? stance | (stance << 4) : stance;
    }
}
