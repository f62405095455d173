using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>What the audit says of households and people (格不漏户、户不漏人).</summary>
public class HouseholdAuditTests
{
    private static readonly CoordinateSystem Metric = CoordinateSystem.Metric;
    private static readonly GridCode Left = GridCode.Parse("10010001");
    private static readonly GridCode Right = GridCode.Parse("10010002");

    [Fact]
    public void EachFinding_SaysWhoWhereAndWhatWasExpected()
    {
        var county = County();
        county.Add(county.Unit(GridCode.Parse("10010003"), GridCode.Parse("1001"), 2, GridKind.Cell, Shapes.Box(Metric, 15, 0, 20, 10)));
        var builder = new HouseholdRegisterBuilder(Metric);
        builder.AddHousehold("ok", new(5, 5), Left);
        builder.AddHousehold("out", new(25, 5), Left);
        builder.AddHousehold("out, not registered", new(26, 5), null);
        builder.AddHousehold("two", new(17, 5), Right);
        builder.AddHousehold("other", new(5, 6), Right);
        builder.AddHousehold("unknown", new(5, 6), GridCode.Parse("10019999"));
        builder.AddHousehold("village", new(5, 6), GridCode.Parse("1001"));
        builder.AddHousehold("ok", new(5, 5), Left);
        builder.AddPerson("p", 0);
        builder.AddPerson("q", null);
        builder.AddPerson("r", 1);
        builder.AddPerson("r", 2);
        builder.AddPerson("r", 2);

        var report = CoverageAudit.Run(county.Map(), builder.Build());

        string[] expected =
        [
            "coverage.uncovered-household out [25, 5] 10010001: The household \"out\" must lie in a unit of level \"cell\", but at [25, 5] there is none.",
            "coverage.uncovered-household out, not registered [26, 5] : The household \"out, not registered\" must lie in a unit of level \"cell\", but at [26, 5] there is none.",
            "coverage.misregistered-household out, not registered [26, 5] : The household \"out, not registered\" must be registered where it lies, in –, but is registered in –.",
            "coverage.doubly-covered-household two [17, 5] 10010002, 10010003: The household \"two\" must lie in one cell, but lies in 10010002, 10010003.",
            "coverage.misregistered-household other [5, 6] 10010001: The household \"other\" must be registered where it lies, in 10010001, but is registered in 10010002.",
            "coverage.misregistered-household unknown [5, 6] 10010001: The household \"unknown\" must be registered where it lies, in 10010001, but is registered in 10019999.",
            "coverage.misregistered-household village [5, 6] 10010001: The household \"village\" must be registered where it lies, in 10010001, but is registered in 1001.",
            "coverage.repeated-household ok [5, 5] : The household \"ok\" must be registered once, but is registered again.",
            "coverage.unassigned-person q  : The person \"q\" must be listed in one household, but is listed in none.",
            "coverage.doubly-assigned-person r  : The person \"r\" must be listed in one household, but is listed 3 times.",
        ];
        var found = report.Findings.Where(static f => f.Level is null).ToList();
        Assert.Equal(expected, found.Select(static f => $"{f.Code} {f.Finding.Place.Subject} {f.At} {string.Join(", ", f.Grids)}: {f.Finding.Message.En()}"));
        Assert.All(found, static f => Assert.Equal((FindingSeverity.Error, 0.0), (f.Finding.Severity, f.SquareMetres)));
        Assert.Equal(
            new HouseholdCounts { Households = 7, Uncovered = 2, DoublyCovered = 1, Misregistered = 4, Repeated = 1, People = 3, UnassignedPeople = 1, DoublyAssignedPeople = 1 },
            report.Counts);
        Assert.Equal((2, 1, 1, 1), (report.UncoveredHouseholds, report.DoublyCoveredHouseholds, report.UnassignedPeople, report.DoublyAssignedPeople));
        string[] chinese =
        [
            "住户“out”应位于层级“cell”的单元内，但 [25, 5] 处没有单元。", "住户“two”只能位于一个单元，但位于 10010002, 10010003。", "住户“other”应登记在所在单元 10010001，但登记在 10010002。",
            "住户“ok”只能登记一次，但重复登记。", "人员“q”应属于一户，但不属于任何一户。", "人员“r”只能属于一户，但出现 3 次。",
        ];
        Assert.Equal(chinese, new[] { 0, 3, 4, 7, 8, 9 }.Select(i => found[i].Finding.Message.Zh()));
    }

    // The proof spares the search only where the household is in its own cell.
    [Fact]
    public void InAProvedTiling_AHouseholdElsewhereIsStillFound()
    {
        var builder = new HouseholdRegisterBuilder(Metric);
        builder.AddHousehold("ok", new(5, 5), Left);
        builder.AddHousehold("ok too", new(15, 5), Right);
        builder.AddHousehold("on the border, of the east", new(10, 5), Right);
        builder.AddHousehold("on the border, in the west", new(10, 5), Left);
        builder.AddHousehold("beyond", new(20, 5), Right);
        builder.AddHousehold("in the village", new(5, 5), GridCode.Parse("1001"));

        var report = CoverageAudit.Run(County().Map(), builder.Build());

        Assert.All(report.Levels, static l => Assert.True(l.IsExact));
        Assert.Equal(
            ["on the border, in the west coverage.misregistered-household", "beyond coverage.uncovered-household", "in the village coverage.misregistered-household"],
            report.Findings.Select(static f => $"{f.Finding.Place.Subject} {f.Code}"));
    }

