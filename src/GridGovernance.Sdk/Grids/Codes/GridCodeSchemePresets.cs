namespace GridGovernance.Sdk.Grids;

/// <summary>Grid code schemes that are published, each with its source; they are incompatible with each other.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public static class GridCodeSchemePresets
{
    private static readonly GridCodeReservation WholeCommunity = new() { From = "00", Meaning = GridCodeReserve.WholeDivision };

    /// <summary>Gets the unit grid (单元网格) of Beijing, 15 digits: county, township, community and a number of three digits, west to east, then north to south.</summary>
    public static GridCodeSchemeDefinition UnitGrid15 { get; } = new()
    {
        Code = "unit-grid-15",
        Title = new("Unit grid of 15 digits", "十五位单元网格编码"),
        Segments =
        [
            County,
            Township,
            Community,
            Serial(3) with { Reserved = [new() { From = "000", Meaning = GridCodeReserve.NotGiven }] },
        ],
        Source = "北京市地方标准 单元网格: 6位区级 (GB/T 2260) + 3位街道乡镇 + 3位社区村 + 3位顺序码 (自西向东、自北向南), renrendoc 357496345",
    };

    /// <summary>Gets a scheme of 14 digits seen in a public system: county, township, community and a number of two digits, of which 00 is the whole community.</summary>
    public static GridCodeSchemeDefinition CommunityGrid14 { get; } = new()
    {
        Code = "community-grid-14",
        Title = new("Community grid of 14 digits", "十四位社区网格编码"),
        Segments = [County, Township, Community, Serial(2) with { Reserved = [WholeCommunity] }],
        Source = "公开系统的编码: 6+3+3+2, 00 表示整个社区为一个网格",
    };

    /// <summary>
    /// Gets the code of digital communities, 20 digits: what the grid is for, county, township, community and a number of two digits.
    /// Communities formed by a merger are numbered from 601; 00 is a community that is not split.
    /// </summary>
    public static GridCodeSchemeDefinition DigitalCommunity20 { get; } = new()
    {
        Code = "digital-community-20",
        Title = new("Digital community of 20 digits", "二十位数字社区网格编码"),
        Segments =
        [
            Segment("subject", "What the grid is for", "管理或服务对象", GridCodeRole.Subject, 6),
            County,
            Township,
            Community with { Reserved = [new() { From = "601", To = "999", Meaning = GridCodeReserve.MergedDivision }] },
            Serial(2) with { Reserved = [WholeCommunity] },
        ],
        Source = "CJ/T 349-2010 数字社区管理与服务 网格划分与编码规则: 6+6+3+3+2, 合并社区自601起, 不拆分社区为00, wnwk.com 48162",
    };

    /// <summary>Gets all presets.</summary>
    public static EquatableArray<GridCodeSchemeDefinition> All { get; } = [UnitGrid15, CommunityGrid14, DigitalCommunity20];

    private static GridCodeSegmentDefinition County => Segment("county", "County (GB/T 2260)", "县级 (GB/T 2260)", GridCodeRole.Division, 6);

    private static GridCodeSegmentDefinition Township => Segment("township", "Township (GB/T 10114)", "乡级 (GB/T 10114)", GridCodeRole.Division, 3);

    private static GridCodeSegmentDefinition Community => Segment("community", "Community or village", "社区（村）", GridCodeRole.Division, 3);

    private static GridCodeSegmentDefinition Serial(int width) => Segment("serial", "Number", "顺序码", GridCodeRole.Serial, width);

    private static GridCodeSegmentDefinition Segment(string code, string en, string zh, GridCodeRole role, int width) =>
        new() { Code = code, Name = new(en, zh), Role = role, Width = width };
}
