using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>An edit on its way to an event: what would end, what would begin, and everything that speaks against it.</summary>
/// <param name="before">The history before the edit.</param>
/// <param name="on">The day of the edit.</param>
internal sealed class GridDraft(GridHistory before, LocalDate on)
{
    private readonly SortedSet<GridCode> _ended = [];
    private readonly SortedDictionary<GridCode, GridUnit> _begun = [];
    private readonly SortedSet<GridCode> _wholes = [];
    private readonly List<GridSuccession> _lineage = [];
    private readonly Dictionary<GridCode, long> _serials = [];
    private readonly List<Refusal> _refusals = [];

    /// <summary>Finds a unit that holds before the edit, or refuses.</summary>
    internal GridUnit? Require(GridCode code)
    {
        var unit = before.Find(code);
        if (unit is null)
        {
            var resolved = before.Resolve(code, before.LastOn ?? on);
            var nearest = resolved.Units.Count == 0 ? null : GridsMessages.Catalogue["grids.edit-successors", string.Join(", ", resolved.Units)];
            _refusals.Add(new Refusal(RefusalKind.NoSuchAction, GridsMessages.Catalogue["grids.edit-unknown-unit", code]) { Nearest = nearest });
        }

        return unit;
    }

    /// <summary>Adds a reason against the edit.</summary>
    internal void Refuse(string code, params ReadOnlySpan<object?> values) =>
        _refusals.Add(new Refusal(RefusalKind.ConditionUnmet, GridsMessages.Catalogue[code, values]));

    internal void End(GridCode code) => _ended.Add(code);

    internal void Link(GridCode from, GridCode to) => _lineage.Add(new GridSuccession(from, to));

    /// <summary>Notes a unit whose parts must tile it after the edit, if they did before.</summary>
    internal void MustTile(GridCode? whole)
    {
        if (whole is { } code)
        {
            _wholes.Add(code);
        }
    }

    /// <summary>Begins a unit under a code that holds before the edit, or refuses where the edit names it twice.</summary>
    internal void Continue(GridUnit unit)
    {
        if (!_begun.TryAdd(unit.Code, unit))
        {
            Refuse("grids.edit-twice", unit.Code);
        }
    }

