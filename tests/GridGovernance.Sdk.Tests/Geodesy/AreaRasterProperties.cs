using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

public class AreaRasterProperties
{
    private const int Fine = 1 << RasterEdge.FineBits;

    // Whatever the areas are, each is found where ray casting over decimals says, for points on corners, on borders and between the quanta.
    [Property(MaxTest = 300)]
    public void Next_AnyAreas_FindsThoseThatTheNaiveModelFinds(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var areas = Areas(random);
        var raster = new AreaRaster(areas);
        for (var i = 0; i < 60; i++)
        {
            var (x, y) = Place(random, areas);
            var expected = Enumerable.Range(0, areas.Length).Where(a => NaiveGeometry.Contains(areas[a], x / (decimal)Fine, y / (decimal)Fine)).ToList();

            var found = new List<int>();
            for (var area = raster.Next(x, y, -1); area >= 0; area = raster.Next(x, y, area))
            {
                found.Add(area);
            }

            Assert.Equal(expected, found);
            Assert.Equal(expected.Count == 0 ? -1 : expected[0], raster.First(x, y));
            Assert.All(areas, (area, position) => Assert.Equal(expected.Contains(position), area.ContainsFine(x, y)));
        }
    }

    // Each point of a tiling lies in one face: the faces' counts add up to the points inside the outline.
    [Property(MaxTest = 20)]
    public void First_AnyTiling_CountsEachPointOnce(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var outline = GridBoundary.Create(CoordinateSystem.Metric, [[Shapes.Star(random, 0, 0, 0.5, 20), Shapes.Star(random, 0, 0, 0.1, 7)]]);
        var tiling = VoronoiTiling.Create(outline, Sites(random, outline));
        var raster = new AreaRaster([.. tiling.Faces]);
        var counts = new int[tiling.Faces.Count];
        var inside = 0;
        for (var x = -500; x <= 500; x += 17)
        {
            for (var y = -500; y <= 500; y += 13)
            {
                inside += NaiveGeometry.Contains(tiling.Outline, x, y) ? 1 : 0;
                if (raster.First((long)x * Fine, (long)y * Fine) is >= 0 and var face)
                {
                    counts[face]++;
                    Assert.Equal(-1, raster.Next((long)x * Fine, (long)y * Fine, face));
                }
            }
        }

        Assert.Equal(inside, counts.Sum());
    }

    [Property(MaxTest = 200)]
    public void Run_ANearestArea_IsTheNearestOfAllBorders(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var areas = Areas(random);
        var raster = new AreaRaster(areas);
        var point = new GeoPoint(random.Between(-0.5, 0.5), random.Between(-0.5, 0.5));
        var within = random.Between(0, 0.6);

        var search = new NearestArea(raster, CoordinateSystem.Metric, point, within);
        search.Run();

        var (expected, nearest) = NaiveNearest(areas, point);
        Assert.Equal(nearest <= within, search.Area >= 0);
        if (search.Area >= 0)
        {
            Assert.Equal(nearest, search.Metres, 1e-9);
            Assert.True(search.Area == expected || NaiveNearest([areas[search.Area]], point).Metres - nearest < 1e-9);
        }
    }

    [Fact]
    public void First_AreasAsWideAsTheGlobe_AreStillExact()
    {
        GridBoundary[] areas =
        [
            Shapes.Box(CoordinateSystem.Wgs84, -180, -90, 0, 90), Shapes.Box(CoordinateSystem.Wgs84, 0, -90, 180, 0), Shapes.Box(CoordinateSystem.Wgs84, 0, 0, 180, 90),
        ];
        var raster = new AreaRaster(areas);

        Assert.Equal([0, 1, 2, 2, -1], new[] { (-1L, 0L), (0, -1), (0, 0), (5, 5), (1_800_000_000, 0) }.Select(p => raster.First(p.Item1 * Fine, p.Item2 * Fine)));
    }

    [Theory]
    [InlineData("comb")]
    [InlineData("fan")]
    [InlineData("copies")]
    [InlineData("diagonals")]
    [InlineData("far")]
    public void Numbers_OfHostileAreas_StayInProportion(string shape)
    {
        var areas = Hostile(shape);
        var raster = new AreaRaster(areas);

        var coordinates = areas.Sum(static a => 16L * a.VertexCount);
        Assert.InRange(4L * raster.Numbers.Length, 0, 8192 + (4 * coordinates));
        var random = new TestRandom(1);
        for (var i = 0; i < 50; i++)
        {
            var area = areas[random.Below(areas.Length)];
            var (x, y) = ((Fine * area.West) + random.Below((int)Math.Min(int.MaxValue, Fine * (area.East - area.West))), (Fine * area.South) + random.Below((int)Math.Min(int.MaxValue, Fine * (area.North - area.South))));
            Assert.Equal(Array.FindIndex(areas, a => a.ContainsFine(x, y)), raster.First(x, y));
        }
    }

