using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>The naive model of a map: fields of a crooked chessboard, each with the set of cells that claim it. Areas are sums over fields.</summary>
internal sealed class RasterTiling
{
    private const int Width = 9;
    private const int Height = 8;
    private readonly CoordinateSystem _system;
    private readonly GeoPoint[,] _corners = new GeoPoint[Width + 1, Height + 1];
    private readonly bool[] _inside = new bool[Width * Height];
    private readonly HashSet<int>[] _claims = [.. Enumerable.Range(0, Width * Height).Select(static _ => new HashSet<int>())];

    /// <summary>Draws islands, holes, enclaves and cells in several parts that touch in corners.</summary>
    internal RasterTiling(CoordinateSystem system, TestRandom random, bool isStraight = false)
    {
        var bend = isStraight ? 0 : 0.24;
        _system = system;
        CellCount = 1 + random.Below(9);
        var (x0, y0, step) = system.IsGeographic ? (107.2, 31.9, 0.0004) : (-50.0, 2_000.0, 37.0);
        for (var i = 0; i <= Width; i++)
        {
            for (var k = 0; k <= Height; k++)
            {
                _corners[i, k] = system.Round(new GeoPoint(x0 + ((i + random.Between(-bend, bend)) * step), y0 + ((k + random.Between(-bend, bend)) * step)));
            }
        }

        var labels = Enumerable.Range(0, _inside.Length).Select(_ => random.Below(CellCount + 1) - (random.Below(3) == 0 ? 1 : 0)).ToArray();
        for (var pass = random.Below(4); pass > 0; pass--)
        {
            for (var field = 0; field < labels.Length; field++)
            {
                labels[field] = Neighbours(field) is { Count: > 0 } near && random.Below(3) > 0 ? labels[near[random.Below(near.Count)]] : labels[field];
            }
        }

        for (var field = 0; field < labels.Length; field++)
        {
            if (labels[field] >= 0 && labels[field] < CellCount)
            {
                _inside[field] = true;
                _claims[field].Add(labels[field]);
            }
        }
    }

    internal int CellCount { get; }

    internal int FieldCount => _inside.Length;

    internal HashSet<int> Claims(int field) => _claims[field];

    internal bool IsInside(int field) => _inside[field];

