using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridHistoryTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);
    private static readonly GridScheme Scheme = GridScheme.Compile(GridSchemePresets.FiveLevel, out _)!;
    private static readonly GridCode Grid = GridCode.Parse("511921100201001");
    private static readonly GridCode West = GridCode.Parse("511921100201001001");
    private static readonly GridCode East = GridCode.Parse("511921100201001002");

    [Fact]
    public void Begin_ASmallCounty_HoldsFromItsFirstDay()
    {
        var history = County();

        Assert.Empty(history.AsOf(Day.PlusDays(-1)).Units);
        Assert.Equal(6, history.AsOf(Day).Units.Count);
        Assert.Equal((Day, CoordinateSystem.Metric, 1), (history.LastOn, history.System, history.Events.Count));
        Assert.Equal(6, GridHistory.Begin(history.AsOf(Day), Day).AsOf(Day).Units.Count);
        Assert.Empty(CoverageAudit.Run(history.AsOf(Day)).Findings);
    }

    [Fact]
    public void SplitCell_ByALine_GivesNewCodesAndLineage()
    {
        var before = County();
        var cut = BoundaryAlgebra.Cut(before.AsOf(Day).Unit(West).Boundary!, new(0, 40), new(50, 40));

        var after = before.Edit(new SplitUnit(Day.PlusDays(10), West, [new("北", cut.Left), new("南", cut.Right)]) { Reason = "通政发〔2026〕1号" });

        string[] parts = ["511921100201001003", "511921100201001004"];
        Assert.Equal(parts, after.SuccessorsOf(West).Select(Text));
        Assert.Equal([West], after.PredecessorsOf(GridCode.Parse(parts[0])));
        Assert.Equal(parts, after.Resolve(West, Day.PlusDays(10)).Units.Select(Text));
        Assert.True(after.Resolve(West, Day.PlusDays(9)).IsInForce);
        Assert.Null(after.Resolve(West, Day.PlusDays(10)).Single);
        Assert.Equal(parts[1], after.Resolve(West, Day.PlusDays(10), new GeoPoint(10, 10)).Single.ToString());
        Assert.Equal("通政发〔2026〕1号", after.Events[^1].Reason);
        Assert.Equal((Day, Day.PlusDays(9)), (after.VersionsOf(West)[0].ValidFrom, after.VersionsOf(West)[0].ValidTo));

        // The cell beside it and the units above share the new corner at (50, 40) and (0, 40): no edge is left unmatched.
        Assert.Empty(CoverageAudit.Run(after.AsOf(Day.PlusDays(10))).Findings);
        Assert.Empty(CoverageAudit.Run(before.AsOf(Day)).Findings);
        Assert.Equal(6, before.AsOf(Day.PlusDays(10)).Units.Count);
    }

    [Fact]
    public void SplitGrid_HandsItsCellsOver()
    {
        var history = County();
        var (left, right) = (history.AsOf(Day).Unit(West).Boundary!, history.AsOf(Day).Unit(East).Boundary!);

        var split = history.Edit(new SplitUnit(Day, Grid, [new("西", left, Grid), new("东", right)]));

        Assert.Equal(["511921100201001", "511921100201002"], split.AsOf(Day).UnitsAt("grid").Select(static u => u.Code.ToString()));
        Assert.Equal(["511921100201001001", "511921100201002002"], split.AsOf(Day).UnitsAt("cell").Select(static u => u.Code.ToString()));
        Assert.Equal("511921100201002002", split.Resolve(East, Day).Single.ToString());
        Assert.Empty(split.VersionsOf(East));
        Assert.True(split.IsGiven(East));

        var merged = split.Edit(new MergeUnits(Day.PlusDays(1), [GridCode.Parse("511921100201002"), Grid], "合"));
        Assert.Equal(["511921100201003001", "511921100201003002"], merged.AsOf(Day.PlusDays(1)).UnitsAt("cell").Select(static u => u.Code.ToString()));
        Assert.Equal("511921100201003002", merged.Resolve(East, Day.PlusDays(1)).Single.ToString());
        Assert.Empty(CoverageAudit.Run(merged.AsOf(Day.PlusDays(1))).Findings);
    }

    [Fact]
    public void Decide_AnEditThatCannotBe_IsRefusedWithEveryReason()
    {
        var history = County().Edit(new RenameUnit(Day.PlusDays(5), West, "甲"));
        var map = history.AsOf(history.LastOn!.Value);
        var (west, east) = (map.Unit(West).Boundary!, map.Unit(East).Boundary!);
        GridCode unknown = GridCode.Parse("511921100201001009"), village = GridCode.Parse("511921100201");
        var on = Day.PlusDays(5);
        GridUnit Cell(string code, GridBoundary? boundary = null) => GridUnit.Create(Scheme, GridCode.Parse(code), code, GridKind.Cell, boundary);

        Refused(new RenameUnit(Day, unknown, "x"), "grids.edit-out-of-order", "grids.edit-unknown-unit");
        Refused(new SplitUnit(on, West, [new("a", west)]), "grids.split-parts");
        Refused(new SplitUnit(on, West, [new("a", west), new("b", null)]), "grids.split-boundary");
        Refused(new SplitUnit(on, West, [new("a", Shapes.Box(CoordinateSystem.Metric, 0, 0, 50, 40)), new("b", Shapes.Box(CoordinateSystem.Metric, 0, 50, 60, 100))]), "grids.edit-gap", "grids.edit-outside");
        Refused(new SplitUnit(on, West, [new("a", west, East), new("b", west, East)]), "grids.code-reused", "grids.edit-overlap");
        Refused(new SplitUnit(on, Grid, [new("a", Shapes.Box(CoordinateSystem.Metric, 0, 0, 100, 40)), new("b", Shapes.Box(CoordinateSystem.Metric, 0, 40, 100, 100))]), "grids.edit-outside");
        Refused(new MergeUnits(on, [West, West], "m"), "grids.merge-units");
        Refused(new MergeUnits(on, [West, Grid], "m"), "grids.merge-unlike");
        Refused(new MoveBoundary(on, []), "grids.edit-empty");
        Refused(new MoveBoundary(on, [new(West, Shapes.Box(CoordinateSystem.Metric, 0, 0, 40, 100))]), "grids.edit-gap");
        Refused(new MoveBoundary(on, [new(West, Shapes.Box(CoordinateSystem.Metric, 0, 0, 60, 100))]), "grids.edit-overlap");
        Refused(new MoveBoundary(on, [new(West, GridBoundary.Create(CoordinateSystem.Metric, new(0, 0), new(50, 100), new(50, 0), new(0, 90)))]), "grids.edit-invalid-boundary");
        Refused(new MoveBoundary(on, [new(West, Shapes.Box(CoordinateSystem.Cgcs2000, 0, 0, 50, 60))]), "grids.mixed-systems");
        Refused(new AbolishUnits(on, [West]), "grids.edit-gap");
        Refused(new AbolishUnits(on, [Grid], [Grid]), "grids.edit-own-successor", "grids.edit-parts-left");
        Refused(new AbolishUnits(on, []), "grids.edit-empty");
        Refused(new EstablishUnits(on, []), "grids.edit-empty");
        Refused(new EstablishUnits(on, [Cell("511921100201001001")]), "grids.code-reused");
        Refused(new EstablishUnits(on, [Cell("511921100201001003", west)]), "grids.edit-overlap");
        Refused(new EstablishUnits(on, [Cell("511921100201009001")]), "grids.edit-parent");
        Refused(new EstablishUnits(on, [new GridUnit { Code = GridCode.Parse("1"), Name = "a", Level = Scheme.Leaf, Kind = GridKind.Cell }]), "grids.edit-level");
        Refused(new EstablishUnits(on, [new GridUnit { Code = unknown, Name = "a", Level = Scheme.Leaf, Kind = GridKind.OffTerritory, Parent = Grid, Boundary = east }]), "grids.off-territory-boundary");
        Refused(new TransferUnit(on, West, Grid), "grids.transfer-parent");
        Refused(new TransferUnit(on, West, village), "grids.transfer-parent");

        void Refused(GridEdit edit, params string[] codes) => Assert.Equal(codes, history.Decide(edit).Refusals.Select(static r => r.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ARefusal_NamesTheNearestThatWorks()
    {
        var history = County().Edit(new MergeUnits(Day.PlusDays(1), [West, East], "合"));

        Assert.Equal("These hold in its place: 511921100201001003.", Nearest(new RenameUnit(Day.PlusDays(1), West, "x")));
        Assert.Equal("It can hold from 2026-01-02 on.", Nearest(new RenameUnit(Day, Grid, "x")));
        Assert.Equal("The next code that was never given is \"511921100201001004\".", Nearest(new EstablishUnits(Day.PlusDays(1), [GridUnit.Create(Scheme, East, "x", GridKind.Cell)])));
        Assert.Throws<GovernanceException>(() => history.Edit(new RenameUnit(Day, Grid, "x")));

        string? Nearest(GridEdit edit) => Assert.Single(history.Decide(edit).Refusals).Nearest?.ToString();
    }

    [Fact]
    public void NumbersThatAreUsedUp_AreSaid()
    {
        var history = GridHistory.Begin(Scheme);
        GridUnit Unit(string code, GridKind kind) => GridUnit.Create(Scheme, GridCode.Parse(code), code, kind);
        history = history.Edit(new EstablishUnits(Day, [
            Unit("511921", GridKind.Division), Unit("511921100", GridKind.Division), Unit("511921100201", GridKind.Village), Unit("511921100201001", GridKind.Comprehensive),
            Unit("511921100201001001", GridKind.Cell), Unit("511921100201001999", GridKind.Cell),
        ]));

        Assert.Equal("grids.codes-used-up", Assert.Single(history.Decide(new MergeUnits(Day, [West, GridCode.Parse("511921100201001999")], "m")).Refusals).Code);
        Assert.Equal("grids.codes-used-up", Assert.Single(history.Decide(new SplitUnit(Day, West, [new("a", null), new("b", null)])).Refusals).Code);
        Assert.True(history.Decide(new MergeUnits(Day, [West, GridCode.Parse("511921100201001999")], "m", West)).IsAccepted);
    }

    [Fact]
    public void Apply_AnEventThatDoesNotFollow_Throws()
    {
        var history = County();
        var merged = history.Decide(new MergeUnits(Day.PlusDays(1), [West, East], "合")).Events[0];

        Assert.Throws<ArgumentException>(() => history.Apply(merged).Apply(merged));
        Assert.Throws<ArgumentException>(() => history.Apply(merged).Apply(history.Events[0]));
        Assert.Throws<ArgumentException>(() => history.Apply(merged).Apply(new GridEvent(GridEventKind.Established, Day.PlusDays(2), [], [history.AsOf(Day).Unit(West)], [])));
    }

    [Fact]
    public void Timeline_AGapOfOneDay_IsFoundWithItsDate()
    {
        var map = County().AsOf(Day);
        GridUnitVersion Always(GridUnit unit) => new(unit, Day);
        var west = map.Unit(West);
        var versions = map.Units.Where(static u => u.Code != West).Select(Always).Append(new(west, Day, new(2026, 3, 31))).Append(new(west, new(2026, 4, 2)));

        var timeline = GridTimeline.Create(Scheme, versions, out var report)!;
        var audit = TimelineAudit.Run(timeline, Day, new(2026, 12, 31));

        Assert.Equal("The unit \"511921100201001001\" must hold without a break, but is absent from 2026-04-01 to 2026-04-01.", Assert.Single(report).Message.ToString());
        var found = Assert.Single(audit.Findings);
        Assert.Equal(("coverage.gap", new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 1), 5000.0), (found.Finding.Code, found.From, found.To, found.Finding.SquareMetres));
        Assert.False(audit.IsComplete);
        Assert.True(TimelineAudit.Run(timeline, new(2026, 4, 2), new(2026, 12, 31)).IsComplete);
        Assert.Equal([Day, new(2026, 4, 1), new(2026, 4, 2)], timeline.Changes);
    }

    [Fact]
    public void Timeline_WhatGoesOn_IsOneFindingWithItsDays()
    {
        var map = County().AsOf(Day);
        var versions = map.Units.Where(static u => u.Code != West).Select(u => new GridUnitVersion(u, u.Code == East ? new(2026, 2, 1) : Day, u.Code == East ? new(2026, 2, 28) : null));

        var timeline = GridTimeline.Create(Scheme, versions.Append(new(map.Unit(West), new(2026, 2, 10), new(2026, 2, 20))), out _)!;
        var audit = TimelineAudit.Run(timeline, new(2025, 12, 30), new(2026, 3, 1));

        Assert.Equal(
            ["2025-12-30..2025-12-31 coverage.nothing-holds", "2026-02-01..2026-02-09 coverage.gap", "2026-02-21..2026-02-28 coverage.gap"],
            audit.Findings.Select(static f => $"{f.From:uuuu-MM-dd}..{f.To:uuuu-MM-dd} {f.Finding.Code}"));
        Assert.Throws<ArgumentException>(() => TimelineAudit.Run(timeline, Day, Day.PlusDays(-1)));
    }

    [Fact]
    public void Timeline_ACellWithoutItsGrid_IsFoundWithItsDays()
    {
        var versions = County().AsOf(Day).Units.Select(static u => new GridUnitVersion(u, Day, u.Code == Grid ? new(2026, 6, 30) : null));

        var audit = TimelineAudit.Run(GridTimeline.Create(Scheme, versions, out _)!, Day, new(2026, 7, 31));

        Assert.Equal(["grids.unknown-parent", "grids.unknown-parent"], audit.Findings.Select(static f => f.Finding.Code));
        Assert.All(audit.Findings, static f => Assert.Equal((new LocalDate(2026, 7, 1), new LocalDate(2026, 7, 31)), (f.From, f.To)));
    }

    [Fact]
    public void Timeline_DaysThatRunBackwardsOrTwice_AreRefused()
    {
        var unit = County().AsOf(Day).Unit(West);

        Assert.Null(GridTimeline.Create(Scheme, [new(unit, Day), new(unit, Day.PlusDays(3), Day.PlusDays(2))], out var report));
        Assert.Equal(["grids.validity-order", "grids.validity-overlap"], report.Select(static f => f.Code));
    }

    private static string Text(GridCode code) => code.ToString();

    private static GridHistory County()
    {
        var whole = Shapes.Box(CoordinateSystem.Metric, 0, 0, 100, 100);
        (string Code, GridKind Kind, GridBoundary Boundary)[] units =
        [
            ("511921", GridKind.Division, whole), ("511921100", GridKind.Division, whole), ("511921100201", GridKind.Village, whole), ("511921100201001", GridKind.Comprehensive, whole),
            ("511921100201001001", GridKind.Cell, Shapes.Box(CoordinateSystem.Metric, 0, 0, 50, 100)), ("511921100201001002", GridKind.Cell, Shapes.Box(CoordinateSystem.Metric, 50, 0, 100, 100)),
        ];
        return GridHistory.Begin(Scheme).Edit(new EstablishUnits(Day, [.. units.Select(static u => GridUnit.Create(Scheme, GridCode.Parse(u.Code), u.Code, u.Kind, u.Boundary))]));
    }
}
