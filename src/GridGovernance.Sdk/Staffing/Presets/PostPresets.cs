namespace GridGovernance.Sdk.Staffing;

/// <summary>Posts that the articles and two regulations name: facts with a source, to start from.</summary>
/// <remarks>Each is made for the level codes of the hierarchy presets; use <c>with</c> for another level. This type is immutable and safe to share between threads.</remarks>
public static class PostPresets
{
    private const string Tongjiang = "通江县 (S4-2): 总指挥、指挥长、网格长、网格员、单元格信息员";
    private const string Wuhan = "武大 (S0-15, S0-16)";
    private const string XCounty = "X县 (S3-8, S3-40, S3-41)";

    /// <summary>Gets the five posts of 通江县, one a level: 总指挥、指挥长、网格长、网格员、单元格信息员 (S4-2).</summary>
    public static EquatableArray<Post> TongjiangFive { get; } =
    [
        new("county-commander", "County commander", "总指挥", "county", "county-commander", Source: Tongjiang),
        new("township-commander", "Township commander", "指挥长", "township", "township-commander", "county-commander", Source: Tongjiang),
        new("village-head", "Grid leader of the village", "网格长", "village", "village-head", "township-commander", Source: Tongjiang),
        new("grid-worker", "Grid worker", "网格员", "grid", "grid-worker", "village-head", Source: Tongjiang),
        new("cell-informant", "Cell informant", "单元格信息员", "cell", "cell-informant", "grid-worker", Source: Tongjiang),
    ];

    /// <summary>Gets the guide (网格指导员), a branch secretary, and the leader of a micro-grid (微网格长), a social worker (S0-15).</summary>
    public static EquatableArray<Post> GuideAndMicroGridLeader { get; } =
    [
        new("grid-guide", "Grid guide", "网格指导员", "grid", "grid-guide", Optional: true, Eligible: [EligibilityRule.Parse("branch-secretary")], Source: Wuhan),
        new("micro-grid-leader", "Micro-grid leader", "微网格长", "cell", "micro-grid-leader", Optional: true, Eligible: [EligibilityRule.Parse("social-worker")], Source: Wuhan),
    ];

    /// <summary>Gets the head of the grid's party branch or group (网格党支部书记或党小组组长), a party member who is a grid worker (S0-16).</summary>
    public static Post GridBranchSecretary { get; } = new(
        "grid-branch-secretary", "Secretary of the grid's party branch", "网格党支部书记", "grid", "grid-branch-secretary",
        Optional: true, Eligible: [EligibilityRule.Parse("party-member+@grid-worker")], Source: Wuhan);

    /// <summary>Gets the assistant (网格协理员), a cadre and party member of the administration or an officer of the beat (机关党员干部或辖区民警, S3-41).</summary>
    public static Post GridAssistant { get; } = new(
        "grid-assistant", "Grid assistant", "网格协理员", "grid", "grid-assistant",
        Optional: true, Eligible: [EligibilityRule.Parse("cadre+party-member"), EligibilityRule.Parse("beat-officer")], Source: XCounty);

    /// <summary>Gets the area informant (片区信息员, S3-40).</summary>
    public static Post AreaInformant { get; } = new("area-informant", "Area informant", "片区信息员", "grid", "area-informant", Optional: true, Source: XCounty);

    /// <summary>Gets the officer whom a department attaches to the grids (派驻部门干部, S4-12).</summary>
    public static Post SecondedOfficer { get; } = new(
        "seconded-officer", "Seconded officer", "派驻部门干部", Post.DepartmentLevel, "seconded-officer", MostHolders: 100, Optional: true, Source: "通江县 (S4-12): 65个县级一级部门干部下沉");

    /// <summary>Gets the posts whose holders head a township's three centres: 书记、乡镇长、副书记、党委委员 (S3-8).</summary>
    public static EquatableArray<Post> TownshipLeaders { get; } =
    [
        new("township-secretary", "Party secretary of the township", "乡镇党委书记", "township", "township-secretary", Source: XCounty),
        new("township-mayor", "Mayor of the township", "乡镇长", "township", "township-mayor", "township-secretary", Source: XCounty),
        new("township-deputy-secretary", "Deputy party secretary of the township", "乡镇党委副书记", "township", "township-deputy-secretary", "township-secretary", Optional: true, Source: XCounty),
        new("township-committee-member", "Member of the township's party committee", "乡镇党委委员", "township", "township-committee-member", "township-secretary", 9, true, Source: XCounty),
    ];

    /// <summary>Gets the four roles of 舟山: 网格长、专职网格员、兼职网格员、网格指导员 (舟山市网格化服务管理条例 (2023) 第十一条).</summary>
    public static EquatableArray<Post> ZhoushanFour { get; } =
    [
        new("grid-leader", "Grid leader", "网格长", "grid", "grid-leader", Source: Zhoushan),
        new("full-time-worker", "Full-time grid worker", "专职网格员", "grid", "grid-worker", "grid-leader", 9, Source: Zhoushan),
        new("part-time-worker", "Part-time grid worker", "兼职网格员", "grid", "grid-worker", "grid-leader", 9, true, Source: Zhoushan),
        new("grid-guide", "Grid guide", "网格指导员", "grid", "grid-guide", Optional: true, Source: Zhoushan),
    ];

    private static string Zhoushan => "舟山市网格化服务管理条例 (2023) 第十一条";
}
