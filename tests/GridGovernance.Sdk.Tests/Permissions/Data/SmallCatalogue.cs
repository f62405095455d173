using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions.Data;

/// <summary>A data catalogue over the small county.</summary>
internal static class SmallCatalogue
{
    public static DataCatalogueDefinition Definition { get; } = new()
    {
        Code = "data",
        Version = "1",
        Title = new LocalizedText("Data", "数据"),
        Purposes = [new("relief", new LocalizedText("Relief", "救助")), new("safety", new LocalizedText("Safety", "安全"))],
        Items =
        [
            Item("name") with { KeepFirst = 1 },
            Item("phone") with { KeepFirst = 3, KeepLast = 4 },
            Item("illness") with { Sensitivity = DataSensitivity.Sensitive, CollectingPost = "handler", CollectingDepartment = "health", Retention = TimeLimit.Parse("6 months", null) },
            Item("camera") with { Kind = DataKind.Video, Record = null, Sensitivity = DataSensitivity.Internal, Subject = DataSubject.Infrastructure, CollectingPost = "dispatcher" },
        ],
        Forms = [Form("register", "grid-worker", null, "name", "phone"), Form("illness-form", null, "health", "illness"), Form("camera-log", "dispatcher", null, "camera")],
        Grants =
        [
            Grant("worker-reads") with { Posts = ["grid-worker"], Records = ["resident"], Shows = DataShow.Masked },
            Grant("head-reads") with { Posts = ["village-head"], Items = ["name", "phone"], Purposes = ["relief"] },
            Grant("health-reads") with { Departments = ["health"], Items = ["illness"], Purposes = ["relief"], NeedsConsent = true },
            Grant("view-video") with { Levels = ["county", "village"], Items = ["camera"], Purposes = ["safety"] },
        ],
        BreakGlass =
        [
            new()
            {
                Code = "danger-to-life", Name = new LocalizedText("Danger to life", "生命危险"), Items = ["illness", "phone"], ReviewWithinHours = 24,
                Origin = Origin.Sample, Source = "sample", Posts = ["grid-worker", "village-head"],
            },
        ],
    };

    public static DataCatalogue Catalogue { get; } = Compile(Definition);

    public static DataCatalogue Compile(DataCatalogueDefinition definition)
    {
        var catalogue = DataCatalogue.Compile(definition, SmallCounty.Establishment, out var report);
        report.EnsureNoErrors();
        return catalogue!;
    }

    public static DataItem Item(string code) => new()
    {
        Code = code,
        Name = new LocalizedText(code, code),
        Subject = DataSubject.People,
        Sensitivity = DataSensitivity.Personal,
        Origin = Origin.Sample,
        Source = "sample",
        Record = "resident",
        CollectingPost = "grid-worker",
        Purposes = ["relief", "safety"],
        LegalBasis = "个人信息保护法 art 34",
        Retention = TimeLimit.Parse("2 years", null),
    };

    public static DataForm Form(string code, string? post, string? department, params string[] items) => new()
    {
        Code = code,
        Name = new LocalizedText(code, code),
        Items = EquatableArray.From(items),
        Origin = Origin.Sample,
        Source = "sample",
        Post = post,
        Department = department,
    };

    public static DataGrant Grant(string code) => new() { Code = code, Shows = DataShow.Full, Purposes = ["relief", "safety"], Origin = Origin.Sample, Source = "sample" };

    public static AuthorityActor Actor(string who) =>
        AuthorityActor.TryResolve(who, SmallCounty.Establishment, out var actor, out var problem) ? actor : throw new ArgumentException(problem.ToString(), nameof(who));

    public static DataAccessRequest Ask(string who, params string[] items) => new()
    {
        Actor = Actor(who),
        Items = EquatableArray.From(items),
        Subject = "p-1",
        Place = GridCode.Parse("123"),
        Purpose = "relief",
        At = SmallLists.Day.At(new LocalTime(9, 0)),
    };
}
