namespace GridGovernance.Sdk.Grids;

/// <summary>Hierarchies in use in several places: facts with a source, to start from.</summary>
/// <remarks>
/// <para>The widths of county, township and village are those of the division codes; the widths of the levels below are ours, wide enough for the places named.
/// No source says that kinds of grids may lie over each other, so no preset lets them: a place that wants it adds <see cref="GridSchemeDefinition.Overlaps"/>.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public static class GridSchemePresets
{
    /// <summary>Gets county, township and village, all of which manage (县—乡镇—村三级).</summary>
    public static GridSchemeDefinition ThreeLevel { get; } = new()
    {
        Code = "three-level",
        Title = new("County, township, village", "县—乡（镇）—村三级网格化服务管理"),
        Levels = [County, Township, Village],
        Source = "X县 \"三治融合\": \"县—乡（镇）—村的三级网格化服务管理模式\"",
    };

    /// <summary>Gets district, street, community and grid: the grid is added below the three that managed before (区—街道—社区—网格).</summary>
    public static GridSchemeDefinition FourLevel { get; } = new()
    {
        Code = "four-level",
        Title = new("District, street, community, grid", "区—街道—社区—网格"),
        Levels =
        [
            Level("district", "District", "区", 6),
            Level("street", "Street", "街道", 3),
            Level("community", "Community", "社区", 3),
            Level("grid", "Grid", "网格", 3),
        ],
        Source = "新时代网格化管理的核心逻辑: \"在'区—街道—社区'三级管理架构下，增加'网格'这一新的治理层级\"",
    };

    /// <summary>Gets county, township, village or community, grid and cell; four of the five manage: the grid has a worker, but no managing post in the count of "1+4+N".</summary>
    public static GridSchemeDefinition FiveLevel { get; } = new()
    {
        Code = "five-level",
        Title = new("County, township, village, grid, cell", "县—镇（街道）—村（社区）—网格—单元格"),
        Levels =
        [
            County,
            Township,
            Village,
            Level("grid", "Grid", "网格", 3) with { Managing = false },
            Level("cell", "Cell", "单元格", 3),
        ],
        Source = "通江县 \"1+4+N\": \"县、镇（街道）、村（社区）、单元格\"四级, 561个网格在村与单元格之间",
    };

    /// <summary>Gets province, city, county, township, village or community and grid, all of which manage (省—市—县市区—乡镇街道—村社区—网格六级).</summary>
    public static GridSchemeDefinition SixLevel { get; } = new()
    {
        Code = "six-level",
        Title = new("Province, city, county, township, village, grid", "省—市—县市区—乡镇（街道）—村（社区）—网格"),
        Levels =
        [
            Level("province", "Province", "省", 2),
            Level("city", "City", "市", 2),
            Level("county", "County", "县市区", 2),
            Township,
            Village,
            Level("grid", "Grid", "网格", 3),
        ],
        Source = "网格化管理的实践成效与发展方向: \"省—市—县市区—乡镇(街道)—村(社区)—网格\"六级",
    };

    /// <summary>Gets all presets, from the fewest levels to the most.</summary>
    public static EquatableArray<GridSchemeDefinition> All { get; } = [ThreeLevel, FourLevel, FiveLevel, SixLevel];

    private static GridLevelDefinition County => Level("county", "County", "县", 6);

    private static GridLevelDefinition Township => Level("township", "Township or street", "镇（街道）", 3);

    private static GridLevelDefinition Village => Level("village", "Village or community", "村（社区）", 3);

    private static GridLevelDefinition Level(string code, string en, string zh, int digits) =>
        new() { Code = code, Name = new(en, zh), Digits = digits };
}
