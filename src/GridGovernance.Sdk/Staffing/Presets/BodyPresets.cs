using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>The bodies of X县's communities, townships and villages (S3-7 to S3-9): facts with a source, to start from.</summary>
/// <remarks>Each is made for the level codes of the hierarchy presets; use <c>with</c> for another level. This type is immutable and safe to share between threads.</remarks>
public static class BodyPresets
{
    private const string Community = "X县 (S3-7): 一委一会三站一办";
    private const string Township = "X县 (S3-8): 三个中心";
    private const string Village = "X县 (S3-9): 一委两会两站";

    /// <summary>Gets the six bodies of a community: 一委一会三站一办 (S3-7).</summary>
    public static EquatableArray<Body> XCountyCommunity { get; } =
    [
        Of("community-party-committee", "Community party work committee", "社区党工委", GridKind.Community, Community),
        Of("residents-committee", "Residents' committee", "居委会", GridKind.Community, Community),
        Of("community-service-station", "Public service station", "便民服务站", GridKind.Community, Community),
        Of("grid-management-station", "Grid management station", "网格管理站", GridKind.Community, Community),
        Of("community-stability-station", "Petition and stability station", "综治信访维稳站", GridKind.Community, Community),
        Of("general-office", "General office", "综合办公室", GridKind.Community, Community),
    ];

    /// <summary>Gets the three centres of a township with their heads by virtue of office: 书记; 乡镇长; 副书记或党委委员 (S3-8).</summary>
    public static EquatableArray<Body> XCountyTownship { get; } =
    [
        new("grid-management-centre", "Grid management centre", "网格管理中心", "township", Heads: ["township-secretary"], Source: Township),
        new("public-service-centre", "Public service centre", "便民服务中心", "township", Heads: ["township-mayor"], Source: Township),
        new(
            "stability-centre", "Petition and stability centre", "综治信访维稳中心", "township",
            Heads: ["township-deputy-secretary", "township-committee-member"], Source: Township),
    ];

    /// <summary>Gets the five bodies of a village: 一委两会两站 (S3-9).</summary>
    public static EquatableArray<Body> XCountyVillage { get; } =
    [
        Of("branch-committee", "Party branch committee", "支部委员会", GridKind.Village, Village),
        Of("villagers-committee", "Villagers' committee", "村（居）委会", GridKind.Village, Village),
        Of("supervision-committee", "Village supervision committee", "村（居）务监督委员会", GridKind.Village, Village),
        Of("village-service-station", "Grid management and public service station", "网格管理便民服务站", GridKind.Village, Village),
        Of("village-stability-station", "Petition and stability station", "综治信访维稳站", GridKind.Village, Village),
    ];

    private static Body Of(string code, string en, string zh, GridKind kind, string source) => new(code, en, zh, "village", [kind], Source: source);
}
