namespace GridGovernance.Sdk.Grids;

/// <summary>Sizing policies in force in several places: facts with a source, to start from.</summary>
/// <remarks>Each is made for the level code <c>grid</c>, or <c>cell</c> for micro-grids; use <c>with</c> for another level. This type is immutable and safe to share between threads.</remarks>
public static class GridSizingPresets
{
    private const string XCountySource = "X县 \"三治融合\": 城区 300 户或实有人口 1000 人左右; 农村 200 户或 500 人左右";

    /// <summary>Gets 300 to 500 households, which Sichuan's press calls the division standard of central and provincial documents.</summary>
    public static GridSizingDefinition National300To500 { get; } = new()
    {
        Level = "grid",
        MinHouseholds = 300,
        MaxHouseholds = 500,
        Source = "人民网四川 2023-03-22: 中央、省市文件明确的网格划分标准 300–500 户",
    };

    /// <summary>Gets 300 households or about 1,000 people in town.</summary>
    public static GridSizingDefinition XCountyUrban { get; } = new()
    {
        Level = "grid",
        Settlement = SettlementKind.Urban,
        NominalHouseholds = 300,
        NominalPopulation = 1000,
        Basis = SizingBasis.Either,
        Source = XCountySource,
    };

    /// <summary>Gets 200 households or about 500 people in the country.</summary>
    public static GridSizingDefinition XCountyRural { get; } = new()
    {
        Level = "grid",
        Settlement = SettlementKind.Rural,
        NominalHouseholds = 200,
        NominalPopulation = 500,
        Basis = SizingBasis.Either,
        Source = XCountySource,
    };

    /// <summary>Gets micro-grids of 50 to 80 households.</summary>
    public static GridSizingDefinition ZhoushanMicro50To80 { get; } = new()
    {
        Level = "cell",
        MinHouseholds = 50,
        MaxHouseholds = 80,
        Source = "舟山市网格化服务管理条例 (2023) 第九条",
    };

    /// <summary>Gets micro-grids of 30 to 100 households.</summary>
    public static GridSizingDefinition ChengduMicro30To100 { get; } = new()
    {
        Level = "cell",
        MinHouseholds = 30,
        MaxHouseholds = 100,
        Source = "成都: 微网格 30–100 户, cdpma.cn 54058",
    };

    /// <summary>Gets all presets.</summary>
    public static EquatableArray<GridSizingDefinition> All { get; } =
        [National300To500, XCountyUrban, XCountyRural, ZhoushanMicro50To80, ChengduMicro30To100];
}
