using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

/// <summary>The slow way to keep a history: every unit is a set of squares, every edit a line in a log, every day a fold of the log from the start.</summary>
internal sealed class HistoryWorld
{
    internal const int Side = 12;
    private const double Metres = 100;

    private readonly Dictionary<string, Area> _now = new(StringComparer.Ordinal);
    private readonly List<(LocalDate On, Action<Dictionary<string, Area>> Change)> _log = [];

    internal HistoryWorld(TestRandom random)
    {
        Random = random;
        Scheme = GridScheme.Compile(
            new GridSchemeDefinition
            {
                Code = "world",
                Levels =
                [
                    new() { Code = "county", Name = new("county", "县"), Digits = 2 },
                    new() { Code = "village", Name = new("village", "村"), Digits = 6 },
                    new() { Code = "cell", Name = new("cell", "单元格"), Digits = 6 },
                ],
            },
            out _)!;
        History = GridHistory.Begin(Scheme);
        var all = Enumerable.Range(0, Side * Side).ToArray();
        var units = new List<GridUnit> { Unit("10", GridKind.Division, all) };
        Log(On, state => state["10"] = new("10", null, all));
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var code = $"10{quarter:D6}";
            var squares = all.Where(s => (s % Side < Side / 2 ? 0 : 1) + (s / Side < Side / 2 ? 0 : 2) == quarter - 1).ToArray();
            units.Add(Unit(code, GridKind.Village, squares));
            units.Add(Unit(code + "000001", GridKind.Cell, squares));
            Log(On, state => (state[code], state[code + "000001"]) = (new(code, "10", squares), new(code + "000001", code, squares)));
        }