    /// <summary>Refuses a name that says nothing: no file could hold it.</summary>
    internal void RequireName(GridCode code, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            Refuse("grids.edit-name", code);
        }
    }

    /// <summary>Begins a unit under a code that was never given, or refuses.</summary>
    internal void Begin(GridUnit unit)
    {
        if (before.IsGiven(unit.Code) || !_begun.TryAdd(unit.Code, unit))
        {
            var next = NextCode(unit.Parent, unit.Level);
            var nearest = next == GridCode.None ? null : GridsMessages.Catalogue["grids.edit-next-code", next];
            _refusals.Add(new Refusal(RefusalKind.ConditionUnmet, GridsMessages.Catalogue["grids.code-reused", unit.Code]) { Nearest = nearest });
            return;
        }

        var head = Head(unit.Parent, unit.Level);
        if (unit.Code.StartsWith(head) && Serial(unit.Code.ToString().AsSpan(Math.Min(head.Length, unit.Code.Length))) is { } serial)
        {
            _serials[head] = Math.Max(LastSerial(head), serial);
        }
    }

    /// <summary>Puts a unit and everything below it under another parent, with new codes.</summary>
    internal void Recode(GridUnit unit, GridCode parent, GridCode? wanted = null)
    {
        var code = wanted ?? SameNumber(unit, parent) ?? NextCode(parent, unit.Level);
        if (code == GridCode.None)
        {
            Refuse("grids.codes-used-up", parent, unit.Level);
            return;
        }

        Begin(unit.Under(code, parent));
        End(unit.Code);
        Link(unit.Code, code);
        foreach (var part in before.PartsOf(unit.Code))
        {
            Recode(before.Find(part)!, code);
        }
    }

    /// <summary>Returns the next code under a parent that was never given; none when they are used up.</summary>
    internal GridCode NextCode(GridCode? parent, GridLevel level)
    {
        var head = Head(parent, level);
        var digits = (LastSerial(head) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(level.Digits, '0');
        return digits.Length > level.Digits || head.Length + level.Digits != level.CodeLength ? GridCode.None : GridCode.Parse(head + digits);
    }

    /// <summary>Checks what every edit must keep to, and makes the event.</summary>
    internal Decision<GridEvent> Conclude(GridEventKind kind, string? reason)
    {
        if (on < before.LastOn)
        {
            var nearest = GridsMessages.Catalogue["grids.edit-from", before.LastOn];
            _refusals.Add(new Refusal(RefusalKind.OutsideListOrTime, GridsMessages.Catalogue["grids.edit-out-of-order", before.LastOn, on]) { Nearest = nearest });
        }

        CheckStructure();
        if (_refusals.Count == 0)
        {
            ShareCorners();
            CheckTilings();
        }

        return _refusals.Count > 0
            ? Decision<GridEvent>.Refuse(EquatableArray.From(_refusals.Distinct()))
            : Decision<GridEvent>.Accept(
            [
                new GridEvent(
                    kind,
                    on,
                    EquatableArray.From(_ended),
                    EquatableArray.From(_begun.Values.OrderBy(static u => (u.Level.Depth, u.Code))),
                    EquatableArray.From(_lineage.Distinct().OrderBy(static l => (l.From, l.To)))) { Reason = reason },
            ]);
    }

    /// <summary>Refuses where parts do not tile a whole.</summary>
    internal void CheckParts(GridCode whole, GridBoundary boundary, IReadOnlyList<GridUnit> parts)
    {
        foreach (var defect in Defects(boundary, parts))
        {
            Refuse(defect.Kind switch
            {
                TilingDefectKind.Gap => "grids.edit-gap",
                TilingDefectKind.Overlap => "grids.edit-overlap",
                _ => "grids.edit-outside",
            }, whole, defect.SquareMetres.ToString("0.####", CultureInfo.InvariantCulture), defect.At, string.Join(", ", defect.Cells.Select(c => parts[c].Code)));
        }
    }

    private static GridCode Head(GridCode? parent, GridLevel level)
    {
        var text = (parent?.ToString() ?? "").PadRight(level.CodeLength - level.Digits, '0');
        return GridCode.TryParse(text, out var head) ? head : GridCode.None;
    }

    private static long? Serial(ReadOnlySpan<char> text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? serial : null;

    private long LastSerial(GridCode head) => Math.Max(_serials.GetValueOrDefault(head), before.LastSerial(head));

    private GridCode? SameNumber(GridUnit unit, GridCode parent)
    {
        var text = unit.Code.ToString();
        var code = unit.Level.Digits < text.Length ? GridCode.Parse(Head(parent, unit.Level) + text[^unit.Level.Digits..]) : GridCode.None;
        return code == GridCode.None || before.IsGiven(code) || _begun.ContainsKey(code) ? null : code;
    }

    private GridUnit? Now(GridCode code) => _begun.TryGetValue(code, out var unit) ? unit : _ended.Contains(code) ? null : before.Find(code);

    private List<GridUnit> PartsNow(GridCode whole)
    {
        var parts = new List<GridUnit>();
        foreach (var code in before.PartsOf(whole))
        {
            if (!_begun.ContainsKey(code) && !_ended.Contains(code))
            {
                parts.Add(before.Find(code)!);
            }
        }

        parts.AddRange(_begun.Values.Where(u => u.Parent == whole));
        return parts;
    }

    private void CheckStructure()
    {
        var scheme = before.Scheme;
        var system = before.System;
        foreach (var unit in _begun.Values)
        {
            if (!scheme.Levels.Contains(unit.Level) || unit.Code.Length != unit.Level.CodeLength)
            {
                Refuse("grids.edit-level", unit.Code, unit.Level, unit.Code.Length);
                continue;
            }

            var parent = unit.Parent is { } code ? Now(code) : null;
            var stands = unit.Level.Depth == 0
                ? unit.Parent is null
                : parent is not null && (unit.Kind == GridKind.OffTerritory ? parent.Level.Depth < unit.Level.Depth : parent.Level.Depth == unit.Level.Depth - 1);
            if (!stands)
            {
                Refuse("grids.edit-parent", unit.Code, unit.Level, unit.Parent?.ToString() ?? "–");
            }

            system ??= unit.Boundary?.System;
            if (unit.Boundary is not null && !ReferenceEquals(before.Find(unit.Code)?.Boundary, unit.Boundary))
            {
                CheckBoundary(unit, unit.Boundary, system!);
            }
        }

        foreach (var code in _ended)
        {
            if (PartsNow(code) is { Count: > 0 } parts)
            {
                Refuse("grids.edit-parts-left", code, string.Join(", ", parts.Select(static p => p.Code)));
            }
        }
    }

    private void CheckBoundary(GridUnit unit, GridBoundary boundary, CoordinateSystem system)
    {
        if (GridMapChecker.IsOffTerritory(unit, Now))
        {
            Refuse("grids.off-territory-boundary", unit.Code);
        }
        else if (!ReferenceEquals(boundary.System, system))
        {
            Refuse("grids.mixed-systems", unit.Code, system, boundary.System);
        }
        else if (BoundaryCheck.Find(boundary) is { } defect)
        {
            Refuse("grids.edit-invalid-boundary", unit.Code, defect.At);
        }
    }

    // Where a new boundary has a corner on a border that others share, they get the corner too, and a new border gets the corners that it passes:
    // what was tiled edge to edge stays so. A new border lies in what was changed, whose corners are known.
    private void ShareCorners()
    {
        var changed = _begun.Values.Where(u => u.Boundary is not null && !ReferenceEquals(before.Find(u.Code)?.Boundary, u.Boundary)).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var known = new HashSet<(long X, long Y)>();
        foreach (var code in _ended.Concat(_begun.Keys))
        {
            AddCorners(before.Find(code)?.Boundary, known);
        }

        var added = new HashSet<(long X, long Y)>();
        changed.ForEach(u => AddCorners(u.Boundary, added));
        var all = known.Union(added).ToHashSet();
        changed.ForEach(u => Share(u, all));
        added.ExceptWith(known);
        foreach (var unit in before.Current.Where(u => added.Count > 0 && !_ended.Contains(u.Code)).ToList())
        {
            Share(Now(unit.Code)!, added);
        }
    }

    private void Share(GridUnit unit, HashSet<(long X, long Y)> corners)
    {
        if (unit.Boundary is { } boundary && BoundaryAlgebra.WithCorners(boundary, corners) is var shared && !ReferenceEquals(shared, boundary))
        {
            _begun[unit.Code] = unit.Within(shared);
        }
    }

    private static void AddCorners(GridBoundary? boundary, HashSet<(long X, long Y)> corners)
    {
        for (var i = 0; boundary is not null && i < boundary.Quanta.Length; i += 2)
        {
            corners.Add((boundary.Quanta[i], boundary.Quanta[i + 1]));
        }
    }

    private void CheckTilings()
    {
        foreach (var code in _wholes)
        {
            if (Now(code) is not { Boundary: { } boundary })
            {
                continue;
            }

            var parts = PartsNow(code).FindAll(static p => p.Boundary is not null);
            if (parts.Count == 0 && !LosesItsParts(code))
            {
                continue;
            }

            var after = Sum(Defects(boundary, parts));
            if (after > 0 && !(WasAmiss(code) is { } was && was >= after))
            {
                CheckParts(code, boundary, parts);
            }
        }
    }

    // A level that no unit is left at is given up, and covers nothing any more; while others have it, what had parts keeps some.
    private bool LosesItsParts(GridCode code)
    {
        var levels = before.PartsOf(code).Select(p => before.Find(p)!).Where(static p => p.Boundary is not null).Select(static p => p.Level).ToHashSet();
        return levels.Count > 0 && (_begun.Values.Any(u => levels.Contains(u.Level)) || before.Current.Any(u => levels.Contains(u.Level) && !_ended.Contains(u.Code)));
    }

    // How much was amiss before; null where nothing was, or where there were no parts.
    private double? WasAmiss(GridCode code)
    {
        var parts = before.PartsOf(code).Select(p => before.Find(p)!).Where(static p => p.Boundary is not null).ToList();
        return before.Find(code)?.Boundary is { } boundary && parts.Count > 0 && Sum(Defects(boundary, parts)) is > 0 and var was ? was : null;
    }

    private static double Sum(IEnumerable<TilingDefect> defects) => defects.Sum(static d => d.SquareMetres);

    private IEnumerable<TilingDefect> Defects(GridBoundary boundary, IReadOnlyList<GridUnit> parts) =>
        new PartsCheck(before.Scheme).Find(boundary, parts).Where(static d => d.Kind is not (TilingDefectKind.Unmatched or TilingDefectKind.Coarser));
}
