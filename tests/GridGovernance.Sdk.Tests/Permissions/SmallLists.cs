using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>Matters and lists over the small county.</summary>
internal static class SmallLists
{
    public static readonly LocalDate Day = new(2026, 2, 2);

    public static readonly EquatableArray<Matter> Matters =
    [
        new("patrol", "duty", "Patrol", "巡查", MatterPurpose.Order, Origin.Sample, "sample", "grid-worker", Tier: "daily"),
        new("visit", "duty", "Visit", "走访", MatterPurpose.Service, Origin.Sample, "sample", "grid-worker"),
        new("illegal-building", "enforcement", "Illegal building", "违法建设", MatterPurpose.Order, Origin.Sample, "sample", "handler", "civil-affairs"),
        new("council", "vitality", "Villagers' council", "村民议事", MatterPurpose.Vitality, Origin.Sample, "sample", Owner: "villagers-council"),
        new("levy", "unrelated", "Levy", "征收", MatterPurpose.Unrelated, Origin.Sample, "sample", Owner: "health"),
    ];

    public static MatterCatalogue Catalogue { get; } = Clean(MatterCatalogue.Compile(Matters, SmallCounty.Establishment, out var report), report);

    public static EntryListItem Item(string code, params string[] matters) => new()
    {
        Code = code,
        Name = new LocalizedText(code, code),
        Category = EntryCategory.Assisted,
        Status = EntryStatus.InForce,
        Origin = Origin.Sample,
        Source = "sample",
        Matters = EquatableArray.From(matters),
        PowersAndDuties = new LocalizedText("look and report", "查看并上报"),
        OperatingProcedure = [new LocalizedText("look", "查看")],
        Approvals = [new EntryApproval("political-legal", Day.PlusYears(-1)), new EntryApproval("establishment-office", Day.PlusYears(-1))],
        PublishedOn = Day.PlusYears(-1),
    };

    public static EntryListItem Negative(string code, params string[] matters) => Item(code, matters) with
    {
        Category = EntryCategory.Negative,
        Content = new LocalizedText("not for grids", "不进网格"),
    };

    public static EntryListDefinition Entries(params EntryListItem[] items) => new()
    {
        Code = "entry-list",
        Version = "1",
        Title = new LocalizedText("Entry list", "准入清单"),
        ScopeGuard = "wu-2020",
        Bodies =
        [
            new ApprovalBody("political-legal", new LocalizedText("Political and legal committee", "政法委")),
            new ApprovalBody("establishment-office", new LocalizedText("Establishment office", "编办")),
            new ApprovalBody("grid-office", new LocalizedText("Grid work office", "网格化工作机构")),
        ],
        RequiredApprovers = ["political-legal", "establishment-office"],
        RequiredTemporaryApprovers = ["grid-office"],
        Items = EquatableArray.From(items),
    };

    public static EntryList EntryList(params EntryListItem[] items) => EntryList(Entries(items));

    public static EntryList EntryList(EntryListDefinition definition) =>
        Clean(Sdk.Permissions.EntryList.Compile(definition, Catalogue, SmallCounty.Establishment, out var report), report);

    public static AdmissionRequest Ask(string matter) => new(matter, "grid", GridCode.Parse("123"), Day, "grid-worker");

    public static AuthorityRule Rule(string code, AuthorityStance stance, string who, string action, params string[] matters) => new()
    {
        Code = code,
        Stance = stance,
        Actions = [action],
        Origin = Origin.Sample,
        Source = "sample",
        Posts = who.Length == 0 ? [] : [who],
        Matters = EquatableArray.From(matters),
    };

    public static AuthorityListDefinition Powers(params AuthorityRule[] rules) => new()
    {
        Code = "authority-list",
        Version = "1",
        Title = new LocalizedText("Authority list", "权责清单"),
        Actions =
        [
            new AuthorityTerm("report", new LocalizedText("report", "上报")),
            new AuthorityTerm("handle", new LocalizedText("handle", "处置")),
            new AuthorityTerm("verify", new LocalizedText("verify", "核查")),
        ],
        Conditions =
        [
            new AuthorityTerm("not-the-handler", new LocalizedText("somebody else handled it", "非处置人")),
            new AuthorityTerm("legal-basis-cited", new LocalizedText("a legal basis is cited", "载明法律依据")),
            new AuthorityTerm("is-the-handler", new LocalizedText("they handled it themselves", "系处置人")),
        ],
        Rules = EquatableArray.From(rules),
    };

    public static AuthorityList AuthorityList(params AuthorityRule[] rules) => AuthorityList(Powers(rules));

    public static AuthorityList AuthorityList(AuthorityListDefinition definition) =>
        Clean(Sdk.Permissions.AuthorityList.Compile(definition, Catalogue, SmallCounty.Establishment, out var report), report);

    public static AuthorityRequest Ask(string post, string action, string matter, string? department = null) => new()
    {
        Post = post,
        Department = department,
        Level = department is not null ? "county" : SmallCounty.Establishment.TryFindPost(post, out var found) ? found.Level : "grid",
        Action = action,
        Matter = matter,
        Place = GridCode.Parse("123"),
        At = Day.At(new LocalTime(9, 0)),
    };

    private static T Clean<T>(T? value, FindingReport report)
        where T : class
    {
        report.EnsureNoErrors();
        return value!;
    }
}