    private static GridBoundary[] Hostile(string shape)
    {
        static GeoPoint At(double x, double y) => new(x / 1000, y / 1000);
        var metric = CoordinateSystem.Metric;
        switch (shape)
        {
            case "comb":
                var teeth = Enumerable.Range(0, 2000).SelectMany(static i => new[] { At(10 * i, 0), At((10 * i) + 3, 90_000), At((10 * i) + 6, 1) });
                return [GridBoundary.Create(metric, [.. teeth, At(20_010, -500), At(-5, -500)])];
            case "fan":
                return [.. Enumerable.Range(0, 3000).Select(i => GridBoundary.Create(metric, At(0, 0), At(100_000, 10 * i), At(100_000, (10 * i) + 10)))];
            case "copies":
                return [.. Enumerable.Repeat(Shapes.Box(metric, 0, 0, 100, 100), 800)];
            case "diagonals":
                return [.. Enumerable.Range(0, 2000).Select(i => GridBoundary.Create(metric, At(5 * i, 0), At((5 * i) + 5, 0), At((5 * i) + 100_005, 100_000), At((5 * i) + 100_000, 100_000)))];
            default:
                // One area far from all the others, as with coordinates swapped.
                return [Shapes.Box(metric, 900_000, 900_000, 900_001, 900_001), .. Enumerable.Range(0, 2000).Select(i => Shapes.Box(metric, i % 50, i / 50, (i % 50) + 1, (i / 50) + 1))];
        }
    }

    private static (long X, long Y) Place(TestRandom random, GridBoundary[] areas)
    {
        var area = areas[random.Below(areas.Length)];
        var ring = area.Ring(random.Below(area.RingCount)).Quanta;
        var (k, n) = (2 * random.Below(ring.Length / 2), 2 * random.Below(ring.Length / 2));
        return random.Below(4) switch
        {
            0 => (ring[k] * Fine, ring[n + 1] * Fine),
            1 => (ring[k] * Fine, ring[k + 1] * Fine),
            2 => ((ring[k] * Fine) + random.Below(3) - 1, (ring[k + 1] * Fine) + random.Below(3) - 1),
            _ => ((area.West * Fine) + random.Below((int)(1 + ((area.East - area.West) * Fine))), (area.South * Fine) + random.Below((int)(1 + ((area.North - area.South) * Fine)))),
        };
    }

    // Up to forty areas of a few kinds that overlap at will, their corners on a raster so coarse that lines, corners and points coincide often.
    private static GridBoundary[] Areas(TestRandom random)
    {
        var count = 1 + random.Below(40);
        var coarse = 1 + random.Below(20);
        var areas = new List<GridBoundary>();
        while (areas.Count < count)
        {
            if (areas.Count > 0 && random.Below(8) == 0)
            {
                areas.Add(areas[random.Below(areas.Count)]);
                continue;
            }

            var (x, y) = (random.Below(300) - 150, random.Below(300) - 150);
            var size = 1 + random.Below(120);
            var corners = random.Below(10) == 0 ? 40 : 3 + random.Below(6);
            var ring = Enumerable.Range(0, corners).Select(_ => new GeoPoint(Snap(x + random.Below(size), coarse), Snap(y + random.Below(size), coarse))).ToArray();
            try
            {
                areas.Add(GridBoundary.Create(CoordinateSystem.Metric, ring));
            }
            catch (ArgumentException)
            {
                // No area: drawn again.
            }
        }

        return [.. areas];
    }

    private static double Snap(int value, int coarse) => value / coarse * coarse / 1000.0;

    private static GeoPoint[] Sites(TestRandom random, GridBoundary outline)
    {
        var sites = new List<GeoPoint>();
        foreach (var site in Shapes.Sites(random, outline, 40))
        {
            if (sites.TrueForAll(s => Math.Max(Math.Abs(s.X - site.X), Math.Abs(s.Y - site.Y)) > 0.02)
                && new[] { -0.012, 0, 0.012 }.All(dx => new[] { -0.012, 0, 0.012 }.All(dy => outline.Contains(new GeoPoint(site.X + dx, site.Y + dy)))))
            {
                sites.Add(site);
            }
        }

        return sites.Count > 0 ? [.. sites] : [outline.LabelPoint];
    }

    private static (int Area, double Metres) NaiveNearest(GridBoundary[] areas, GeoPoint point)
    {
        var best = (Area: -1, Metres: double.PositiveInfinity);
        for (var a = 0; a < areas.Length; a++)
        {
            for (var r = 0; r < areas[a].RingCount; r++)
            {
                var ring = areas[a].Ring(r);
                var edges = Enumerable.Range(0, ring.Count).Select(i => (From: ring[i], To: ring[(i + 1) % ring.Count])).ToList();
                foreach (var (from, to) in edges)
                {
                    // An edge that runs forth and back, as along a spike, has the same on both sides.
                    if (edges.Count(e => (e.From == from && e.To == to) || (e.From == to && e.To == from)) % 2 == 0)
                    {
                        continue;
                    }

                    var (dx, dy) = (to.X - from.X, to.Y - from.Y);
                    var share = Math.Clamp((((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
                    var metres = Math.Sqrt(Math.Pow(from.X + (share * dx) - point.X, 2) + Math.Pow(from.Y + (share * dy) - point.Y, 2));
                    best = metres < best.Metres ? (a, metres) : best;
                }
            }
        }

        return best;
    }
}
