using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridSchemeTests
{
    [Fact]
    public void Compile_FiveLevels_ParsesCodesBySegments()
    {
        var scheme = GridScheme.Compile(Five(), out var report)!;
        var cell = GridCode.Parse("511921100201001002");

        Assert.Empty(report);
        Assert.Equal(["511921", "100", "201", "001", "002"], scheme.Segments(cell));
        Assert.Equal("511921100201001", scheme.ParentOf(cell).ToString());
        Assert.Equal("511921100", scheme.AncestorAt(cell, scheme.Level("township")).ToString());
        Assert.Null(scheme.ParentOf(GridCode.Parse("511921")));
        Assert.Null(scheme.ParentOf(GridCode.Parse("51192")));
        Assert.Equal(cell, scheme.Child(GridCode.Parse("511921100201001"), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => scheme.Child(GridCode.Parse("511921100201001"), 1000));
        Assert.Throws<ArgumentException>(() => scheme.Child(cell, 1));
        Assert.Equal([true, true, true, false, true], scheme.Levels.Select(static l => l.IsManaging));
    }

    [Fact]
    public void Compile_EveryFault_IsReportedAtOnce()
    {
        var definition = Five() with
        {
            Code = "Not A Code",
            Levels = [.. Five().Levels, new() { Code = "cell", Name = new("x", "x"), Digits = 0 }, new() { Code = "deep", Name = new("x", "x"), Digits = 13 }, new() { Code = "deeper", Name = new("x", "x"), Digits = 12 }],
            Sizing =
            [
                GridSizingPresets.National300To500 with { Level = "nowhere" },
                GridSizingPresets.National300To500 with { MinHouseholds = 600, Tolerance = 2 },
                GridSizingPresets.XCountyRural with { NominalPopulation = 0, NominalHouseholds = -1 },
                GridSizingPresets.XCountyRural with { NominalPopulation = null },
            ],
        };

        var scheme = GridScheme.Compile(definition, out var report);

        Assert.Null(scheme);
        Assert.Equal(
            [
                ("grids.bad-code", "/code"), ("grids.duplicate-level", "/levels/5/code"), ("grids.digits-out-of-range", "/levels/5/digits"), ("grids.digits-out-of-range", "/levels/6/digits"),
                ("grids.code-too-long", "/levels"), ("grids.unknown-level", "/sizing/0/level"), ("grids.sizing-range", "/sizing/1/minHouseholds"), ("grids.sizing-tolerance", "/sizing/1/tolerance"),
                ("grids.sizing-nominal", "/sizing/2/nominalPopulation"), ("grids.sizing-nominal", "/sizing/2/nominalHouseholds"), ("grids.sizing-without-measure", "/sizing/3/basis"),
            ],
            report.Select(static f => (f.Code, f.Place.Path!)));
    }

    [Fact]
    public void Presets_AllOfThem_Compile()
    {
        GridScheme.Compile(Five() with { Sizing = GridSizingPresets.All }, out var report);

        Assert.Empty(report);
    }

    [Theory]
    [InlineData("")]
    [InlineData("51 1921")]
    [InlineData("五")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void TryParse_NoCode_IsRefused(string text)
    {
        Assert.False(GridCode.TryParse(text, out var code));
        Assert.Equal(GridCode.None, code);
        Assert.Throws<FormatException>(() => GridCode.Parse(text));
    }

    internal static GridSchemeDefinition Five() => new()
    {
        Code = "five",
        Levels =
        [
            new() { Code = "county", Name = new("county", "县"), Digits = 6 },
            new() { Code = "township", Name = new("township", "镇"), Digits = 3 },
            new() { Code = "village", Name = new("village", "村"), Digits = 3 },
            new() { Code = "grid", Name = new("grid", "网格"), Digits = 3, Managing = false },
            new() { Code = "cell", Name = new("cell", "单元格"), Digits = 3 },
        ],
    };
}
