using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridEditFaultTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);
    private static readonly LocalDate Later = new(2026, 2, 1);
    private static readonly GridScheme Scheme = GridScheme.Compile(GridSchemePresets.FiveLevel, out _)!;
    private static readonly GridCode Village = GridCode.Parse("511921100201");
    private static readonly GridCode West = GridCode.Parse("511921100201001");
    private static readonly GridCode East = GridCode.Parse("511921100201002");
    private static readonly GridCode WestCell = GridCode.Parse("511921100201001001");
    private static readonly GridCode EastCell = GridCode.Parse("511921100201002001");

    [Fact]
    public void ASplit_WhoseTwoPartsKeepTheCode_IsRefused() =>
        Refused("grids.edit-twice", new SplitUnit(Later, WestCell, [new("北", Box(0, 50, 50, 100), WestCell), new("南", Box(0, 0, 50, 50), WestCell)]));

    [Fact]
    public void AMove_ThatNamesAUnitTwice_IsRefused() =>
        Refused("grids.edit-twice", new MoveBoundary(Later, [new(WestCell, Box(0, 0, 50, 100)), new(WestCell, Box(0, 0, 40, 100))]));

    [Fact]
    public void AnEdit_ThatGivesNoName_IsRefused()
    {
        foreach (var name in new[] { null!, "", " " })
        {
            Refused("grids.edit-name", new RenameUnit(Later, West, name));
            Refused("grids.edit-name", new MergeUnits(Later, [West, East], name));
            Refused("grids.edit-name", new SplitUnit(Later, WestCell, [new(name, Box(0, 50, 50, 100)), new("南", Box(0, 0, 50, 50))]));
            Refused("grids.edit-name", new EstablishUnits(Later, [GridUnit.CreateOffTerritory(Scheme, GridCode.Parse("511921000000001"), name ?? "", GridCode.Parse("511921"))]));
        }
    }

    [Fact]
    public void AllCellsOfOneGrid_CannotBeAbolishedWhileOtherGridsHaveCells()
    {
        Refused("grids.edit-gap", new AbolishUnits(Later, [WestCell]));

        // A level that is given up as a whole covers nothing any more.
        var grids = County().Edit(new AbolishUnits(Later, [WestCell, EastCell]));
        Assert.Empty(CoverageAudit.Run(grids.AsOf(Later)).Findings);
    }

    [Fact]
    public void AMerger_IntoOneOfItsUnits_LeavesThatOneOfItsKind()
    {
        GridKind KindOf(params GridCode[] units)
        {
            var history = County(GridKind.Dedicated).Edit(new MergeUnits(Later, [.. units], "合", East));
            return history.AsOf(Later).Unit(East).Kind;
        }

        Assert.Equal(GridKind.Comprehensive, KindOf(West, East));
        Assert.Equal(GridKind.Comprehensive, KindOf(East, West));
        Assert.Equal(GridKind.Dedicated, County(GridKind.Dedicated).Edit(new MergeUnits(Later, [West, East], "合")).Current.Single(static u => u.Parent == Village).Kind);
    }

    [Fact]
    public void ACellOfAGridOffTheTerritory_HasNoGeography()
    {
        var off = GridUnit.CreateOffTerritory(Scheme, GridCode.Parse("511921000000001"), "外", GridCode.Parse("511921"));
        var cell = GridUnit.Create(Scheme, GridCode.Parse("511921000000001001"), "元", GridKind.Cell, Box(10, 10, 20, 20));

        Refused("grids.off-territory-boundary", new EstablishUnits(Later, [off, cell]));
        Assert.Null(GridMap.Create(Scheme, [.. County().Current, off, cell], out var report));
        Assert.Equal("grids.off-territory-boundary", Assert.Single(report).Code);
        Assert.NotNull(GridMap.Create(Scheme, [.. County().Current, off, GridUnit.Create(Scheme, cell.Code, "元", GridKind.Cell)], out _));
    }

    private static void Refused(string code, GridEdit edit) => Assert.Contains(County().Decide(edit).Refusals, refusal => string.Equals(refusal.Code, code, StringComparison.Ordinal));

    private static GridBoundary Box(double west, double south, double east, double north) => Shapes.Box(CoordinateSystem.Metric, west, south, east, north);

    private static GridHistory County(GridKind west = GridKind.Comprehensive)
    {
        var (whole, left, right) = (Box(0, 0, 100, 100), Box(0, 0, 50, 100), Box(50, 0, 100, 100));
        (string Code, GridKind Kind, GridBoundary Boundary)[] units =
        [
            ("511921", GridKind.Division, whole), ("511921100", GridKind.Division, whole), ("511921100201", GridKind.Village, whole), ("511921100201001", west, left),
            ("511921100201002", GridKind.Comprehensive, right), ("511921100201001001", GridKind.Cell, left), ("511921100201002001", GridKind.Cell, right),
        ];
        return GridHistory.Begin(Scheme).Edit(new EstablishUnits(Day, [.. units.Select(static u => GridUnit.Create(Scheme, GridCode.Parse(u.Code), u.Code, u.Kind, u.Boundary))]));
    }
}
