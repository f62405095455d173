using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>Findings with the days on which they hold.</summary>
public class TimelineAuditTests
{
    private static readonly CoordinateSystem Metric = CoordinateSystem.Metric;
    private static readonly LocalDate Day = new(2026, 1, 1);
    private static readonly GridScheme Scheme = new SampleCounty(Metric, 1, 5, 1).Scheme;

    [Fact]
    public void APeriodThatBeginsAndEndsAmidChanges_ClipsTheDays()
    {
        // The east cell is away from the 11th to the 20th, and again on the 25th alone.
        var timeline = Timeline(("10010002", 0, 9), ("10010002", 20, 23), ("10010002", 25, null));

        Assert.Equal(["01-11..01-20", "01-25..01-25"], Days(TimelineAudit.Run(timeline, Day, Day.PlusDays(30))));
        Assert.Equal(["01-15..01-20", "01-25..01-25"], Days(TimelineAudit.Run(timeline, Day.PlusDays(14), Day.PlusDays(30))));
        Assert.Equal(["01-11..01-12"], Days(TimelineAudit.Run(timeline, Day, Day.PlusDays(11))));
        Assert.Equal(["01-11..01-11"], Days(TimelineAudit.Run(timeline, Day, Day.PlusDays(10))));
        Assert.Empty(Days(TimelineAudit.Run(timeline, Day, Day.PlusDays(9))));
        Assert.Equal(["01-25..01-25"], Days(TimelineAudit.Run(timeline, Day.PlusDays(24), Day.PlusDays(24))));
        Assert.Empty(Days(TimelineAudit.Run(timeline, Day.PlusDays(23), Day.PlusDays(23))));
    }

    [Fact]
    public void AFindingThatHoldsOverAChange_IsOne()
    {
        // The west cell is renamed while the east one is away.
        var timeline = Timeline(("10010002", 0, 9));

        var report = TimelineAudit.Run(timeline, Day, Day.PlusDays(30));

        var gap = Assert.Single(report.Findings);
        Assert.Equal((Day.PlusDays(10), Day.PlusDays(30), "coverage.gap"), (gap.From, gap.To, gap.Finding.Code));
        Assert.Equal($"2026-01-11..2026-01-31 {gap.Finding}", gap.ToString());
        Assert.Equal((Day, Day.PlusDays(30), false), (report.From, report.To, report.IsComplete));
        Assert.Equal([Day, Day.PlusDays(10), Day.PlusDays(15)], timeline.Changes);
    }

    // Two households without a cell give two findings, each of its own, on each day.
    [Fact]
    public void EqualFindingsOfOneDay_StayApart()
    {
        var builder = new HouseholdRegisterBuilder(Metric);
        builder.AddHousehold("h", new(90, 5), null);
        builder.AddHousehold("h", new(90, 5), null);

        var report = TimelineAudit.Run(Timeline(("10010002", 0, null)), Day, Day.PlusDays(30), builder.Build());

        Assert.Equal(2, report.Findings.Count(static f => f.Finding.Code == "coverage.uncovered-household"));
        Assert.All(report.Findings, static f => Assert.Equal((Day, Day.PlusDays(30)), (f.From, f.To)));
    }

    [Fact]
    public void ADayOnWhichNothingHolds_IsAnErrorWithoutGrids()
    {
        var report = TimelineAudit.Run(Timeline(("10010002", 0, null)), Day.PlusDays(-3), Day);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((Day.PlusDays(-3), Day.PlusDays(-1)), (finding.From, finding.To));
        Assert.Equal("On each day some unit must hold, but none does.", finding.Finding.Finding.Message.En());
        Assert.Equal("每一天都应有有效单元，但没有。", finding.Finding.Finding.Message.Zh());
        Assert.Empty(finding.Finding.Grids);
        Assert.False(report.IsComplete);
    }

    [Fact]
    public void ABrokenMap_NamesTheUnitThatBreaksIt()
    {
        var timeline = Timeline(("10010002", 0, null), ("10020001", 3, 4));

        var finding = Assert.Single(TimelineAudit.Run(timeline, Day, Day.PlusDays(9)).Findings);

        Assert.Equal(("grids.unknown-parent", Day.PlusDays(3), Day.PlusDays(4)), (finding.Finding.Code, finding.From, finding.To));
        Assert.Equal(["10020001"], finding.Finding.Grids);
    }

