using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using Box = GridGovernance.Sdk.Tests.Division.NetworkOverlayProperties.Box;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class NetworkMergeTests
{
    private static readonly PopulatedPlace[] Places =
        [.. from x in Enumerable.Range(0, 12) from y in Enumerable.Range(0, 12) select new PopulatedPlace(new GeoPoint(x + 0.5, y + 0.5), 1, 3)];

    [Fact]
    public void Run_OnTwoNetworksThatCutAcross_GivesOneThatTilesTheSameLand()
    {
        var overlay = Compile(Rows("police", 3), Columns("urban", 4));

        var merge = NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 6 }], seed: 1);

        Assert.Equal(DivisionVerdict.Found, merge.Outcome.Verdict);
        Assert.Equal(6, merge.Cells.Count);
        Assert.Equal(144, merge.Cells.Sum(static cell => cell.Boundary.AreaSquareMetres), 6);
        Assert.Equal(144, GridBoundary.Dissolve([.. merge.Cells.Select(static cell => cell.Boundary)]).AreaSquareMetres, 6);
        Assert.All(merge.Outcome.Plan!.Grids, static grid => Assert.Equal(72, grid.People));
        Assert.All(merge.Crosswalks, static crosswalk => Assert.All(
            crosswalk.Rows.GroupBy(static row => row.From), static rows => Assert.Equal(1, rows.Sum(static row => row.ShareByArea), 1e-9)));
    }

    [Fact]
    public void Run_OnIdenticalNetworks_ReturnsTheNetwork()
    {
        var overlay = Compile(Columns("police", 4), Columns("urban", 4));

        var merge = NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 4 }], seed: 1);

        Assert.Equal(
            overlay.Networks[0].Cells.Select(static cell => cell.Boundary.ToString()).Order(StringComparer.Ordinal),
            merge.Cells.Select(static cell => cell.Boundary.ToString()).Order(StringComparer.Ordinal));
        Assert.All(merge.Crosswalks, static crosswalk => Assert.Equal((1.0, 1.0), (crosswalk.WholeByArea, crosswalk.WholeByPeople)));
        Assert.All(merge.Crosswalks, static crosswalk => Assert.All(crosswalk.Rows, static row => Assert.Equal((1.0, 1.0), (row.ShareByArea, row.ShareByPeople))));
    }

    [Fact]
    public void Run_WithParents_KeepsEveryCellInsideItsParent()
    {
        var overlay = Compile(Columns("communities", 2), Rows("police", 3));

        var merge = NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 3 }], seed: 1, parents: 0);

        Assert.Equal(6, merge.Cells.Count);
        Assert.All(merge.Outcome.Plan!.Grids, static grid => Assert.Contains(grid.Parent, (string[])["communities-0", "communities-1"]));
        Assert.All(merge.Crosswalks[0].Rows, static row => Assert.Equal(1.0 / 3, row.ShareByArea, 1e-9));
    }

    [Fact]
    public void Run_GivesEachCellTheDutiesOfWhatItCameFrom()
    {
        var police = Columns("police", 2) with { };
        police = police with { Cells = [police.Cells[0] with { Duties = ["fire-safety"] }, police.Cells[1] with { Duties = ["fire-safety", "street-order"] }] };
        var overlay = Compile(police, Rows("urban", 1));

        var merge = NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 1 }], seed: 1);

        Assert.Equal(["fire-safety", "street-order"], Assert.Single(merge.Cells).Duties);
        Assert.Equal(
            [("fire-safety", "police-0 police-1", 1.0), ("street-order", "police-1", 0.5)],
            merge.Duties.Select(static duty => (duty.Duty, string.Join(' ', duty.From), duty.ShareByArea)));
    }

    [Fact]
    public void Run_AHeavierNetwork_StaysWhole()
    {
        // Two ways to halve the square: along the rows or along the columns.
        double? Whole(double rows, double columns) =>
            NetworkMerge.Run(Compile(Rows("rows", 2) with { Weight = rows }, Columns("columns", 2) with { Weight = columns }), [new DivisionSizing { Grids = 2 }], seed: 1).Crosswalks[0].WholeByPeople;

        Assert.Equal(1, Whole(rows: 50, columns: 0));
        Assert.Equal(0, Whole(rows: 0, columns: 50));
    }

    [Fact]
    public void Compile_OnBadNetworks_NamesEverything()
    {
        var good = NetworkOverlayProperties.Rectangle(new Box(0, 0, 1, 1));
        var elsewhere = GridBoundary.Create(CoordinateSystem.Wgs84, new GeoPoint(100, 30), new GeoPoint(101, 30), new GeoPoint(101, 31));

        var overlay = NetworkOverlay.Compile(
            [
                new DutyNetwork("a") { Cells = [new NetworkCell("1", good), new NetworkCell("1", good), new NetworkCell("2", elsewhere)] },
                new DutyNetwork("a", double.NaN) { Cells = [] },
            ],
            [],
            out var report);

        Assert.Null(overlay);
        Assert.Equal(
            ["division.duplicate-cell", "division.mixed-systems", "division.duplicate-network", "division.bad-weight", "division.empty-network"],
            report.Select(static finding => finding.Code));
        Assert.Null(NetworkOverlay.Compile([], [], out report));
        Assert.Equal("division.no-networks", Assert.Single(report).Code);
    }

    [Fact]
    public void CrosswalkBetween_APositionThatIsNone_Throws()
    {
        var overlay = Compile(Rows("rows", 2));

        Assert.Throws<ArgumentOutOfRangeException>(() => overlay.CrosswalkBetween(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => overlay.CrosswalkBetween(-1, 0));
    }

    private static NetworkOverlay Compile(params EquatableArray<DutyNetwork> networks)
    {
        var overlay = NetworkOverlay.Compile(networks, Places, out var report);
        report.EnsureNoErrors();
        return overlay!;
    }

    private static DutyNetwork Rows(string code, int count) => Strips(code, count, (from, to) => new Box(0, from, 12, to));

    private static DutyNetwork Columns(string code, int count) => Strips(code, count, (from, to) => new Box(from, 0, to, 12));

    private static DutyNetwork Strips(string code, int count, Func<int, int, Box> box) => new(code)
    {
        Cells = EquatableArray.From(Enumerable.Range(0, count).Select(i => new NetworkCell($"{code}-{i}", NetworkOverlayProperties.Rectangle(box(i * 12 / count, (i + 1) * 12 / count))))),
    };
}
