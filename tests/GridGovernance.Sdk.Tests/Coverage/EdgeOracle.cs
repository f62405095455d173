using System.Text.Json;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>Matches the edges of a GeoJSON file by brute force: what runs twice within one area, and the loops of what is left over between areas.</summary>
/// <remarks>It shares nothing with the library: it reads the file itself, works on whole 1e-7 degrees, and compares every leftover edge with every other.</remarks>
internal sealed class EdgeOracle
{
    private readonly Dictionary<((long X, long Y) A, (long X, long Y) B), int> _net = [];

    internal EdgeOracle(byte[] content)
    {
        using var file = JsonDocument.Parse(content);
        foreach (var feature in file.RootElement.GetProperty("features").EnumerateArray())
        {
            ReadFeature(feature);
        }

        Trace();
    }

    /// <summary>Gets for each area the runs of border that it has on both sides of itself: how many edges each.</summary>
    internal List<(string Code, int Edges)> DoubledRuns { get; } = [];

    /// <summary>Gets the loops that run clockwise: what no area covers, though areas lie all around it.</summary>
    internal List<HashSet<(long X, long Y)>> Gaps { get; } = [];

    /// <summary>Gets the loops that lie in others of the same direction: what several areas cover.</summary>
    internal List<HashSet<(long X, long Y)>> Overlaps { get; } = [];

    /// <summary>Gets the number of points in which leftover edges cross or touch inside: then loops tell less.</summary>
    internal int Crossings { get; private set; }

    /// <summary>Gets the areas that touch themselves in a point that one closed line passes twice.</summary>
    internal int SelfTouches { get; private set; }

    private void ReadFeature(JsonElement feature)
    {
        var properties = feature.GetProperty("properties");
        var geometry = feature.GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates");
        var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray();
        var own = new Dictionary<((long, long), (long, long)), int>();
        foreach (var polygon in polygons)
        {
            var isHole = false;
            foreach (var ring in polygon.EnumerateArray())
            {
                var points = ring.EnumerateArray().Select(static p => (X: Quantum(p[0]), Y: Quantum(p[1]))).ToList();
                points.RemoveAt(points.Count - 1);
                for (var i = points.Count - 1; i >= 0; i--)
                {
                    if (points[i] == points[(i + 1) % points.Count])
                    {
                        points.RemoveAt(i);
                    }
                }

                SelfTouches += points.Count - points.Distinct().Count();
                if (DoubledArea(points) < 0 != isHole)
                {
                    points.Reverse();
                }

                isHole = true;
                for (var i = 0; i < points.Count; i++)
                {
                    var (a, b) = (points[i], points[(i + 1) % points.Count]);
                    var key = a.CompareTo(b) < 0 ? (a, b) : (b, a);
                    own[key] = own.GetValueOrDefault(key) + 1;
                    _net[key] = _net.GetValueOrDefault(key) + (a.CompareTo(b) < 0 ? 1 : -1);
                }
            }
        }

        AddRuns(properties.GetProperty("adcode").ToString(), own.Where(static e => e.Value > 1).Select(static e => e.Key).ToList());
    }

    private void AddRuns(string code, List<((long, long) A, (long, long) B)> doubled)
    {
        while (doubled.Count > 0)
        {
            var run = new HashSet<(long, long)> { doubled[0].A, doubled[0].B };
            var count = 0;
            while (doubled.Find(e => run.Contains(e.A) || run.Contains(e.B)) is var next && next.A != next.B)
            {
                run.Add(next.A);
                run.Add(next.B);
                doubled.Remove(next);
                count++;
            }

            DoubledRuns.Add((code, count));
        }
    }

    private void Trace()
    {
        var left = _net.Where(static e => e.Value != 0).SelectMany(static e => Enumerable.Repeat(e.Value > 0 ? e.Key : (A: e.Key.B, B: e.Key.A), Math.Abs(e.Value))).ToList();
        for (var i = 0; i < left.Count; i++)
        {
            for (var k = i + 1; k < left.Count; k++)
            {
                Crossings += MeetInside(left[i], left[k]) ? 1 : 0;
            }
        }

        var leaving = left.GroupBy(static e => e.A).ToDictionary(static g => g.Key, static g => g.Select(static e => e.B).ToList());
        var loops = new List<List<(long X, long Y)>>();
        while (leaving.FirstOrDefault(static l => l.Value.Count > 0) is { Value: not null } first)
        {
            var (at, walk) = (first.Key, new List<(long X, long Y)>());
            while (leaving[at].Count > 0)
            {
                walk.Add(at);
                var to = leaving[at][^1];
                leaving[at].RemoveAt(leaving[at].Count - 1);
                at = to;
                if (walk.IndexOf(at) is >= 0 and var again)
                {
                    loops.Add(walk[again..]);
                    walk.RemoveRange(again, walk.Count - again);
                }
            }
        }

        foreach (var loop in loops)
        {
            var around = loops.Count(other => !ReferenceEquals(other, loop) && DoubledArea(other) > 0 && loop.TrueForAll(p => other.Contains(p) || Surrounds(other, p)));
            if (DoubledArea(loop) < 0)
            {
                Gaps.Add([.. loop]);
            }
            else if (around > 0)
            {
                Overlaps.Add([.. loop]);
            }
        }
    }

    private static long Quantum(JsonElement number) => (long)Math.Round(number.GetDecimal() * 10_000_000m);

    private static decimal DoubledArea(List<(long X, long Y)> ring) =>
        ring.Select((p, i) => ((decimal)p.X * ring[(i + 1) % ring.Count].Y) - ((decimal)ring[(i + 1) % ring.Count].X * p.Y)).Sum();

    private static bool Surrounds(List<(long X, long Y)> ring, (long X, long Y) p)
    {
        var inside = false;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            inside ^= (a.Y > p.Y) != (b.Y > p.Y) && (double)p.X < a.X + ((double)(p.Y - a.Y) * (b.X - a.X) / (b.Y - a.Y));
        }

        return inside;
    }

    // Two edges that have a point in common which is not an end of both.
    private static bool MeetInside(((long X, long Y) A, (long X, long Y) B) p, ((long X, long Y) A, (long X, long Y) B) q)
    {
        if (Math.Max(p.A.X, p.B.X) < Math.Min(q.A.X, q.B.X) || Math.Max(q.A.X, q.B.X) < Math.Min(p.A.X, p.B.X))
        {
            return false;
        }

        var (a, b, c, d) = (Side(p, q.A), Side(p, q.B), Side(q, p.A), Side(q, p.B));
        var shared = p.A == q.A || p.A == q.B || p.B == q.A || p.B == q.B;
        return a * b <= 0 && c * d <= 0 && !shared && (a != 0 || b != 0 || Math.Max(Math.Min(p.A.Y, p.B.Y), Math.Min(q.A.Y, q.B.Y)) <= Math.Min(Math.Max(p.A.Y, p.B.Y), Math.Max(q.A.Y, q.B.Y)));
    }

    private static int Side(((long X, long Y) A, (long X, long Y) B) line, (long X, long Y) p) =>
        Math.Sign(((decimal)(line.B.X - line.A.X) * (p.Y - line.A.Y)) - ((decimal)(line.B.Y - line.A.Y) * (p.X - line.A.X)));
}