    [Fact]
    public void AWarning_DoesNotMakeAPeriodIncomplete()
    {
        var warned = Timeline(("10010002", 0, null), ("10019", 2, 3));

        var report = TimelineAudit.Run(warned, Day, Day.PlusDays(9));

        Assert.All(report.Findings, static f => Assert.NotEqual(FindingSeverity.Error, f.Finding.Finding.Severity));
        Assert.True(report.IsComplete);
    }

    [Fact]
    public void HouseholdsWithDays_AreAskedAboutOnTheirDays()
    {
        var builder = new HouseholdRegisterBuilder(Metric);
        builder.AddHousehold("moves", new(5, 5), GridCode.Parse("10010001"), null, Day.PlusDays(4));
        builder.AddHousehold("moves", new(15, 5), GridCode.Parse("10010002"), Day.PlusDays(5));
        builder.AddHousehold("twice", new(5, 5), GridCode.Parse("10010001"));
        builder.AddHousehold("twice", new(5, 5), GridCode.Parse("10010001"), Day.PlusDays(7), Day.PlusDays(8));
        builder.AddHousehold("outside", new(50, 5), null, Day.PlusDays(2), Day.PlusDays(2));
        var register = builder.Build();

        var report = TimelineAudit.Run(Timeline(("10010002", 0, null)), Day, Day.PlusDays(30), register);

        Assert.Equal([2, 3, 5, 7, 9], register.Changes.Select(static day => Period.DaysBetween(Day, day)));
        Assert.Equal(
            ["01-03..01-03 coverage.uncovered-household outside", "01-03..01-03 coverage.misregistered-household outside", "01-08..01-09 coverage.repeated-household twice"],
            report.Findings.Select(static f => $"{f.From:MM-dd}..{f.To:MM-dd} {f.Finding.Code} {f.Finding.Finding.Place.Subject}"));
        Assert.Equal([2, 3, 2, 2, 2, 2, 2], report.Stretches.Select(static stretch => stretch.Report!.Counts.Households));
        Assert.Empty(new HouseholdRegisterBuilder(Metric).Build().Changes);
    }

    [Fact]
    public void TheStretches_CoverThePeriodWithoutABreak()
    {
        var report = TimelineAudit.Run(Timeline(("10010002", 0, 9), ("10020001", 20, 23)), Day, Day.PlusDays(30), settings: new() { ToleranceMetres = 50 });

        Assert.Equal(["01-01..01-10 True", "01-11..01-15 True", "01-16..01-20 True", "01-21..01-24 ", "01-25..01-31 True"], report.Stretches.Select(static s => $"{s.From:MM-dd}..{s.To:MM-dd} {s.Report?.IsComplete}"));
        Assert.Equal([0, 100, 100], report.Stretches.Take(3).Select(static s => s.Report!.GapSquareMetres));
    }

    [Fact]
    public void AListOfCellsWithDays_IsAuditedOnEachOfThem()
    {
        DatedCell Cell(string code, double west, double east, int? from, int? to) =>
            new(new CoverageCell(code, Shapes.Box(Metric, west, 0, east, 10)), from is { } a ? Day.PlusDays(a) : null, to is { } b ? Day.PlusDays(b) : null);
        DatedCell[] cells = [Cell("a", 0, 10, null, null), Cell("b", 10, 20, 0, 4), Cell("b", 10, 20, 6, 20), Cell("c", 10, 20, 20, null)];
        var outline = GridBoundary.Create(Metric, new(0, 0), new(10, 0), new(20, 0), new(20, 10), new(10, 10), new(0, 10));
        var builder = new HouseholdRegisterBuilder(Metric);
        builder.AddHousehold("h", new(15, 5), null);

        var report = TimelineAudit.Run(cells, Day, Day.PlusDays(30), outline, builder.Build());

        Assert.Equal(
            ["01-06..01-06 coverage.gap", "01-06..01-06 coverage.uncovered-household", "01-21..01-21 coverage.duplicate-geometry", "01-21..01-21 coverage.doubly-covered-household"],
            report.Findings.Select(static f => $"{f.From:MM-dd}..{f.To:MM-dd} {f.Finding.Code}"));
        Assert.Equal([true, false, true, false, true], report.Stretches.Select(static s => s.Report!.IsComplete));
        Assert.Equal(["coverage.nothing-holds", "coverage.gap"], TimelineAudit.Run(cells[1..], Day.PlusDays(5), Day.PlusDays(5), outline).Findings.Select(static f => f.Finding.Code));
        Assert.Equal("coverage.nothing-holds", Assert.Single(TimelineAudit.Run(cells[1..], Day.PlusDays(5), Day.PlusDays(5)).Findings).Finding.Code);
        Assert.Throws<ArgumentException>("to", () => TimelineAudit.Run(cells, Day.PlusDays(1), Day));
        Assert.Throws<ArgumentNullException>("cells", () => TimelineAudit.Run((IReadOnlyList<DatedCell>)null!, Day, Day));
        Assert.Empty(TimelineAudit.Run(cells[..1], LocalDate.MinIsoValue, LocalDate.MaxIsoValue).Findings);
        Assert.Equal([false, true, true, false], new[] { -1, 0, 4, 5 }.Select(day => cells[1].IsValidOn(Day.PlusDays(day))));
    }