    internal static List<int> Neighbours(int field)
    {
        var (x, y) = (field % Width, field / Width);
        (int X, int Y)[] all = [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)];
        return [.. all.Where(static p => p.X is >= 0 and < Width && p.Y is >= 0 and < Height).Select(static p => (p.Y * Width) + p.X)];
    }

    internal GridBoundary? Parent() => Trace(_inside);

    internal List<CoverageCell> Cells() =>
        [.. Enumerable.Range(0, CellCount).Select(cell => new CoverageCell($"cell {cell}", Trace([.. _claims.Select(c => c.Contains(cell))]))).Where(static c => c.Boundary is not null)];

    internal double Area(int field) => GridBoundary.Create(_system, Corners(field)).AreaSquareMetres;

    internal double Sum(Func<int, double> times) => Enumerable.Range(0, FieldCount).Sum(field => times(field) is not 0 and var n ? n * Area(field) : 0);

    internal int FieldAt(GeoPoint point) => Array.FindIndex([.. Enumerable.Range(0, FieldCount)], field => GridBoundary.Create(_system, Corners(field)).Contains(point));

    /// <summary>Fields that no cell claims and from which no way along sides leads out.</summary>
    internal HashSet<int> Enclosed()
    {
        var free = Enumerable.Range(0, FieldCount).Where(f => _claims[f].Count == 0).ToHashSet();
        var open = new Stack<int>(free.Where(static f => f % Width is 0 or Width - 1 || f / Width is 0 or Height - 1));
        while (open.TryPop(out var field))
        {
            if (free.Remove(field))
            {
                Neighbours(field).ForEach(open.Push);
            }
        }

        return free;
    }

    /// <summary>The pairs of cells with fields that share a side, or at least a corner, in ordinal order.</summary>
    internal List<(string First, string Second)> Pairs(bool byCorner)
    {
        var pairs = new SortedSet<(int, int)>();
        for (var one = 0; one < FieldCount; one++)
        {
            for (var other = 0; other < FieldCount; other++)
            {
                var (dx, dy) = (Math.Abs((one % Width) - (other % Width)), Math.Abs((one / Width) - (other / Width)));
                if (one != other && dx <= 1 && dy <= 1 && (byCorner || dx + dy == 1))
                {
                    pairs.UnionWith(from a in _claims[one] from b in _claims[other] where a < b select (a, b));
                }
            }
        }

        return [.. pairs.Select(static p => ($"cell {p.Item1}", $"cell {p.Item2}"))];
    }

    internal GeoPoint[] Corners(int field)
    {
        var (x, y) = (field % Width, field / Width);
        return [_corners[x, y], _corners[x + 1, y], _corners[x + 1, y + 1], _corners[x, y + 1]];
    }

    // Walks with the fields to the left, always turning left first; a walk that meets itself is cut there.
    private GridBoundary? Trace(bool[] fields)
    {
        var part = Parts(fields);
        var next = new Dictionary<(int, int), List<((int X, int Y) To, int Part)>>();
        foreach (var field in Enumerable.Range(0, fields.Length).Where(f => fields[f]))
        {
            var (x, y) = (field % Width, field / Width);
            AddSide(next, fields, (x, y), (x + 1, y), (x, y - 1), part[field]);
            AddSide(next, fields, (x + 1, y), (x + 1, y + 1), (x + 1, y), part[field]);
            AddSide(next, fields, (x + 1, y + 1), (x, y + 1), (x, y + 1), part[field]);
            AddSide(next, fields, (x, y + 1), (x, y), (x - 1, y), part[field]);
        }

        var rings = new List<(int Part, List<(int X, int Y)> Ring)>();
        while (next.FirstOrDefault(static n => n.Value.Count > 0) is { Value: not null } first)
        {
            var (at, from, whose) = (first.Key, (X: -1, Y: -1), first.Value[0].Part);
            var walk = new List<(int X, int Y)>();
            while (next[at].Count > 0)
            {
                var (here, back) = (at, from);
                var side = back.X < 0 ? next[at][0] : next[at].MinBy(s => Turn(back, here, s.To));
                next[at].Remove(side);
                if (walk.IndexOf(at) is >= 0 and var again)
                {
                    rings.Add((whose, walk[again..]));
                    walk.RemoveRange(again, walk.Count - again);
                }

                walk.Add(at);
                (from, at) = (at, side.To);
            }

            rings.Add((whose, walk));
        }

        if (rings.Count == 0)
        {
            return null;
        }

        return GridBoundary.Create(_system, [.. rings.GroupBy(static r => r.Part).OrderBy(static g => g.Key).Select(g =>
            (IReadOnlyList<IReadOnlyList<GeoPoint>>)[.. g.OrderByDescending(static r => Shoelace(r.Ring)).Select(r => r.Ring.ConvertAll(p => _corners[p.X, p.Y]))])]);
    }

    private static void AddSide(
        Dictionary<(int, int), List<((int X, int Y) To, int Part)>> next, bool[] fields, (int X, int Y) from, (int X, int Y) to, (int X, int Y) beyond, int part)
    {
        if (beyond.X is < 0 or >= Width || beyond.Y is < 0 or >= Height || !fields[(beyond.Y * Width) + beyond.X])
        {
            next.TryAdd(from, []);
            next.TryAdd(to, []);
            next[from].Add((to, part));
        }
    }

    private static int[] Parts(bool[] fields)
    {
        var part = new int[fields.Length];
        Array.Fill(part, -1);
        for (var seed = 0; seed < fields.Length; seed++)
        {
            var open = new Stack<int>([seed]);
            while (open.TryPop(out var field))
            {
                if (fields[field] && part[field] < 0)
                {
                    part[field] = seed;
                    Neighbours(field).ForEach(open.Push);
                }
            }
        }

        return part;
    }

    // Left first, straight on next, right last.
    private static int Turn((int X, int Y) from, (int X, int Y) at, (int X, int Y) to) =>
        -Math.Sign(((at.X - from.X) * (to.Y - at.Y)) - ((at.Y - from.Y) * (to.X - at.X)));

    private static int Shoelace(List<(int X, int Y)> ring) =>
        ring.Select((p, i) => (p.X * ring[(i + 1) % ring.Count].Y) - (ring[(i + 1) % ring.Count].X * p.Y)).Sum();
}
