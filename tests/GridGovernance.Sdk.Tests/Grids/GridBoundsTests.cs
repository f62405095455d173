using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

/// <summary>The first and the last value on either side of every limit.</summary>
public class GridBoundsTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);
    private static readonly GridCode Forty = GridCode.Parse(new string('9', 40));

    [Theory]
    [InlineData("110101", true)]
    [InlineData("820101", true)]
    [InlineData("100101", false)]
    [InlineData("830101", false)]
    [InlineData("117001", true)]
    [InlineData("117101", false)]
    [InlineData("118901", false)]
    [InlineData("119001", true)]
    [InlineData("119101", false)]
    [InlineData("110001", false)]
    [InlineData("110199", true)]
    [InlineData("110100", false)]
    [InlineData("110101001", true)]
    [InlineData("110101599", true)]
    [InlineData("110101600", false)]
    [InlineData("110101001001", true)]
    [InlineData("110101001599", true)]
    [InlineData("110101001600", false)]
    [InlineData("110101001000", false)]
    [InlineData("1101010010", false)]
    public void DivisionCode_EachSegment_HasItsRange(string text, bool valid) => Assert.Equal(valid, DivisionCode.TryParse(text, null, out _));

    [Theory]
    [InlineData("110120", DivisionKind.District)]
    [InlineData("110121", DivisionKind.County)]
    [InlineData("110180", DivisionKind.County)]
    [InlineData("110181", DivisionKind.CountyLevelCity)]
    [InlineData("110101099", DivisionKind.Street)]
    [InlineData("110101100", DivisionKind.Town)]
    [InlineData("110101199", DivisionKind.Town)]
    [InlineData("110101200", DivisionKind.Township)]
    [InlineData("110101399", DivisionKind.Township)]
    [InlineData("110101400", DivisionKind.EnterpriseUnit)]
    [InlineData("110101001199", DivisionKind.ResidentsCommittee)]
    [InlineData("110101001200", DivisionKind.VillagersCommittee)]
    [InlineData("110101001399", DivisionKind.VillagersCommittee)]
    [InlineData("110101001400", DivisionKind.LikeResidentsCommittee)]
    [InlineData("110101001497", DivisionKind.LikeResidentsCommittee)]
    [InlineData("110101001500", DivisionKind.LikeVillagersCommittee)]
    [InlineData("110101001597", DivisionKind.LikeVillagersCommittee)]
    public void DivisionCode_EachKind_EndsWhereTheNextBegins(string text, DivisionKind kind) => Assert.Equal(kind, DivisionCode.Parse(text, null).Kind);

    [Fact]
    public void GridCode_Texts_AreComparedCutAndLimited()
    {
        var (a, b) = (GridCode.Parse("5119"), GridCode.Parse("5120"));

        Assert.Equal((true, false, true, false), (a < b, b < a, a <= b, b <= a));
        Assert.Equal((false, true, false, true), (a > b, b > a, a >= b, b >= a));
        Assert.Equal((false, false, true, true), (a < GridCode.Parse("5119"), a > GridCode.Parse("5119"), a <= GridCode.Parse("5119"), a >= GridCode.Parse("5119")));
        Assert.Equal(40, Forty.Length);
        Assert.False(GridCode.TryParse(new string('9', 41), out _));
        Assert.Equal((GridCode.None, a, "51"), (a.Truncate(0), a.Truncate(4), a.Truncate(2).ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => a.Truncate(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => a.Truncate(-1));
        Assert.Throws<ArgumentNullException>(() => GridCode.Parse(null!));
        Assert.Equal((true, true, false, 0), (a.StartsWith(GridCode.None), a.StartsWith(a), a.StartsWith(b), GridCode.None.Length));
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(12, 3, true)]
    [InlineData(13, 1, false)]
    [InlineData(10, 4, true)]
    [InlineData(12, 4, false)]
    public void Hierarchy_DigitsAndLength_HaveLimits(int digits, int levels, bool valid)
    {
        var definition = new GridSchemeDefinition { Code = "x", Levels = [.. Enumerable.Range(0, levels).Select(i => new GridLevelDefinition { Code = $"l{i}", Name = new("x", "x"), Digits = digits })] };

        Assert.Equal(valid, GridScheme.Compile(definition, out var report) is not null);
        Assert.Equal(valid, report.Count == 0);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("a-1", true)]
    [InlineData("", false)]
    [InlineData("A", false)]
    [InlineData("a_b", false)]
    [InlineData("1234567890123456789012345678901234567890", true)]
    [InlineData("12345678901234567890123456789012345678901", false)]
    public void Hierarchy_ACode_IsLowerCaseAndShort(string code, bool valid)
    {
        var level = new GridLevelDefinition { Code = "l", Name = new("x", "x"), Digits = 1 };

        Assert.Equal(valid, GridScheme.Compile(new GridSchemeDefinition { Code = code, Levels = [level] }, out _) is not null);
        Assert.Equal(valid, GridScheme.Compile(new GridSchemeDefinition { Code = "x", Levels = [level with { Code = code }] }, out _) is not null);
    }

    [Fact]
    public void Hierarchy_WithoutALevel_IsRefusedAndNullIsTheCallersMistake()
    {
        Assert.Null(GridScheme.Compile(new GridSchemeDefinition { Code = "x", Levels = [] }, out var report));
        Assert.Equal("grids.no-level /levels", $"{report[0].Code} {report[0].Place.Path}");
        Assert.Throws<ArgumentNullException>("definition", () => GridScheme.Compile(null!, out _));
    }

    [Theory]
    [InlineData(0, 0, null, null, 0, SizingBasis.Households, true)]
    [InlineData(5, 5, null, null, 1, SizingBasis.Households, true)]
    [InlineData(6, 5, null, null, 0, SizingBasis.Households, false)]
    [InlineData(-1, 5, null, null, 0, SizingBasis.Households, false)]
    [InlineData(null, -1, null, null, 0, SizingBasis.Households, false)]
    [InlineData(null, null, 1, null, 0, SizingBasis.Households, true)]
    [InlineData(null, null, 0, null, 0, SizingBasis.Households, false)]
    [InlineData(null, null, null, 1, 0, SizingBasis.Households, false)]
    [InlineData(null, null, null, 1, 0, SizingBasis.Population, true)]
    [InlineData(null, null, null, 0, 0, SizingBasis.Population, false)]
    [InlineData(null, null, 1, null, 0, SizingBasis.Population, false)]
    [InlineData(null, null, 1, 1, 0, SizingBasis.Either, true)]
    [InlineData(null, null, 1, null, 0, SizingBasis.Either, false)]
    [InlineData(null, 3, null, 1, 0, SizingBasis.Either, true)]
    [InlineData(3, null, null, 1, 0, SizingBasis.Either, true)]
    [InlineData(null, null, null, 1, 0, SizingBasis.Either, false)]
    public void Sizing_APolicy_NeedsNumbersForWhatItCounts(int? low, int? high, int? nominal, int? people, int tolerance, SizingBasis basis, bool valid)
    {
        var policy = new GridSizingDefinition(tolerance) { Level = "l", MinHouseholds = low, MaxHouseholds = high, NominalHouseholds = nominal, NominalPopulation = people, Basis = basis, Source = "test" };
        var definition = new GridSchemeDefinition { Code = "x", Levels = [new() { Code = "l", Name = new("x", "x"), Digits = 1 }], Sizing = [policy] };

        Assert.Equal(valid, GridScheme.Compile(definition, out _) is not null);
        Assert.Null(GridScheme.Compile(definition with { Sizing = [policy with { Tolerance = -0.001m }] }, out _));
        Assert.Null(GridScheme.Compile(definition with { Sizing = [policy with { Tolerance = 1.001m }] }, out _));
        Assert.Null(GridScheme.Compile(definition with { Sizing = [policy with { Level = "other" }] }, out _));
    }

    // About 5, within a quarter: 3.75 to 6.25, so 4 to 6.
    [Theory]
    [InlineData(3, -1)]
    [InlineData(4, 0)]
    [InlineData(6, 0)]
    [InlineData(7, 1)]
    public void Sizing_AboutANumber_RoundsInwards(int count, int amount)
    {
        var households = new GridSizingDefinition(0.25m) { Level = "l", NominalHouseholds = 5, Source = "test" };
        var people = new GridSizingDefinition(0.25m) { Level = "l", NominalPopulation = 5, Basis = SizingBasis.Population, Source = "test" };

        Assert.Equal(new SizingDeviation(amount, SizingBasis.Households), GridSizing.Evaluate(households, count, 99));
        Assert.Equal(new SizingDeviation(amount, SizingBasis.Population), GridSizing.Evaluate(people, 99, count));
        Assert.Equal(amount == 0, GridSizing.Evaluate(people, 0, count).IsWithin);
    }

    [Fact]
    public void Sizing_TheNearerOfTwo_IsNamedAndHouseholdsAmongEquals()
    {
        var policy = new GridSizingDefinition(0) { Level = "l", NominalHouseholds = 100, NominalPopulation = 200, Basis = SizingBasis.Either, Source = "test" };

        Assert.Equal(new SizingDeviation(-10, SizingBasis.Households), GridSizing.Evaluate(policy, 90, 180));
        Assert.Equal(new SizingDeviation(-19, SizingBasis.Population), GridSizing.Evaluate(policy, 90, 181));
        Assert.Equal(new SizingDeviation(-10, SizingBasis.Households), GridSizing.Evaluate(policy, 90, 179));
        Assert.Equal(new SizingDeviation(10, SizingBasis.Households), GridSizing.Evaluate(policy, 110, 221));
        Assert.Equal(new SizingDeviation(3, SizingBasis.Households), GridSizing.Evaluate(policy with { NominalHouseholds = null, MaxHouseholds = 0, NominalPopulation = null, Basis = SizingBasis.Households }, 3, 0));
        Assert.Equal(new SizingDeviation(0, SizingBasis.Households), GridSizing.Evaluate(policy, 0, 0) with { Amount = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("households", () => GridSizing.Evaluate(policy, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("people", () => GridSizing.Evaluate(policy, 0, -1));
        Assert.Throws<ArgumentNullException>("policy", () => GridSizing.Evaluate(null!, 0, 0));
    }

    [Fact]
    public void Validity_OfEverything_IncludesItsFirstAndLastDay()
    {
        var (first, last) = (Day, Day.PlusDays(4));
        Func<LocalDate, bool>[] both =
        [
            new OverlayCircle("c", "c", OverlayCircleKind.WorkUnit, [], [], first, last).IsValidOn,
            new DivisionEntry(DivisionCode.Parse("511921", null), "县", first, last).IsValidOn,
            ((IGridSubject)new DwellingEntry("d", DwellingUse.Empty, ValidFrom: first, ValidTo: last)).IsValidOn,
            new GridUnitVersion(new GridUnit { Code = GridCode.Parse("1"), Name = "", Level = GridScheme.Compile(GridSchemePresets.ThreeLevel, out _)!.Leaf, Kind = GridKind.Cell }, first, last).IsValidOn,
        ];

        Assert.All(both, holds => Assert.Equal([false, true, true, true, false], new[] { first.PlusDays(-1), first, first.PlusDays(2), last, last.PlusDays(1) }.Select(holds)));
        Assert.True(new OverlayCircle("c", "c", OverlayCircleKind.WorkUnit, [], [], null, last).IsValidOn(LocalDate.MinIsoValue));
        Assert.True(new OverlayCircle("c", "c", OverlayCircleKind.WorkUnit, [], [], first).IsValidOn(LocalDate.MaxIsoValue));
    }

    [Theory]
    [InlineData(0, 4, 4, 9, false)]
    [InlineData(0, 4, 5, 9, true)]
    [InlineData(5, 9, 0, 4, true)]
    [InlineData(4, 9, 0, 4, false)]
    [InlineData(null, 4, 5, null, true)]
    [InlineData(null, 5, 5, null, false)]
    [InlineData(5, null, null, 4, true)]
    [InlineData(5, null, null, 5, false)]
    [InlineData(null, null, 5, 6, false)]
    [InlineData(0, null, 5, 6, false)]
    [InlineData(0, 9, 5, null, false)]
    public void Register_OneIdTwice_NeedsDaysApart(int? from, int? to, int? from2, int? to2, bool valid)
    {
        DwellingEntry Entry(int? since, int? until) => new("d", DwellingUse.Empty, ValidFrom: since is { } a ? Day.PlusDays(a) : null, ValidTo: until is { } b ? Day.PlusDays(b) : null);

        Assert.Equal(valid, SubjectRegister<DwellingEntry>.Create(CoordinateSystem.Metric, [Entry(from, to), Entry(from2, to2)], out _) is not null);
        Assert.NotNull(SubjectRegister<DwellingEntry>.Create(CoordinateSystem.Metric, [Entry(from, to), Entry(from2, to2) with { Id = "e" }], out _));
    }

    [Fact]
    public void Timeline_DaysThatFollowEachOther_RaiseNothing()
    {
        var scheme = GridScheme.Compile(GridSchemePresets.ThreeLevel, out _)!;
        var unit = GridUnit.Create(scheme, GridCode.Parse("511921"), "县", GridKind.Division);
        IEnumerable<string> Codes(params GridUnitVersion[] versions)
        {
            GridTimeline.Create(scheme, versions, out var report);
            return report.Select(static f => $"{f.Code} {f.Severity} {f.Place.Subject}");
        }

        Assert.Empty(Codes(new(unit, Day, Day), new(unit, Day.PlusDays(1))));
        Assert.Equal(["grids.validity-overlap Error 511921"], Codes(new(unit, Day, Day.PlusDays(1)), new(unit, Day.PlusDays(1))));
        Assert.Equal(["grids.validity-overlap Error 511921"], Codes(new(unit, Day), new(unit, Day.PlusDays(9))));
        Assert.Equal(["grids.validity-gap Warning 511921"], Codes(new(unit, Day, Day), new(unit, Day.PlusDays(2))));
        Assert.Equal(["grids.validity-order Error 511921"], Codes(new GridUnitVersion(unit, Day, Day.PlusDays(-1))));
        var timeline = GridTimeline.Create(scheme, [new(unit, Day, LocalDate.MaxIsoValue)], out _)!;
        Assert.Equal([Day], timeline.Changes);
        Assert.Empty(timeline.AsOf(Day.PlusDays(-1), out _)!.Units);
        Assert.Single(timeline.AsOf(LocalDate.MaxIsoValue, out _)!.Units);
        Assert.Equal("511921 县 2026-01-01..9999-12-31", timeline.Versions[0].ToString());
        Assert.Throws<ArgumentNullException>("scheme", () => GridTimeline.Create(null!, [], out _));
        Assert.Throws<ArgumentNullException>("versions", () => GridTimeline.Create(scheme, null!, out _));
        Assert.Throws<ArgumentNullException>("unit", () => new GridUnitVersion(null!, Day));
    }

    [Fact]
    public void Map_AnswersAboutUnitsThatItLacks_AreRefusalsOrNothing()
    {
        var scheme = GridScheme.Compile(GridSchemePresets.ThreeLevel, out _)!;
        var map = GridMap.Create(scheme, [GridUnit.Create(scheme, GridCode.Parse("511921"), "县", GridKind.Division)], out _)!;
        var (known, unknown) = (GridCode.Parse("511921"), GridCode.Parse("511922"));

        Assert.Empty(map.UnitsAt("village"));
        Assert.Empty(map.ChildrenOf(known));
        Assert.Null(map.System);
        Assert.Equal((true, false, false), (map.IsWithin(known, known), map.IsWithin(known, unknown), map.IsWithin(unknown, known)));
        Assert.Contains("\"511922\"", Assert.Throws<ArgumentException>("code", () => map.Unit(unknown)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("code", () => map.ChildrenOf(unknown));
        Assert.Throws<ArgumentException>("code", () => map.AncestorAt(unknown, "county"));
        Assert.Contains("county, township, village", Assert.Throws<ArgumentException>("code", () => map.UnitsAt("grid")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("scheme", () => GridMap.Create(null!, [], out _));
        Assert.Throws<ArgumentNullException>("units", () => GridMap.Create(scheme, null!, out _));
        Assert.Throws<ArgumentException>("code", () => GridUnit.Create(scheme, GridCode.Parse("51"), "x", GridKind.Cell));
        Assert.False(scheme.TryFindLevel(null, out _));
        Assert.Empty(scheme.Segments(GridCode.Parse("51")));
        Assert.Null(scheme.AncestorAt(known, scheme.Leaf));
        Assert.Equal(known, scheme.AncestorAt(known, scheme.Levels[0]));
        Assert.Equal("000007", scheme.Child(GridCode.None, 7).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("serial", () => scheme.Child(GridCode.None, -1));
        Assert.Throws<ArgumentException>("parent", () => scheme.Child(GridCode.Parse("51"), 1));
        Assert.Equal("999999", scheme.Child(GridCode.None, 999_999).ToString());
    }

    [Fact]
    public void CodeScheme_ReservedNumbers_AreSteppedOver()
    {
        var reserved = GridCodeSchemePresets.CommunityGrid14.Segments[3] with
        {
            Reserved = [new() { From = "00", Meaning = GridCodeReserve.WholeDivision }, new() { From = "04", To = "06", Meaning = GridCodeReserve.NotGiven }, new() { From = "99", Meaning = GridCodeReserve.NotGiven }],
        };
        var scheme = GridCodeScheme.Compile(GridCodeSchemePresets.CommunityGrid14 with { Segments = [.. GridCodeSchemePresets.CommunityGrid14.Segments.Take(3), reserved] }, out _)!;
        var head = GridCode.Parse("110101001001");
        string? Next(string last) => scheme.NextSerial(head, [GridCode.Parse(head + last)])?.ToString()[^2..];

        Assert.Equal(["03", "07", "07", "07", "08", "98", null], new[] { "02", "03", "04", "06", "07", "97", "98" }.Select(Next));
        Assert.Equal([true, false, false, true, false], new[] { "03", "04", "06", "07", "99" }.Select(serial => scheme.TryParse(head + serial, out _)));
        Assert.Contains("Expected 4 segments", Assert.Throws<ArgumentException>("values", () => scheme.Format("110101", "001", "001")).Message, StringComparison.Ordinal);
        Assert.Contains("Expected 3 characters for the segment \"township\", but found \"1\"", Assert.Throws<ArgumentException>("values", () => scheme.Format("110101", "1", "001", "01")).Message, StringComparison.Ordinal);
        Assert.Contains("\"05\" never is", Assert.Throws<ArgumentException>("values", () => scheme.Format("110101", "001", "001", "05")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("everGiven", () => scheme.NextSerial(head, null!));
        Assert.Throws<ArgumentNullException>("text", () => scheme.Parse(null!));
        Assert.False(scheme.TryParse(null, out _));
    }

    [Fact]
    public void Locate_AtTheEdgeOfABatch_AnswersEachPlace()
    {
        var scheme = GridScheme.Compile(GridSchemePresets.ThreeLevel, out _)!;
        var map = GridMap.Create(scheme, [GridUnit.Create(scheme, GridCode.Parse("511921"), "县", GridKind.Division, Shapes.Box(CoordinateSystem.Metric, 0, 0, 10, 10))], out _)!;
        var locator = GridLocator.Create(map, "county");
        foreach (var count in new[] { 0, 1, 63, 64, 65, 128, 129 })
        {
            var units = new GridUnit?[count];
            Assert.Equal((count + 1) / 2, locator.Locate([.. Enumerable.Range(0, count).Select(static i => new GeoPoint(i % 2 == 0 ? 5 : 15, 5))], units));
            Assert.Equal(Enumerable.Range(0, count).Select(static i => i % 2 == 0), units.Select(static u => u is not null));
        }
    }

    [Fact]
    public void TheMessages_OfSizes_NameAmountAndSource()
    {
        var definition = GridSchemePresets.FourLevel with { Sizing = [GridSizingPresets.National300To500] };
        var scheme = GridScheme.Compile(definition, out _)!;
        string[] codes = ["110101", "110101001", "110101001001", "110101001001001"];
        var map = GridMap.Create(scheme, [.. codes.Select(c => GridUnit.Create(scheme, GridCode.Parse(c), c, GridKind.Comprehensive))], out _)!;

        var finding = Assert.Single(GridSizing.Audit(map, new HouseholdRegisterBuilder(CoordinateSystem.Metric).Build()));

        Assert.Equal($"The unit \"110101001001001\" has 300 households too few for its sizing policy: {GridSizingPresets.National300To500.Source}", finding.Message.En());
        Assert.Equal((FindingSeverity.Warning, -300m, "户"), (finding.Severity, finding.Measure, finding.MeasureUnit));
    }
}
