using System.Runtime.CompilerServices;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Every decision that hangs on nothing but who asks, what for and when, decided beforehand.</summary>
/// <remarks>
/// <para>A cell is a matter, an action and a post. Most cells say one thing to every level and department at any time, and hold it; the others point at a
/// block with an entry for each level and department, which in turn points at a series over time where it changes. Equal blocks and series are kept once,
/// so that a list of a hundred thousand rules is as small, and as quick, as the number of different things that it says.</para>
/// <para>Rules that name places or conditions are left open, to be looked at when asked; so is everything where the table would grow out of proportion.</para>
/// </remarks>
internal sealed class DecisionTable
{
    private const int MostCells = 1 << 24;
    private const int MostTimes = 32;
    private const int FirstPointer = 256;

    // An entry: bits 0–2 the strongest permitting stance in one's own area, bits 4–6 the strongest that holds beyond it.
    private const byte Open = 0x08;
    private const byte Forbidden = 0x80;

    private readonly LocalDate[] _changes;
    private readonly bool _isTimed;
    private readonly int _actions;
    private readonly int _posts;
    private readonly int _levels;
    private readonly int _departments;
    private readonly int _times;

    // INVARIANT: a value below 256 is an entry; any other is 256 and the number of a block, or of a series.
    private readonly int[] _cells = [];
    private readonly ushort[] _blocks = [];
    private readonly ushort[] _series = [];

    internal DecisionTable(CompiledRule[] rules, RuleTable table, int posts, int levels, int departments)
    {
        (_actions, _posts, _levels, _departments) = (table.Actions.Count, posts, levels, departments + 1);
        _changes = [.. rules.SelectMany(static rule => new[] { rule.From, rule.To }.Zip([0, 1])).Where(static day => day.First > LocalDate.MinIsoValue && day.First < LocalDate.MaxIsoValue)
            .Select(static day => day.First.PlusDays(day.Second)).Distinct().Order()];
        _isTimed = _changes.Length < MostTimes;
        _changes = _isTimed ? _changes : [];
        _times = _changes.Length + 1;
        var cells = (long)table.Matters * _actions * posts;
        if (cells is > 0 and <= MostCells && (long)posts * levels * _departments * _times <= MostCells)
        {
            var (blocks, series) = (new SharedRuns(_levels * _departments), new SharedRuns(_times));
            _cells = new int[cells];
            if (Fill(table, blocks, series))
            {
                (_blocks, _series) = (blocks.ToArray(), series.ToArray());
            }
            else
            {
                _cells = [];
            }
        }
    }

    /// <summary>Says whether rules that are left open can change what an entry says: over a prohibition nothing wins.</summary>
    internal static bool IsOpen(byte entry) => (entry & (Open | Forbidden)) == Open;

    /// <summary>Returns the stance of an entry; of an open one, what the rules say that are not left open.</summary>
    internal static AuthorityStance StanceOf(byte entry, bool isInOwnArea) =>
        (entry & Forbidden) != 0 ? AuthorityStance.MustNot : (AuthorityStance)((isInOwnArea ? entry : entry >> 4) & 7);

    /// <summary>Says whether a rule is left open.</summary>
    internal bool LeavesOpen(CompiledRule rule) => _cells.Length == 0 || rule.HangsOnMore || (!_isTimed && IsTermed(rule));

    /// <summary>Returns an entry; where there is no table, everything is open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte At(in AuthorityIds ids)
    {
        if ((uint)ids.Cell >= (uint)_cells.Length)
        {
            return Open;
        }

        var value = _cells[ids.Cell];
        if (value >= FirstPointer)
        {
            value = _blocks[((value - FirstPointer) * _levels * _departments) + ids.Inner];
            value = value >= FirstPointer ? _series[((value - FirstPointer) * _times) + ids.Time] : value;
        }

        return (byte)value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal AuthorityIds IdsOf(int matter, int action, int post, int department, int level, LocalDate on) => new(
        matter, action, post, department, level, on, (((matter * _actions) + action) * _posts) + post, (level * _departments) + department + 1, TimeOf(on));

    /// <summary>Numbers the stretch of days within which no term begins or ends.</summary>
    internal int TimeOf(LocalDate on)
    {
        var (time, end) = (0, _changes.Length);
        while (time < end)
        {
            var middle = (time + end) >> 1;
            if (on >= _changes[middle])
            {
                time = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return time;
    }

    private static bool IsTermed(CompiledRule rule) => rule.From > LocalDate.MinIsoValue || rule.To < LocalDate.MaxIsoValue;

    /// <summary>Joins what two sets of rules say: a prohibition stays, of two permissions the stronger counts.</summary>
    private static byte Join(byte one, byte other) =>
        (byte)(((one | other) & (Open | Forbidden)) | Math.Max(one & 0x07, other & 0x07) | Math.Max(one & 0x70, other & 0x70));

    /// <summary>Decides every cell; false when it says more different things than the pointers can tell apart.</summary>
    private bool Fill(RuleTable table, SharedRuns blocks, SharedRuns series)
    {
        // Rules for every matter, and those for a class, are spread once and joined into the rows.
        var size = _posts * _levels * _departments * _times;
        var classes = new Dictionary<int, byte[]>();
        var row = new byte[size];
        for (var action = 0; action < _actions; action++)
        {
            classes.Clear();
            var any = new byte[size];
            Spread(table.OfAny(action), any);
            for (var matter = 0; matter < table.Matters; matter++)
            {
                var (number, rules) = table.OfClass(matter, action);
                if (!classes.TryGetValue(number, out var ofClass))
                {
                    ofClass = (byte[])any.Clone();
                    Spread(rules, ofClass);
                    classes.Add(number, ofClass);
                }

                ofClass.CopyTo(row, 0);
                Spread(table.OfMatter(matter, action), row);
                if (!Keep(row, ((matter * _actions) + action) * _posts, blocks, series))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool Keep(byte[] row, int firstCell, SharedRuns blocks, SharedRuns series)
    {
        var inner = _levels * _departments;
        Span<ushort> overTime = new ushort[_times];
        Span<ushort> block = new ushort[inner];
        for (var post = 0; post < _posts; post++)
        {
            for (var i = 0; i < inner; i++)
            {
                for (var time = 0; time < _times; time++)
                {
                    overTime[time] = row[(((post * inner) + i) * _times) + time];
                }

                var value = overTime.ContainsAnyExcept(overTime[0]) ? FirstPointer + series.Keep(overTime) : overTime[0];
                if (value > ushort.MaxValue)
                {
                    return false;
                }

                block[i] = (ushort)value;
            }

            _cells[firstCell + post] = block[0] >= FirstPointer || block.ContainsAnyExcept(block[0]) ? FirstPointer + blocks.Keep(block) : block[0];
        }

        return true;
    }

    private void Spread(CompiledRule[] rules, byte[] row)
    {
        foreach (var rule in rules)
        {
            var entry = EntryOf(rule);
            var (first, last) = (TimeOf(rule.From), TimeOf(rule.To));
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
                            row[i] = Join(row[i], entry);
                        }
                    }
                }
            }
        }
    }

    private byte EntryOf(CompiledRule rule)
    {
        var stance = (int)rule.Source.Stance;
        return LeavesOpen(rule) ? Open : !rule.Permits ? Forbidden : (byte)(rule.Source.BeyondOwnArea ? stance | (stance << 4) : stance);
    }
}