    [Fact]
    public void AGridOffTheTerritory_CoversByRegistrationAlone()
    {
        var county = County();
        county.Add(county.Unit(GridCode.Parse("10990001"), GridCode.Parse("10"), 2, GridKind.OffTerritory, null));
        var builder = new HouseholdRegisterBuilder(Metric);
        builder.AddHousehold("away", new(9000, 9000), GridCode.Parse("10990001"));
        builder.AddHousehold("away, but here", new(5, 5), GridCode.Parse("10990001"));

        var report = CoverageAudit.Run(county.Map(), builder.Build());

        Assert.Empty(report.Findings);
        Assert.Equal((2, 0, 0), (report.Counts.Households, report.Counts.Uncovered, report.Counts.Misregistered));
    }

    [Fact]
    public void AMapWithoutAnyBoundary_CoversByRegistrationAlone()
    {
        var county = County();
        foreach (var unit in county.Map().Units)
        {
            county.Reshape(unit, null);
        }

        var builder = new HouseholdRegisterBuilder(Metric);
        builder.AddHousehold("a", new(5, 5), Left);
        builder.AddHousehold("b", new(5, 5), null);

        var report = CoverageAudit.Run(county.Map(), builder.Build());

        Assert.Equal(["coverage.uncovered-household", "coverage.misregistered-household"], report.Findings.Select(static f => f.Code));
        Assert.All(report.Findings, static f => Assert.Equal("b", f.Finding.Place.Subject));
        Assert.Empty(report.Levels);
    }

    [Fact]
    public void AListOfCells_AsksOnlyWhereAHouseholdLies()
    {
        CoverageCell[] cells = [new("a", Shapes.Box(Metric, 0, 0, 10, 10)), new("b", Shapes.Box(Metric, 9, 0, 20, 10))];
        var builder = new HouseholdRegisterBuilder(Metric);
        builder.AddHousehold("in", new(5, 5), null);
        builder.AddHousehold("two", new(9.5, 5), null);
        builder.AddHousehold("out", new(20, 5), null);

        var report = CoverageAudit.Run(cells, households: builder.Build());

        Assert.Equal(["two a, b", "out "], report.Findings.Where(static f => f.Level is null).Select(static f => $"{f.Finding.Place.Subject} {string.Join(", ", f.Grids)}"));
        Assert.Equal((1, 1, 0), (report.UncoveredHouseholds, report.DoublyCoveredHouseholds, report.Counts.Misregistered));
        var none = CoverageAudit.Run([new("bare", null)], households: builder.Build());
        Assert.Equal(3, none.UncoveredHouseholds);
    }

    [Fact]
    public void WithoutARegister_NothingIsCounted()
    {
        var report = CoverageAudit.Run(County().Map());

        Assert.Equal(new HouseholdCounts(), report.Counts);
        Assert.True(report.IsComplete);
    }

    [Fact]
    public void TheCallersMistakes_AreNamed()
    {
        var (map, cells) = (County().Map(), new[] { new CoverageCell("a", Shapes.Box(Metric, 0, 0, 1, 1)) });
        var elsewhere = new HouseholdRegisterBuilder(CoordinateSystem.Wgs84).Build();

        Assert.Equal("map", Assert.Throws<ArgumentNullException>(() => CoverageAudit.Run((GridMap)null!)).ParamName);
        Assert.Equal("cells", Assert.Throws<ArgumentNullException>(() => CoverageAudit.Run((IReadOnlyList<CoverageCell>)null!)).ParamName);
        Assert.Contains("\"metric\" like the map, but found \"wgs84\"", Assert.Throws<ArgumentException>("households", () => CoverageAudit.Run(map, elsewhere)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("households", () => CoverageAudit.Run(cells, households: elsewhere));
        Assert.Throws<ArgumentOutOfRangeException>("settings", () => CoverageAudit.Run(map, settings: new() { ToleranceMetres = -0.001 }));
        Assert.Throws<ArgumentOutOfRangeException>("settings", () => CoverageAudit.Run(cells, settings: new() { ToleranceMetres = double.NaN }));
        Assert.Empty(CoverageAudit.Run(map, settings: new() { ToleranceMetres = 0 }).Findings);
        var mixed = Assert.Throws<ArgumentException>("cells", () => CoverageAudit.Run([.. cells, new("b", Shapes.Box(CoordinateSystem.Wgs84, 0, 0, 1, 1))]));
        Assert.Contains("Expected all boundaries in one coordinate system, but found: ", mixed.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("map", () => GridAdjacency.Of(null!, "cell"));
        Assert.Throws<ArgumentNullException>("cells", () => GridAdjacency.Of(null!));
    }

    // A county of 20 by 10 m with one village of two cells.
    private static SampleCounty County()
    {
        var county = new SampleCounty(Metric, 1, 5, 1);
        county.Clear();
        var whole = GridBoundary.Create(Metric, new(0, 0), new(10, 0), new(20, 0), new(20, 10), new(10, 10), new(0, 10));
        county.Add(county.Unit(GridCode.Parse("10"), null, 0, GridKind.Division, whole));
        county.Add(county.Unit(GridCode.Parse("1001"), GridCode.Parse("10"), 1, GridKind.Village, whole));
        county.Add(county.Unit(Left, GridCode.Parse("1001"), 2, GridKind.Cell, Shapes.Box(Metric, 0, 0, 10, 10)));
        county.Add(county.Unit(Right, GridCode.Parse("1001"), 2, GridKind.Cell, Shapes.Box(Metric, 10, 0, 20, 10)));
        return county;
    }
}
