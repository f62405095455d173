using FsCheck;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

public class CoverageRepairTests
{
    private static readonly CoordinateSystem Metric = CoordinateSystem.Metric;

    [Theory]
    [InlineData("metric", 41)]
    [InlineData("gcj02", 42)]
    public void Run_ACountyOfThreeLevels_PassesTheAuditAtEveryLevel(string code, ulong seed)
    {
        Assert.True(CoordinateSystem.TryFromCode(code, out var system));
        var county = Shaken(system, seed);
        Assert.False(CoverageAudit.Run(county.Map()).IsComplete);

        var result = CoverageRepair.Run(county.Map());

        Assert.Empty(result.Report);
        Assert.Empty(CoverageAudit.Run(result.Map!).Findings);
        Assert.Equal(county.Map().Units.Select(static u => u.Code), result.Map!.Units.Select(static u => u.Code));
        Assert.True(result.MovedSquareMetres > 0);
    }

    [Property(MaxTest = 30)]
    public void Run_AnyShakenCounty_PassesTheAudit(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var county = Shaken(CoordinateSystem.All[random.Below(5)], random.Next());
        var settings = new RepairSettings { Owner = (OverlapOwner)random.Below(4), SnapMetres = random.Below(2) * random.Between(0, 3) };

        var result = CoverageRepair.Run(county.Map(), settings);

        Assert.True(result.IsAccepted, result.Report.ToString());
        Assert.Empty(CoverageAudit.Run(result.Map!).Findings);
    }

    // Cells that lie anywhere and are cut by an outline that they know nothing of.
    [Property(MaxTest = 60)]
    public void Run_AnyHeapOfStars_TilesItsOutline(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var outline = GridBoundary.Create(Metric, Shapes.Star(random, 0, 0, 100, 3 + random.Below(12)));
        CoverageCell[] cells =
        [
            .. Enumerable.Range(0, 1 + random.Below(6)).Select(i => new CoverageCell(
                $"{i}", GridBoundary.Create(Metric, Shapes.Star(random, random.Between(-60, 60), random.Between(-60, 60), random.Between(5, 90), 3 + random.Below(9))))),
        ];

        var result = CoverageRepair.Run(cells, random.Below(3) == 0 ? null : outline, new RepairSettings { Owner = (OverlapOwner)random.Below(4) });

        if (result.IsAccepted)
        {
            Assert.Empty(CoverageAudit.Run(result.Cells, result.Parent).Findings);
        }
        else
        {
            Assert.All(result.Report, static f => Assert.Equal("coverage.repair-empties", f.Code));
        }
    }

    [Fact]
    public void Run_AnExactMap_ComesBackAsItIs()
    {
        var map = new SampleCounty(Metric, 43, 40, 4).Map();

        var result = CoverageRepair.Run(map);

        Assert.Same(map, result.Map);
        Assert.Empty(result.Changes);
    }

    [Theory]
    [InlineData(OverlapOwner.Smaller, 100, 300)]
    [InlineData(OverlapOwner.Larger, 80, 320)]
    [InlineData(OverlapOwner.FirstByCode, 80, 320)]
    [InlineData(OverlapOwner.LongestBorder, 80, 320)]
    public void Run_AnOverlap_GoesToTheChosenOwner(OverlapOwner owner, double small, double large)
    {
        // 2 m wide and 10 m high; 12 m of the large one's undisputed border lie beside it, and 10 m of the small one's.
        CoverageCell[] cells = [new("b", Shapes.Box(Metric, 0, 0, 10, 10)), new("a", GridBoundary.Create(Metric, P(8, 0), P(30, 0), P(30, 10), P(20, 20), P(10, 20), P(10, 10), P(8, 10)))];
        var before = cells.Select(static c => c.Boundary!.AreaSquareMetres).ToArray();

        var result = CoverageRepair.Run(cells, settings: new RepairSettings { Owner = owner });

        Assert.Empty(CoverageAudit.Run(result.Cells).Findings);
        Assert.Equal(["b", "a"], result.Cells.Select(static c => c.Code));
        Assert.Equal(small, result.Cells[0].Boundary!.AreaSquareMetres, 1e-9);
        Assert.Equal(before[1] - (large == 300 ? 20 : 0), result.Cells[1].Boundary!.AreaSquareMetres, 1e-9);
        Assert.Equal(20, result.MovedSquareMetres, 1e-9);
    }

