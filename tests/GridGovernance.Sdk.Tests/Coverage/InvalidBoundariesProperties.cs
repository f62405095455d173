using FsCheck;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>The boundaries between the top and the cells, which the audit takes from their tilings where it can, against looking at each.</summary>
public class InvalidBoundariesProperties
{
    private const int Side = 6;

    [Property(MaxTest = 300)]
    public void Run_VillagesOfRandomFieldsUnderRandomLines_NamesEveryInvalidBoundary(DoNotSize<int> seed)
    {
        var map = RandomMap(new TestRandom((ulong)seed.Item));

        var found = CoverageAudit.Run(map).Findings.Where(static f => f.Code == "coverage.invalid-geometry").Select(static f => f.Grids[0]).Distinct();

        Assert.Equal(map.Units.Where(static u => BoundaryCheck.Find(u.Boundary!) is not null).Select(static u => u.Code.ToString()), found);
    }

    [Fact]
    public void RandomMap_OftenTilesUnderAnInvalidBoundary()
    {
        var maps = Enumerable.Range(0, 60).Select(static seed => RandomMap(new TestRandom((ulong)seed))).ToList();

        var reports = maps.ConvertAll(static map => CoverageAudit.Run(map));
        Assert.True(reports.Count(static r => r.Findings.Count > 0 && r.Findings.All(static f => f.Code == "coverage.invalid-geometry")) > 5);
        Assert.True(reports.Count(static r => r.Findings.Count == 0) > 5);
    }

    [Theory]
    [InlineData("0 0,1 0,1 1,2 1,2 2,1 2,1 1,0 1", "touches itself")]
    [InlineData("0 0,1 0,1 1,0 1;1 1,2 1,2 2,1 2", null)]
    public void Run_AVillageOfTwoFieldsThatTouch_IsSoundAsTwoPolygonsOnly(string village, string? expected)
    {
        var (county, other) = (new SampleCounty(CoordinateSystem.Metric, 1, 5, 1), "1 0,2 0,2 1,1 1;0 1,1 1,1 2,0 2");
        county.Clear();
        GridBoundary Parse(string text) => GridBoundary.Create(
            CoordinateSystem.Metric,
            [.. text.Split(';').Select(static polygon => new[] { polygon.Split(',').Select(static p => new GeoPoint(p[0] - '0', p[2] - '0')).ToArray() })]);
        void Add(string code, string? parent, int depth, string text) =>
            county.Add(county.Unit(GridCode.Parse(code), parent is null ? null : GridCode.Parse(parent), depth, GridKind.Division, Parse(text)));
        Add("10", null, 0, "0 0,1 0,2 0,2 1,2 2,1 2,0 2,0 1");
        Add("1001", "10", 1, village);
        Add("1002", "10", 1, other);
        Add("10010001", "1001", 2, "0 0,1 0,1 1,0 1");
        Add("10010002", "1001", 2, "1 1,2 1,2 2,1 2");
        Add("10020001", "1002", 2, "1 0,2 0,2 1,1 1");
        Add("10020002", "1002", 2, "0 1,1 1,1 2,0 2");

        var findings = CoverageAudit.Run(county.Map()).Findings;

        Assert.Equal(expected is null ? [] : ["1001"], findings.Select(static f => f.Grids[0]));
        Assert.All(findings, f => Assert.Contains(expected!, f.Finding.Message.ToString(), StringComparison.Ordinal));
    }

    private static GridMap RandomMap(TestRandom random)
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 1, 5, 1);
        county.Clear();
        var villages = 1 + random.Below(5);
        var labels = Enumerable.Range(0, Side * Side).Select(_ => (Village: random.Below(villages), Cell: random.Below(3))).ToArray();
        for (var field = 1; field < labels.Length; field++)
        {
            labels[field] = random.Below(2) == 0 ? labels[field - 1] : field >= Side && random.Below(2) == 0 ? labels[field - Side] : labels[field];
        }

        var root = GridCode.Parse("10");
        county.Add(county.Unit(root, null, 0, GridKind.Division, GridBoundary.Dissolve([.. Enumerable.Range(0, labels.Length).Select(Square)])));
        foreach (var village in labels.Select((label, field) => (label, field)).GroupBy(static l => l.label.Village).OrderBy(static g => g.Key))
        {
            var code = county.Scheme.Child(root, village.Key + 1);
            county.Add(county.Unit(code, root, 1, GridKind.Village, RandomLines([.. village.Select(static l => l.field)], random)));
            foreach (var cell in village.GroupBy(static l => l.label.Cell).OrderBy(static g => g.Key))
            {
                county.Add(county.Unit(county.Scheme.Child(code, cell.Key + 1), code, 2, GridKind.Cell, GridBoundary.Dissolve([.. cell.Select(static l => Square(l.field))])));
            }
        }

        return county.Map();
    }

    private static GridBoundary Square(int field)
    {
        var (x, y) = (field % Side, field / Side);
        return Shapes.Box(CoordinateSystem.Metric, x, y, x + 1, y + 1);
    }

    // Walks along the border of the fields, anywhere on at a corner where two of them touch, and gives each hole to any polygon.
    private static GridBoundary RandomLines(int[] fields, TestRandom random)
    {
        var next = new SortedDictionary<(int X, int Y), List<(int X, int Y)>>();
        foreach (var field in fields)
        {
            var (x, y) = (field % Side, field / Side);
            (int X, int Y)[] corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)];
            int[] beyond = [y == 0 ? -1 : field - Side, x == Side - 1 ? -1 : field + 1, y == Side - 1 ? -1 : field + Side, x == 0 ? -1 : field - 1];
            for (var i = 0; i < 4; i++)
            {
                if (!fields.Contains(beyond[i]))
                {
                    next.TryAdd(corners[i], []);
                    next[corners[i]].Add(corners[(i + 1) % 4]);
                }
            }
        }

        var rings = new List<List<GeoPoint>>();
        while (next.FirstOrDefault(static n => n.Value.Count > 0) is { Value: not null } first)
        {
            var (ring, at) = (new List<GeoPoint>(), first.Key);
            while (next[at].Count > 0 && (at != first.Key || ring.Count == 0 || random.Below(2) == 0))
            {
                ring.Add(new GeoPoint(at.X, at.Y));
                var way = random.Below(next[at].Count);
                (var from, at) = (at, next[at][way]);
                next[from].RemoveAt(way);
            }

            rings.Add(ring);
        }

        var shells = rings.FindAll(static r => Area(r) > 0).ConvertAll(static r => new List<IReadOnlyList<GeoPoint>> { r });
        try
        {
            rings.FindAll(static r => Area(r) <= 0).ForEach(r => shells[random.Below(shells.Count)].Add(r));
            return GridBoundary.Create(CoordinateSystem.Metric, shells);
        }
        catch (ArgumentException)
        {
            return GridBoundary.Dissolve([.. fields.Select(Square)]);
        }
    }

    private static double Area(List<GeoPoint> ring) =>
        ring.Select((p, i) => (p.X * ring[(i + 1) % ring.Count].Y) - (ring[(i + 1) % ring.Count].X * p.Y)).Sum();
}