    [Fact]
    public void TheCallersMistakes_AreNamed()
    {
        var timeline = Timeline(("10010002", 0, null));

        Assert.Throws<ArgumentNullException>("timeline", () => TimelineAudit.Run((GridTimeline)null!, Day, Day));
        Assert.Contains("but found 2026-01-02 to 2026-01-01", Assert.Throws<ArgumentException>("to", () => TimelineAudit.Run(timeline, Day.PlusDays(1), Day)).Message, StringComparison.Ordinal);
        Assert.Empty(TimelineAudit.Run(timeline, Day, Day).Findings);
        Assert.Throws<ArgumentException>("households", () => TimelineAudit.Run(timeline, Day, Day, new HouseholdRegisterBuilder(CoordinateSystem.Bd09).Build()));
    }

    // A village of two cells; the west one is renamed on the 16th, and the others are as given, by days after the first. "10019" renames the village instead.
    private static GridTimeline Timeline(params (string Code, int From, int? To)[] others)
    {
        var whole = GridBoundary.Create(Metric, new(0, 0), new(10, 0), new(20, 0), new(20, 10), new(10, 10), new(0, 10));
        GridUnit Unit(string code, int depth, string? parent, GridBoundary boundary, string name) => new()
        {
            Code = GridCode.Parse(code), Name = name, Level = Scheme.Levels[depth], Kind = GridKind.Cell, Parent = parent is null ? null : GridCode.Parse(parent), Boundary = boundary,
        };
        var west = Shapes.Box(Metric, 0, 0, 10, 10);
        List<GridUnitVersion> versions =
        [
            new(Unit("10", 0, null, whole, "县"), Day), new(Unit("1001", 1, "10", whole, "村"), Day),
            new(Unit("10010001", 2, "1001", west, "西"), Day, Day.PlusDays(14)), new(Unit("10010001", 2, "1001", west, "新西"), Day.PlusDays(15)),
        ];
        foreach (var (code, from, to) in others)
        {
            if (code == "10019")
            {
                // A point that the cells lack on the outline: worth knowing, no error.
                versions.RemoveAll(static v => v.Unit.Code == GridCode.Parse("1001"));
                var bare = Shapes.Box(Metric, 0, 0, 20, 10);
                versions.AddRange([new(Unit("1001", 1, "10", whole, "村"), Day, Day.PlusDays(from - 1)), new(Unit("1001", 1, "10", bare, "村"), Day.PlusDays(from), Day.PlusDays(to!.Value)), new(Unit("1001", 1, "10", whole, "村"), Day.PlusDays(to.Value + 1))]);
                continue;
            }

            var boundary = code == "10020001" ? Shapes.Box(Metric, 50, 0, 60, 10) : Shapes.Box(Metric, 10, 0, 20, 10);
            versions.Add(new(Unit(code, 2, code[..4], boundary, "东"), Day.PlusDays(from), to is { } last ? Day.PlusDays(last) : null));
        }

        return GridTimeline.Create(Scheme, versions, out _)!;
    }

    private static IEnumerable<string> Days(TimelineCoverageReport report) => report.Findings.Select(static f => $"{f.From:MM-dd}..{f.To:MM-dd}");
}
