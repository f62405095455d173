using FsCheck;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>The audit and the repair against the fields of a crooked chessboard.</summary>
public class RasterTilingProperties
{
    [Property(MaxTest = 300)]
    public void Run_AnyTilingWithHolesIslandsEnclavesAndSharedCorners_RaisesNoAlarm(DoNotSize<int> seed)
    {
        var board = Board(seed.Item, out _, out _);

        var cells = board.Cells();
        Assert.Empty(CoverageAudit.Run(cells, board.Parent()).Findings);
        Assert.Equal(Enumerable.Range(0, board.FieldCount).Any(board.IsInside), cells.Count > 0);
        Assert.All(cells, static c => Assert.Null(BoundaryCheck.Find(c.Boundary!)));
    }

    [Property(MaxTest = 200)]
    public void Run_WithoutAParent_GapsAreTheBoundedHoles(DoNotSize<int> seed)
    {
        var board = Board(seed.Item, out _, out _);
        var enclosed = board.Enclosed();

        var report = CoverageAudit.Run(board.Cells());

        Assert.Equal(board.Sum(f => enclosed.Contains(f) ? 1 : 0), report.GapSquareMetres, 1e-4);
        Assert.Equal((0.0, 0.0), (report.OverlapSquareMetres, report.OutsideSquareMetres));
        Assert.Equal(enclosed.Count > 0, report.Findings.Count > 0);
    }

    // Any claims at all: fields taken away, claimed twice and three times, claimed outside the parent.
    [Property(MaxTest = 300)]
    public void Run_AnyClaims_AreFoundWithTheirExactAreas(DoNotSize<int> seed)
    {
        var board = Damaged(seed.Item, out var system, out _);
        if (board.Parent() is not { } parent)
        {
            return;
        }

        var report = CoverageAudit.Run(board.Cells(), parent);

        var precision = system.IsGeographic ? 1e-4 : 1e-6;
        Assert.Equal(board.Sum(f => board.IsInside(f) && board.Claims(f).Count == 0 ? 1 : 0), report.GapSquareMetres, precision);
        Assert.Equal(board.Sum(f => Math.Max(0, board.Claims(f).Count - 1)), report.OverlapSquareMetres, precision);
        Assert.Equal(board.Sum(f => !board.IsInside(f) && board.Claims(f).Count > 0 ? 1 : 0), report.OutsideSquareMetres, precision);
        foreach (var finding in report.Findings)
        {
            var field = board.FieldAt(finding.At!.Value);
            Assert.Equal(
                (finding.Code == "coverage.gap", finding.Code == "coverage.outside"),
                (board.Claims(field).Count == 0, finding.Code != "coverage.gap" && !board.IsInside(field) && finding.Code == "coverage.outside"));
            if (finding.Code != "coverage.gap")
            {
                Assert.Equal(board.Claims(field).Order().Select(static c => $"cell {c}"), finding.Grids);
            }
        }
    }

    [Property(MaxTest = 100)]
    public void Run_TheOrderOfCells_DoesNotMatter(DoNotSize<int> seed)
    {
        var board = Damaged(seed.Item, out _, out var random);
        var (cells, parent) = (board.Cells(), board.Parent());
        var shuffled = cells.OrderBy(_ => random.Next()).ToList();

        Assert.Equal(CoverageAudit.Run(cells, parent).ToFindingReport(), CoverageAudit.Run(shuffled, parent).ToFindingReport());
    }

    [Property(MaxTest = 200)]
    public void Repair_AnyClaims_PassesTheAuditAndMovesWhatItSays(DoNotSize<int> seed)
    {
        var board = Damaged(seed.Item, out var system, out var random);
        if (board.Parent() is not { } parent || board.Cells() is not { Count: > 0 } cells)
        {
            return;
        }

        var settings = new RepairSettings { Owner = (OverlapOwner)random.Below(4) };
        var result = CoverageRepair.Run(cells, parent, settings);

        Assert.Equal(result.IsAccepted, result.Cells.Count > 0);
        if (!result.IsAccepted)
        {
            Assert.All(result.Report, static f => Assert.Equal("coverage.repair-empties", f.Code));
            return;
        }

        Assert.Empty(CoverageAudit.Run(result.Cells, parent).Findings);
        Assert.Equal(cells.Select(static c => c.Code), result.Cells.Select(static c => c.Code));
        var touched = board.Sum(f => board.IsInside(f) == (board.Claims(f).Count == 1) && !(board.IsInside(f) && board.Claims(f).Count == 1) ? board.Claims(f).Count : board.IsInside(f) ? Math.Abs(board.Claims(f).Count - 1) : board.Claims(f).Count);
        Assert.Equal(touched, result.MovedSquareMetres, system.IsGeographic ? 1e-3 : 1e-5);
        var bound = new RepairSettings { Owner = settings.Owner, MostMovedSquareMetres = touched / 2 };
        Assert.Equal(touched < 1e-9, CoverageRepair.Run(cells, parent, bound).IsAccepted);
    }

    private static RasterTiling Board(int seed, out CoordinateSystem system, out TestRandom random)
    {
        random = new TestRandom((ulong)seed);
        system = CoordinateSystem.All[random.Below(5)];
        return new RasterTiling(system, random);
    }

    private static RasterTiling Damaged(int seed, out CoordinateSystem system, out TestRandom random)
    {
        var board = Board(seed, out system, out random);
        for (var times = random.Below(12); times > 0; times--)
        {
            var claims = board.Claims(random.Below(board.FieldCount));
            if (random.Below(3) == 0)
            {
                claims.Clear();
            }
            else
            {
                claims.Add(random.Below(board.CellCount));
            }
        }

        return board;
    }
}
