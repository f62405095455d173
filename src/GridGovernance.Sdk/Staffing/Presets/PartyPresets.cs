namespace GridGovernance.Sdk.Staffing;

/// <summary>Party organisations that the articles describe, without party units: facts with a source, to start from.</summary>
/// <remarks>Tiers name no level, because hierarchies differ; use <c>with</c> to bind them. This type is immutable and safe to share between threads.</remarks>
public static class PartyPresets
{
    /// <summary>Gets the three tiers of 黄骅市: 街道党工委—社区大党委—网格党支部 (S2-1).</summary>
    public static PartyOrganisationDefinition Huanghua { get; } = new()
    {
        Code = "huanghua",
        Title = new LocalizedText("Huanghua: three tiers", "黄骅市：三级组织架构"),
        Source = "吴结兵 (S2-1): 街道党工委—社区大党委—网格党支部",
        Tiers =
        [
            Tier("street-work-committee", "Street party work committee", "街道党工委"),
            Tier("community-committee", "Community general party committee", "社区大党委"),
            Tier("grid-branch", "Grid party branch", "网格党支部"),
        ],
    };

    /// <summary>Gets the four tiers of 芜湖: 社区建党委、小区建支部、片区成立党小组、楼栋划分党员责任区 (S2-2).</summary>
    public static PartyOrganisationDefinition Wuhu { get; } = new()
    {
        Code = "wuhu",
        Title = new LocalizedText("Wuhu: the weaving plan", "芜湖：织网计划"),
        Source = "吴结兵 (S2-2): 社区建党委、小区建支部、片区成立党小组、楼栋划分党员责任区",
        Tiers =
        [
            Tier("community-committee", "Community party committee", "社区党委"),
            Tier("estate-branch", "Estate party branch", "小区党支部"),
            Tier("area-group", "Area party group", "片区党小组"),
            Tier("building-responsibility-area", "Building under members' responsibility", "楼栋党员责任区"),
        ],
    };

    private static PartyTier Tier(string code, string en, string zh) => new() { Code = code, Name = new LocalizedText(en, zh) };
}