    [Fact]
    public void Run_AGap_GoesToTheLongestBorderAndAmongEqualsToTheFirstByCode()
    {
        CoverageCell[] cells = [new("low", Shapes.Box(Metric, 0, 0, 10, 4)), new("top", Shapes.Box(Metric, 0, 6, 10, 10)), new("a side", Shapes.Box(Metric, 10, 0, 12, 10))];

        var result = CoverageRepair.Run(cells, Shapes.Box(Metric, 0, 0, 12, 10));

        Assert.Equal([60.0, 40.0, 20.0], result.Cells.Select(static c => c.Boundary!.AreaSquareMetres));
        Assert.Equal([new RepairChange("low", 20, 0)], result.Changes.Where(static c => c.GainedSquareMetres + c.LostSquareMetres > 0));
        Assert.Empty(CoverageAudit.Run(result.Cells, result.Parent).Findings);
        Assert.True(CoverageAudit.Run(result.Cells, Shapes.Box(Metric, 0, 0, 12, 10)).IsComplete);
    }

    [Fact]
    public void Run_NearPoints_SnapTogether()
    {
        CoverageCell[] cells = [new("a", Shapes.Box(Metric, 0, 0, 10, 10)), new("b", Shapes.Box(Metric, 10.03, -0.02, 20, 10.01))];

        var result = CoverageRepair.Run(cells, settings: new RepairSettings { SnapMetres = 0.1 });

        Assert.Equal(6, NaiveGeometry.Chain(result.Cells.Select(static c => c.Boundary!)).Count);
        Assert.Single(GridAdjacency.Of(result.Cells).Rook);
        Assert.Equal(cells[0].Boundary!.AreaSquareMetres, result.Cells[0].Boundary!.AreaSquareMetres);
    }

    [Fact]
    public void Run_ABoundThatIsTooSmall_IsRefusedWithTheArea()
    {
        CoverageCell[] cells = [new("a", Shapes.Box(Metric, 0, 0, 12, 10)), new("b", Shapes.Box(Metric, 10, 0, 30, 10))];

        var result = CoverageRepair.Run(cells, settings: new RepairSettings { MostMovedSquareMetres = 19.9 });

        Assert.False(result.IsAccepted);
        Assert.Empty(result.Cells);
        Assert.Null(result.Map);
        var finding = Assert.Single(result.Report);
        Assert.Equal(("coverage.repair-moves-too-much", 20m), (finding.Code, finding.Measure));
        Assert.Equal("b", Assert.Single(result.Changes, static c => c.LostSquareMetres > 0).Code);
        Assert.True(CoverageRepair.Run(cells, settings: new RepairSettings { MostMovedSquareMetres = 20 }).IsAccepted);
    }

    [Fact]
    public void Run_WhatItCannotKnow_IsRefusedByName()
    {
        CoverageCell[] twice = [new("a", Shapes.Box(Metric, 0, 0, 10, 10)), new("b", Shapes.Box(Metric, 0, 0, 10, 10))];
        CoverageCell[] bare = [new("a", Shapes.Box(Metric, 0, 0, 10, 10)), new("b", null)];

        Assert.Equal(("coverage.repair-empties", "b"), Only(CoverageRepair.Run(twice)));
        Assert.Equal(("coverage.no-geometry", "b"), Only(CoverageRepair.Run(bare)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoverageRepair.Run(twice, settings: new RepairSettings { SnapMetres = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoverageRepair.Run(twice, settings: new RepairSettings { MostMovedSquareMetres = -1 }));
    }

    [Fact]
    public void Run_ABowTie_BecomesItsTwoParts()
    {
        CoverageCell[] cells = [new("a", GridBoundary.Create(Metric, P(0, 0), P(10, 10), P(10, 0), P(0, 8)))];

        var result = CoverageRepair.Run(cells);

        Assert.Equal(2, result.Cells[0].Boundary!.PolygonCount);
        Assert.Empty(CoverageAudit.Run(result.Cells).Findings);
    }

    private static (string Code, string? Subject) Only(RepairResult result)
    {
        var finding = Assert.Single(result.Report);
        return (finding.Code, finding.Place.Subject);
    }

    private static GeoPoint P(double x, double y) => new(x, y);

    // Every point of some cells and villages goes astray by up to a few metres.
    private static SampleCounty Shaken(CoordinateSystem system, ulong seed)
    {
        var random = new TestRandom(seed);
        var county = new SampleCounty(system, random.Next(), 40, 4);
        var far = system.IsGeographic ? 2e-5 : 2;
        foreach (var unit in county.Map().Units.Where(static u => u.Level.Depth > 0).ToArray())
        {
            if (random.Below(3) == 0)
            {
                var boundary = unit.Boundary!;
                var polygons = new List<List<IReadOnlyList<GeoPoint>>>();
                for (var r = 0; r < boundary.RingCount; r++)
                {
                    var ring = boundary.Ring(r);
                    if (!ring.IsHole)
                    {
                        polygons.Add([]);
                    }

                    polygons[^1].Add([.. Enumerable.Range(0, ring.Count).Select(i => new GeoPoint(ring[i].X + random.Between(-far, far), ring[i].Y + random.Between(-far, far)))]);
                }

                county.Reshape(unit, GridBoundary.Create(system, polygons));
            }
        }

        return county;
    }
}
