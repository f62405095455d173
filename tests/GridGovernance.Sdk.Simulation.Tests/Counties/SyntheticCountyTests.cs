using System.Globalization;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Counties;

namespace GridGovernance.Sdk.Simulation.Tests.Counties;

public class SyntheticCountyTests
{
    private static readonly GridScheme Scheme =
        GovernanceModel.LoadOrThrow(Path.Combine(SourceTree.Root, "samples", "CountyQuickstart", "model")).Scheme;

    private static readonly SyntheticCounty County = SyntheticCounty.Create(Scheme, SampleCounty.Options, 1);

    [Fact]
    public void Create_Defaults_HasTheNumbersOfTheCounty()
    {
        Assert.Single(County.Map.UnitsAt("county"));
        Assert.Equal(33, County.Map.UnitsAt("township").Count);
        Assert.Equal(324, County.Map.UnitsAt("village").Count(unit => unit.Kind == GridKind.Village));
        Assert.Equal(60, County.Map.UnitsAt("village").Count(unit => unit.Kind == GridKind.Community));
        Assert.Equal(561, County.Map.UnitsAt("grid").Count);
        Assert.Equal(7_709, County.Map.UnitsAt("cell").Count);
        Assert.Equal(720_000, County.Households.PersonCount);
        Assert.Equal(720_000, County.Map.UnitsAt("cell").Sum(County.PeopleIn));
        Assert.Equal(4_119e6, County.Map.UnitsAt("county")[0].Boundary!.AreaSquareMetres, 1e4);
    }

    [Fact]
    public void Create_Defaults_PassesTheCoverageAudit()
    {
        var report = CoverageAudit.Run(County.Map, County.Households);

        Assert.DoesNotContain(report.Findings, finding => finding.Finding.Severity == FindingSeverity.Error);
        Assert.Equal((0, 0, 0), (report.GapSquareMetres, report.OverlapSquareMetres, report.OutsideSquareMetres));
        Assert.Equal((0, 0), (report.UncoveredHouseholds, report.DoublyCoveredHouseholds));
    }

    [Fact]
    public void Create_EveryUnit_IsOnePiece() => Assert.All(
        County.Map.Units, unit => Assert.Equal(1, unit.Boundary!.PolygonCount));

    [Fact]
    public void Create_Codes_AreNumberedAsTheStatisticalOfficeDoes() => Assert.All(County.Map.UnitsAt("village"), unit =>
    {
        var serial = int.Parse(unit.Code.ToString()[9..12], CultureInfo.InvariantCulture);
        Assert.InRange(serial, unit.Kind == GridKind.Village ? 201 : 1, unit.Kind == GridKind.Village ? 399 : 199);
        Assert.Contains("合成", unit.Name, StringComparison.Ordinal);
    });

    [Fact]
    public void Create_Clusters_FollowPeopleAndNotArea()
    {
        var urban = MedianArea(SettlementKind.Urban);
        var rural = MedianArea(SettlementKind.Rural);

        Assert.True(rural > 5 * urban, $"Expected rural cells to be much larger than urban ones, but found medians of {rural} and {urban} m².");
    }

    [Fact]
    public void Create_SameSeedInAnotherCulture_GivesTheSameCounty()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(Describe(Small(7)), Describe(Small(7)));
            var there = Describe(Small(7));
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(there, Describe(Small(7)));
            Assert.NotEqual(there, Describe(Small(8)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Create_SmallCounties_PassTheCoverageAudit(long seed)
    {
        var county = Small(seed);

        var report = CoverageAudit.Run(county.Map, county.Households);

        Assert.DoesNotContain(report.Findings, finding => finding.Finding.Severity == FindingSeverity.Error);
        Assert.Equal((5, 9, 20, 90), (county.Map.UnitsAt("township").Count, county.Map.UnitsAt("village").Count, county.Map.UnitsAt("grid").Count, county.Map.UnitsAt("cell").Count));
    }

    [Fact]
    public void Create_NumbersThatDoNotNest_Throw()
    {
        var error = Assert.Throws<ArgumentException>(() => SyntheticCounty.Create(Scheme, SampleCounty.Options with { Grids = 100 }, 1));

        Assert.Contains("grids", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OutlineInAnotherSystem_Throws()
    {
        var outline = GridBoundary.Create(CoordinateSystem.Gcj02, new GeoPoint(107, 31), new GeoPoint(107.5, 31), new GeoPoint(107.2, 31.5));

        var error = Assert.Throws<ArgumentException>(() => SyntheticCounty.Create(Scheme, SampleCounty.Options, 1, outline));

        Assert.Contains("gcj02", error.Message, StringComparison.Ordinal);
    }

    private static SyntheticCounty Small(long seed) => SyntheticCounty.Create(
        Scheme,
        SampleCounty.Options with
        {
            Townships = EquatableArray.From(SampleCounty.Options.Townships.Take(5)),
            Villages = 7,
            Communities = 2,
            Grids = 20,
            Cells = 90,
            People = 8_400,
            MainTownPeople = 1_500,
            AreaSquareKilometres = 60,
        },
        seed);

    private static double MedianArea(SettlementKind kind)
    {
        var areas = County.Map.UnitsAt("cell").Where(unit => unit.Settlement == kind).Select(unit => unit.Boundary!.AreaSquareMetres).Order().ToArray();
        return areas[areas.Length / 2];
    }

    private static string Describe(SyntheticCounty county) => string.Join('\n', county.Map.Units.Select(unit => $"{unit} {unit.Boundary}"))
        + string.Join('\n', Enumerable.Range(0, county.Households.HouseholdCount).Select(h => $"{county.Households.HouseholdId(h)} {county.Households.Location(h)}"));
}
