using System.Globalization;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>What the presets permit, written down by hand from the sources, and a naive judge over it. It reads no definition.</summary>
internal sealed partial class PresetTable
{
    // INVARIANT: own rows stand before those that hold for a group of states.
    private readonly Dictionary<(string State, string Trigger), Row[]> _rows;
    private readonly Dictionary<string, string> _open;

    private PresetTable(string code, IReadOnlyList<string> lines)
    {
        Code = code;
        var cells = lines.Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        _open = cells.Where(static line => line[0] == "open").ToDictionary(static line => line[1], static line => line[2], StringComparer.Ordinal);
        var final = cells.Where(static line => line[0] == "end").SelectMany(static line => line[1].Split(',')).ToArray();
        States = [.. _open.Keys.Concat(final).Order(StringComparer.Ordinal)];
        Initial = cells.First(static line => line[0] == "open")[1];
        var rows = (from line in cells
                    where line[0] is not ("open" or "end")
                    from state in line[0].Split(',')
                    select (State: state, Row: new Row(line[1], line[2], line[3].Split(','), line[4].Split(',', StringSplitOptions.RemoveEmptyEntries)))).ToArray();
        Triggers = [.. rows.Select(static pair => pair.Row.Trigger).Distinct(StringComparer.Ordinal)];
        _rows = rows.GroupBy(static pair => (pair.State, pair.Row.Trigger)).ToDictionary(static group => group.Key, static group => group.Select(static pair => pair.Row).ToArray());
    }

    internal static IReadOnlyList<PresetTable> All { get; } = [.. Read()];

    internal string Code { get; }

    internal string Initial { get; }

    internal string[] States { get; }

    internal string[] Triggers { get; }

    internal IEnumerable<string> Posts => _rows.Values.SelectMany(static rows => rows).SelectMany(static row => row.Who).Concat(_open.Values).Where(static who => who != "lead").Distinct(StringComparer.Ordinal);

    internal string? ResponsibleIn(string state) => _open.GetValueOrDefault(state);

    internal bool IsOpen(string state) => _open.ContainsKey(state);

    internal string[] TriggersOf(string state) => [.. Triggers.Where(trigger => _rows.ContainsKey((state, trigger)))];

    /// <summary>The triggers that do something in a state, but for those whose window has closed.</summary>
    internal string[] TriggersAt(string state, Instant entered, Instant at) => [.. TriggersOf(state).Where(trigger => _rows[(state, trigger)].Any(row => row.IsOpenAt(entered, at)))];

    internal string[] WhoMay(string state, string trigger) => _rows.TryGetValue((state, trigger), out var rows) ? [.. rows.SelectMany(static row => row.Who).Distinct(StringComparer.Ordinal)] : [];

    internal bool IsDispatch(string state, string trigger) => _rows.TryGetValue((state, trigger), out var rows) && rows[0].Dispatches;

    internal bool IsMerge(string state, string trigger) => _rows.TryGetValue((state, trigger), out var rows) && rows[0].Merges;

    /// <summary>Returns the case after an act, or the kinds of denial.</summary>
    internal (TableCase? After, SortedSet<RefusalKind> Denials) Judge(TableCase c, TableAct act)
    {
        var denials = new SortedSet<RefusalKind>();
        if (!_rows.TryGetValue((c.State, act.Trigger), out var rows))
        {
            return (null, [RefusalKind.NoSuchAction]);
        }

        var mine = Array.FindAll(rows, row => row.Who.Any(who => who == "lead" ? act.By == c.Lead : act.By.Post == who));
        if (mine.Length == 0)
        {
            denials.Add(RefusalKind.NotYourRole);
        }

        if (!PresetCounty.Covers(act.By))
        {
            denials.Add(RefusalKind.NotYourGrid);
        }

        var tried = mine.Length > 0 ? mine : rows;
        var chosen = Array.Find(tried, row => !row.Unmet(c, act).Any());
        if (chosen is null)
        {
            denials.UnionWith(tried[0].Unmet(c, act));
        }
        else if (chosen.Dispatches != act.Lead.HasValue || chosen.Merges != act.Into is not null)
        {
            denials.Add(RefusalKind.ConditionUnmet);
        }

        if (act.Into is not null && !act.IntoIsEarlier)
        {
            denials.Add(RefusalKind.ConditionUnmet);
        }

        if (act.Lead is not null && !act.Listed)
        {
            denials.Add(RefusalKind.OutsideListOrTime);
        }

        return denials.Count > 0 ? (null, denials) : (chosen!.After(c, act, IsOpen(chosen.To)), denials);
    }

    private static IEnumerable<PresetTable> Read()
    {
        foreach (var section in Text.Split("\n# ").Skip(1))
        {
            var lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var codes = lines[0].Split(' ');
            for (var i = 0; i < codes.Length; i++)
            {
                // A line that begins with some of the letters of the section holds for those presets alone.
                var letters = string.Concat(codes.Select(static code => code[0]));
                var mine = lines.Skip(1).Where(line => line[0] != '[' || line[1..line.IndexOf(']', StringComparison.Ordinal)].Contains(letters[i], StringComparison.Ordinal));
                yield return new PresetTable(codes[i], [.. mine.Select(static line => line[0] == '[' ? line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..] : line)]);
            }
        }
    }

    /// <summary>A line: in a state a trigger leads to another, by some, on conditions; what it leaves behind.</summary>
    private sealed record Row(string Trigger, string To, string[] Who, string[] Words)
    {
        private readonly string? _window = Words.FirstOrDefault(static word => word.StartsWith("within:", StringComparison.Ordinal))?[7..];

        internal bool Dispatches { get; } = Words.Contains("dispatches");

        internal bool Merges { get; } = Words.Contains("merges");

        internal IEnumerable<RefusalKind> Unmet(TableCase c, TableAct act)
        {
            if ((Words.Contains("note") && !act.Noted) || (Words.Contains("once") && c.Returned > 0) || (Words.Contains("other") && c.Handler == act.By)
                || (Words.Contains("led") && c.Lead is null) || (Words.Contains("verified") && c.NeedsVerification && !c.IsVerified))
            {
                yield return RefusalKind.ConditionUnmet;
            }

            if ((Words.Contains("lists") && !act.Listed) || !IsOpenAt(c.EnteredAt, act.At))
            {
                yield return RefusalKind.OutsideListOrTime;
            }
        }

        internal TableCase After(TableCase c, TableAct act, bool open) => c with
        {
            State = To,
            EnteredAt = To == c.State ? c.EnteredAt : act.At,
            IsOpen = open,
            Lead = Words.Contains("returned") ? null : act.Lead ?? c.Lead,
            Handler = Words.Contains("handled") ? act.By : Words.Contains("returned") || Words.Contains("reworked") ? null : c.Handler,
            Returned = c.Returned + (Words.Contains("returned") && c.IsOpen ? 1 : 0),
            IsVerified = c.IsVerified || Words.Contains("verifies"),
            MergedInto = act.Into?.Id,
        };

        internal bool IsOpenAt(Instant entered, Instant at) => _window is null || at <= EndOf(entered);

        private Instant EndOf(Instant entered)
        {
            var parts = _window!.Split(':');
            var policy = parts[2] switch
            {
                "civil" => CountingPolicy.CivilCode,
                "procedure" => CountingPolicy.CivilProcedure,
                "petition" => CountingPolicy.Petition,
                _ => CountingPolicy.Hotline12345,
            };
            return WorkCalendar.China.Due(entered, TimeLimit.Parse(parts[0] + " " + parts[1], CultureInfo.InvariantCulture), policy).At;
        }
    }
}