        History = History.Edit(new EstablishUnits(On, EquatableArray.From(units)));
    }

    internal TestRandom Random { get; }

    internal GridScheme Scheme { get; }

    internal GridHistory History { get; private set; }

    internal LocalDate On { get; private set; } = new(2000, 1, 1);

    internal int Edits { get; private set; }

    /// <summary>The state of a day: the log folded from its beginning.</summary>
    internal Dictionary<string, Area> StateOn(LocalDate day)
    {
        var state = new Dictionary<string, Area>(StringComparer.Ordinal);
        foreach (var (_, change) in _log.TakeWhile(entry => entry.On <= day))
        {
            change(state);
        }

        return state;
    }

    /// <summary>One random edit, done in the history and written into the log.</summary>
    internal void Step()
    {
        var now = _now;
        On = On.PlusDays(Random.Below(4) / 2);
        var cells = now.Where(static p => p.Key.Length == 14 && p.Value.Squares.Length > 0).OrderBy(static p => p.Key, StringComparer.Ordinal).ToList();
        var (code, cell) = cells[Random.Below(cells.Count)];
        var siblings = cells.Where(p => p.Key != code && p.Value.Parent == cell.Parent).ToList();
        var crowd = cells.Count > 40;
        switch (Random.Below(8))
        {
            case 0 or 1 when cell.Squares.Length > 1 && !crowd:
                Split(code, cell);
                break;
            case 2 when siblings.Count > 0:
                Merge(code, cell, siblings[Random.Below(siblings.Count)]);
                break;
            case 3 when siblings.Count > 0 && cell.Squares.Length > 1:
                MoveSquare(code, cell, siblings[Random.Below(siblings.Count)]);
                break;
            case 4:
                Rename(now.Keys.Order(StringComparer.Ordinal).ElementAt(Random.Below(now.Count)));
                break;
            case 5 when siblings.Count > 0:
                Transfer(now, code, cell);
                break;
            case 6:
                OffTerritory(now);
                break;
            case 7 when crowd && siblings.Count > 0:
                Merge(code, cell, siblings[0]);
                break;
            default:
                Villages(now);
                break;
        }
    }

    private GridUnit Unit(string code, GridKind kind, int[] squares) => GridUnit.Create(Scheme, GridCode.Parse(code), code, kind, Boundary(squares));

    private static GridBoundary Boundary(IEnumerable<int> squares) => GridBoundary.Dissolve(
        [.. squares.Select(static s => Shapes.Box(CoordinateSystem.Metric, s % Side * Metres, s / Side * Metres, ((s % Side) + 1) * Metres, ((s / Side) + 1) * Metres))]);

    private void Log(LocalDate on, Action<Dictionary<string, Area>> change)
    {
        _log.Add((on, change));
        change(_now);
    }

    private GridEvent Do(GridEdit edit)
    {
        var decision = History.Decide(edit);
        Assert.Empty(decision.Refusals);
        History = History.Apply(Assert.Single(decision.Events));
        Edits++;
        return decision.Events[0];
    }

    private void Split(string code, Area cell)
    {
        var cut = 1 + Random.Below(cell.Squares.Length - 1);
        int[][] halves = [cell.Squares[..cut], cell.Squares[cut..]];
        var keeps = Random.Below(2) == 0;
        var done = Do(new SplitUnit(On, GridCode.Parse(code), [new("a", Boundary(halves[0]), keeps ? GridCode.Parse(code) : null), new("b", Boundary(halves[1]))]));
        var news = done.Begun.Where(u => u.Level.Depth == 2 && u.Name is "a" or "b").OrderBy(static u => u.Name, StringComparer.Ordinal).Select(static u => u.Code.ToString()).ToArray();
        Log(On, state =>
        {
            state.Remove(code);
            (state[news[0]], state[news[1]]) = (new("a", cell.Parent, halves[0]), new("b", cell.Parent, halves[1]));
        });
    }

    private void Merge(string code, Area cell, KeyValuePair<string, Area> other)
    {
        var keeps = Random.Below(2) == 0;
        var done = Do(new MergeUnits(On, [GridCode.Parse(code), GridCode.Parse(other.Key)], "m", keeps ? GridCode.Parse(other.Key) : null));
        var merged = Assert.Single(done.Lineage.Select(static l => l.To).Distinct()).ToString();
        Log(On, state =>
        {
            state.Remove(code);
            state.Remove(other.Key);
            state[merged] = new("m", cell.Parent, [.. cell.Squares, .. other.Value.Squares]);
        });
    }

    private void MoveSquare(string code, Area cell, KeyValuePair<string, Area> other)
    {
        int[] rest = cell.Squares[1..], more = [.. other.Value.Squares, cell.Squares[0]];
        Do(new MoveBoundary(On, [new(GridCode.Parse(code), Boundary(rest)), new(GridCode.Parse(other.Key), Boundary(more))]));
        Log(On, state => (state[code], state[other.Key]) = (state[code] with { Squares = rest }, state[other.Key] with { Squares = more }));
    }

    private void Rename(string code)
    {
        var name = $"n{Edits}";
        Do(new RenameUnit(On, GridCode.Parse(code), name));
        Log(On, state => state[code] = state[code] with { Name = name });
    }

    private void Transfer(Dictionary<string, Area> now, string code, Area cell)
    {
        var villages = now.Keys.Where(k => k.Length == 8 && k != cell.Parent).Order(StringComparer.Ordinal).ToList();
        if (villages.Count > 0)
        {
            var village = villages[Random.Below(villages.Count)];
            var done = Do(new TransferUnit(On, GridCode.Parse(code), GridCode.Parse(village)));
            var moved = Assert.Single(done.Lineage).To.ToString();
            Log(On, state =>
            {
                state.Remove(code);
                state[moved] = cell with { Parent = village };
                state[cell.Parent!] = state[cell.Parent!] with { Squares = [.. state[cell.Parent!].Squares.Except(cell.Squares)] };
                state[village] = state[village] with { Squares = [.. state[village].Squares, .. cell.Squares] };
            });
        }
    }

    private void OffTerritory(Dictionary<string, Area> now)
    {
        var known = now.Keys.FirstOrDefault(k => k.Length == 14 && now[k].Squares.Length == 0);
        if (known is null)
        {
            var code = $"10000000{Edits + 1:D6}";
            Do(new EstablishUnits(On, [GridUnit.CreateOffTerritory(Scheme, GridCode.Parse(code), "off", GridCode.Parse("10"))]));
            Log(On, state => state[code] = new("off", "10", []));
        }
        else
        {
            Do(new AbolishUnits(On, [GridCode.Parse(known)]));
            Log(On, state => state.Remove(known));
        }
    }

    private void Villages(Dictionary<string, Area> now)
    {
        var villages = now.Where(static p => p.Key.Length == 8).OrderBy(static p => p.Key, StringComparer.Ordinal).ToList();
        var (code, village) = villages[Random.Below(villages.Count)];
        var cells = now.Where(p => p.Value.Parent == code).OrderBy(static p => p.Key, StringComparer.Ordinal).ToList();
        GridEvent done;
        if (villages.Count > 5 && villages.First(v => v.Key != code) is var other)
        {
            done = Do(new MergeUnits(On, [GridCode.Parse(code), GridCode.Parse(other.Key)], "v"));
        }
        else if (cells.Count > 1)
        {
            var squares = cells[0].Value.Squares;
            done = Do(new SplitUnit(On, GridCode.Parse(code), [new("v", Boundary(squares)), new("w", Boundary(village.Squares.Except(squares)))]));
        }
        else
        {
            return;
        }

        // Names and squares of what began follow from the lineage alone: a cell goes on as one cell, a village holds what its cells hold.
        var lineage = done.Lineage.Select(static l => (From: l.From.ToString(), To: l.To.ToString())).ToList();
        var names = done.Begun.ToDictionary(static u => u.Code.ToString(), static u => u.Name, StringComparer.Ordinal);
        Log(On, state =>
        {
            foreach (var (from, to) in lineage.Where(static l => l.From.Length == 14))
            {
                state[to] = state[from] with { Parent = to[..8] };
                state.Remove(from);
            }

            foreach (var (from, to) in lineage.Where(static l => l.From.Length == 8))
            {
                state.Remove(from);
                state[to] = new(names[to], "10", [.. state.Where(p => p.Value.Parent == to).SelectMany(static p => p.Value.Squares)]);
            }
        });
    }

    internal sealed record Area(string Name, string? Parent, int[] Squares)
    {
        internal Int128 HalfSquareMillimetres => (Int128)Squares.Length * (Int128)(Metres * Metres) * 2_000_000;
    }
}
