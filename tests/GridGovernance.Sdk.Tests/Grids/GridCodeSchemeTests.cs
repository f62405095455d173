using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridCodeSchemeTests
{
    [Theory]
    [InlineData("unit-grid-15", 15)]
    [InlineData("community-grid-14", 14)]
    [InlineData("digital-community-20", 20)]
    public void Presets_AllOfThem_HaveTheirPublishedWidth(string code, int length) => Assert.Equal(length, Preset(code).Length);

    [Theory]
    [InlineData("unit-grid-15", "110101001001002", "110101001001", "002", false, false)]
    [InlineData("community-grid-14", "11010100100100", "110101001001", "00", true, false)]
    [InlineData("community-grid-14", "11010100100112", "110101001001", "12", false, false)]
    [InlineData("digital-community-20", "01020311010100100107", "110101001001", "07", false, false)]
    [InlineData("digital-community-20", "01020311010100160100", "110101001601", "00", true, true)]
    public void Parse_ACode_TellsItsParts(string scheme, string text, string division, string serial, bool whole, bool merged)
    {
        var parts = Preset(scheme).Parse(text);

        Assert.Equal((division, serial, whole, merged), (parts.Division.ToString(), parts.Serial, parts.IsWholeDivision, parts.IsMergedDivision));
        Assert.Equal(text, parts.Head + parts.Serial);
        Assert.Equal(division, Preset(scheme).ParentOf(parts.Code).ToString());
        Assert.Equal(parts.Code, Preset(scheme).Format([.. parts.Values]));
    }

    [Theory]
    [InlineData("unit-grid-15", "11010100100100", "grids.scheme-length")]
    [InlineData("unit-grid-15", "11010100100100A", "grids.segment-alphabet")]
    [InlineData("unit-grid-15", "110101001001000", "grids.segment-not-given")]
    [InlineData("unit-grid-15", "110101001601001", "grids.scheme-division")]
    [InlineData("unit-grid-15", "110101600001001", "grids.scheme-division")]
    [InlineData("digital-community-20", "01020311010160060100", "grids.scheme-division")]
    public void TryParse_AnotherText_IsRefusedWithItsReason(string scheme, string text, string code)
    {
        Assert.False(Preset(scheme).TryParse(text, out var parts));
        Assert.Null(parts);
        Assert.Equal(code, Assert.Single(Preset(scheme).Check(text)).Code);
        Assert.Throws<FormatException>(() => Preset(scheme).Parse(text));
        Assert.Null(Preset(scheme).ParentOf(GridCode.Parse(text)));
    }

    [Fact]
    public void NextSerial_AfterEveryCodeEverGiven_NeverGivesOneAgain()
    {
        var scheme = Preset("community-grid-14");
        var head = GridCode.Parse("110101001001");
        var given = new List<GridCode> { GridCode.Parse("11010100200150"), GridCode.Parse("1101010010015") };

        Assert.Equal("11010100100101", scheme.NextSerial(head, given).ToString());
        given.Add(GridCode.Parse("11010100100107"));
        Assert.Equal("11010100100108", scheme.NextSerial(head, given).ToString());
        for (var i = 8; i < 100; i++)
        {
            given.Add(scheme.NextSerial(head, given)!.Value);
        }

        Assert.Equal(given.Count, given.Distinct().Count());
        Assert.Null(scheme.NextSerial(head, given));
        Assert.Throws<ArgumentException>(() => scheme.NextSerial(GridCode.Parse("11010100100"), given));
        Assert.Throws<ArgumentException>(() => scheme.NextSerial(GridCode.Parse("110101000001"), given));
    }

    [Fact]
    public void NextSerial_OverALongReservedRange_IsGivenAtOnce()
    {
        GridCodeScheme Scheme(params GridCodeReservation[] reserved) => GridCodeScheme.Compile(
            GridCodeSchemePresets.CommunityGrid14 with
            {
                Segments = [.. GridCodeSchemePresets.CommunityGrid14.Segments.Take(3), GridCodeSchemePresets.CommunityGrid14.Segments[3] with { Width = 12, Reserved = [.. reserved] }],
            },
            out _)!;
        GridCodeReservation Range(string from, string to) => new() { From = from, To = to, Meaning = GridCodeReserve.NotGiven };
        var head = GridCode.Parse("110101001001");

        Assert.Equal(head + "999999999999", Scheme(Range("000000000000", "500000000000"), Range("400000000000", "999999999998")).NextSerial(head, []).ToString());
        Assert.Null(Scheme(Range("000000000000", "999999999999")).NextSerial(head, []));
    }

    [Fact]
    public void NextSerial_OfDigitsAndLetters_CountsOn()
    {
        var definition = GridCodeSchemePresets.UnitGrid15 with { Segments = [.. GridCodeSchemePresets.UnitGrid15.Segments.Take(3), Serial(GridCodeAlphabet.DigitsAndLetters, 2)] };
        var scheme = GridCodeScheme.Compile(definition, out _)!;

        Assert.Equal("11010100100110", scheme.NextSerial(GridCode.Parse("110101001001"), [GridCode.Parse("1101010010010Z")]).ToString());
        Assert.Null(scheme.NextSerial(GridCode.Parse("110101001001"), [GridCode.Parse("110101001001ZZ")]));
    }

    [Fact]
    public void Compile_EveryFault_IsReportedAtOnce()
    {
        var definition = GridCodeSchemePresets.UnitGrid15 with
        {
            Code = "Not A Code",
            Segments =
            [
                Serial(GridCodeAlphabet.Digits, 3),
                Serial(GridCodeAlphabet.Digits, 0) with { Role = GridCodeRole.Division, Reserved = [new() { From = "1", Meaning = GridCodeReserve.WholeDivision }] },
                Serial(GridCodeAlphabet.Digits, 13) with { Code = "x", Role = GridCodeRole.Subject, Reserved = [new() { From = "2", To = "1", Meaning = GridCodeReserve.NotGiven }] },
            ],
        };

        Assert.Null(GridCodeScheme.Compile(definition, out var report));
        Assert.Equal(
            [
                "/code grids.bad-code", "/segments grids.scheme-division-length", "/segments/0/role grids.serial-last", "/segments/1/code grids.duplicate-segment",
                "/segments/1/reserved/0/from grids.reserved-value", "/segments/1/reserved/0/meaning grids.reserved-meaning", "/segments/1/width grids.segment-width",
                "/segments/2/reserved/0/from grids.reserved-value", "/segments/2/reserved/0/from grids.reserved-value", "/segments/2/reserved/0/to grids.reserved-order",
                "/segments/2/role grids.serial-last", "/segments/2/width grids.segment-width",
            ],
            report.Select(static f => $"{f.Place.Path} {f.Code}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Check_AMap_NamesUnitsWithOtherCodes()
    {
        var scheme = GridScheme.Compile(GridSchemePresets.FourLevel, out _)!;
        string[] codes = ["110101", "110101001", "110101001001", "110101001001000", "110101001001001"];
        var map = GridMap.Create(scheme, [.. codes.Select(c => GridUnit.Create(scheme, GridCode.Parse(c), c, GridKind.Comprehensive))], out _)!;

        Assert.Equal("110101001001000", Assert.Single(Preset("unit-grid-15").Check(map, "grid")).Place.Subject);
    }

    private static GridCodeSegmentDefinition Serial(GridCodeAlphabet alphabet, int width) =>
        new() { Code = "serial", Name = new("number", "顺序码"), Role = GridCodeRole.Serial, Width = width, Alphabet = alphabet };

    private static GridCodeScheme Preset(string code)
    {
        var scheme = GridCodeScheme.Compile(GridCodeSchemePresets.All.Single(p => p.Code == code), out var report);
        Assert.Empty(report);
        return scheme!;
    }
}
