using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Permissions.Data.SmallCatalogue;

namespace GridGovernance.Sdk.Tests.Permissions.Data;

public sealed class DataCatalogueTests
{
    public static TheoryData<string, string, Func<DataCatalogueDefinition, DataCatalogueDefinition>> Faults => new()
    {
        { "permissions.bad-code", "/code", static d => d with { Code = "No" } },
        { "permissions.missing-field", "/version", static d => d with { Version = " " } },
        { "permissions.duplicate-code", "/purposes/2/code", static d => d with { Purposes = d.Purposes.Add(d.Purposes[0]) } },
        { "permissions.duplicate-code", "/items/4/code", static d => d with { Items = d.Items.Add(d.Items[0]) } },
        { "permissions.duplicate-code", "/forms/3/code", static d => d with { Forms = d.Forms.Add(d.Forms[0]) } },
        { "permissions.duplicate-code", "/grants/4/code", static d => d with { Grants = d.Grants.Add(d.Grants[0]) } },
        { "permissions.duplicate-code", "/breakGlass/1/code", static d => d with { BreakGlass = d.BreakGlass.Add(d.BreakGlass[0]) } },
        { "permissions.missing-field", "/items/4/source", static d => With(d, Item("x") with { Source = "" }) },
        { "permissions.data-purpose-unknown", "/items/4/purposes/0", static d => With(d, Item("x") with { Purposes = ["fun"] }) },
        { "permissions.unknown-post", "/items/4/collectingPost", static d => With(d, Item("x") with { CollectingPost = "king" }) },
        { "permissions.unknown-department", "/items/4/collectingDepartment", static d => With(d, Item("x") with { CollectingDepartment = "court" }) },
        { "permissions.missing-field", "/items/4/collectingPost", static d => With(d, Item("x") with { CollectingPost = null }) },
        { "permissions.data-needs", "/items/4/purposes", static d => With(d, Item("x") with { Record = null, Purposes = [] }) },
        { "permissions.data-needs", "/items/4/legalBasis", static d => With(d, Item("x") with { LegalBasis = " " }) },
        { "permissions.data-needs", "/items/4/retention", static d => With(d, Item("x") with { Retention = null }) },
        { "permissions.data-retention", "/items/4/retention", static d => With(d, Item("x") with { Retention = TimeLimit.Parse("3 working-days", null) }) },
        { "permissions.data-mask", "/items/4/keepFirst", static d => With(d, Item("x") with { KeepFirst = -1 }) },
        { "permissions.data-mask", "/items/4/keepLast", static d => With(d, Item("x") with { KeepLast = -1 }) },
        { "permissions.missing-field", "/forms/3/source", static d => With(d, Form("x", "grid-worker", null, "name") with { Source = "" }) },
        { "permissions.data-item-unknown", "/forms/3/items/0", static d => With(d, Form("x", "grid-worker", null, "shoe-size")) },
        { "permissions.data-item-unknown", "/forms/3/items/0", static d => With(d, Form("x", "grid-worker", null, "*")) },
        { "permissions.missing-field", "/forms/3/items", static d => With(d, Form("x", "grid-worker", null)) },
        { "permissions.missing-field", "/forms/3/post", static d => With(d, Form("x", null, null, "name")) },
        { "permissions.unknown-post", "/forms/3/post", static d => With(d, Form("x", "king", null, "name")) },
        { "permissions.unknown-department", "/forms/3/department", static d => With(d, Form("x", null, "court", "name")) },
        { "permissions.missing-field", "/grants/4/source", static d => With(d, Grant("x") with { Posts = ["handler"], Items = ["name"], Source = "" }) },
        { "permissions.power-for-all", "/grants/4/posts", static d => With(d, Grant("x") with { Items = ["name"] }) },
        { "permissions.unknown-post", "/grants/4/posts/0", static d => With(d, Grant("x") with { Posts = ["king"], Items = ["name"] }) },
        { "permissions.unknown-department", "/grants/4/departments/0", static d => With(d, Grant("x") with { Departments = ["court"], Items = ["name"] }) },
        { "permissions.unknown-level", "/grants/4/levels/0", static d => With(d, Grant("x") with { Levels = ["moon"], Items = ["name"] }) },
        { "permissions.data-item-unknown", "/grants/4/items/0", static d => With(d, Grant("x") with { Posts = ["handler"], Items = ["*"] }) },
        { "permissions.data-record-unknown", "/grants/4/records/0", static d => With(d, Grant("x") with { Posts = ["handler"], Records = ["ship"] }) },
        { "permissions.missing-field", "/grants/4/items", static d => With(d, Grant("x") with { Posts = ["handler"] }) },
        { "permissions.missing-field", "/grants/4/purposes", static d => With(d, Grant("x") with { Posts = ["handler"], Items = ["name"], Purposes = [] }) },
        { "permissions.data-purpose-unknown", "/grants/4/purposes/0", static d => With(d, Grant("x") with { Posts = ["handler"], Items = ["name"], Purposes = ["fun"] }) },
        { "permissions.missing-field", "/grants/4/shows", static d => With(d, Grant("x") with { Posts = ["handler"], Items = ["name"], Shows = DataShow.Hidden }) },
        { "permissions.ends-before-start", "/grants/4/validTo", static d => With(d, Grant("x") with { Posts = ["handler"], Items = ["name"], ValidFrom = SmallLists.Day, ValidTo = SmallLists.Day.PlusDays(-1) }) },
        { "permissions.data-video-masked", "/grants/4/shows", static d => With(d, Grant("x") with { Posts = ["handler"], Items = ["camera"], Shows = DataShow.Masked }) },
        { "permissions.data-purpose-beyond", "/grants/1/purposes/0", static d => d with { Items = EquatableArray.From(d.Items.Select(static item => item with { Purposes = ["safety"] })), Grants = [d.Grants[3], d.Grants[1]] } },
        { "permissions.data-purpose-beyond", "/grants/0/purposes/0", static d => d with { Items = EquatableArray.From(d.Items.Select(static item => item with { Purposes = ["safety"] })), Grants = [d.Grants[0] with { Purposes = ["relief"] }] } },
        { "permissions.missing-field", "/breakGlass/0/source", static d => With(d, d.BreakGlass[0] with { Source = "" }) },
        { "permissions.power-for-all", "/breakGlass/0/posts", static d => With(d, d.BreakGlass[0] with { Posts = [] }) },
        { "permissions.data-item-unknown", "/breakGlass/0/items/0", static d => With(d, d.BreakGlass[0] with { Items = ["shoe-size"] }) },
        { "permissions.missing-field", "/breakGlass/0/items", static d => With(d, d.BreakGlass[0] with { Items = [] }) },
        { "permissions.data-review-hours", "/breakGlass/0/reviewWithinHours", static d => With(d, d.BreakGlass[0] with { ReviewWithinHours = 0 }) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Compile_OfAFault_NamesItsPlace(string code, string path, Func<DataCatalogueDefinition, DataCatalogueDefinition> plant)
    {
        var catalogue = DataCatalogue.Compile(plant(Definition), SmallCounty.Establishment, out var report);

        Assert.Null(catalogue);
        Assert.Contains(report, finding => string.Equals(finding.Code, code, StringComparison.Ordinal) && string.Equals(finding.Place.Path, path, StringComparison.Ordinal));
    }

    [Fact]
    public void Compile_OfTheCatalogue_FindsNothing()
    {
        Assert.NotNull(DataCatalogue.Compile(Definition, SmallCounty.Establishment, out var report));
        Assert.Empty(report);

        // What is no personal data needs neither basis nor term; a single hour is enough for a review; a term of one day is one.
        var bare = Item("x") with { Sensitivity = DataSensitivity.Internal, Purposes = [], LegalBasis = null, Retention = null, Record = null };
        var day = Grant("y") with { Posts = ["handler"], Items = ["name"], ValidFrom = SmallLists.Day, ValidTo = SmallLists.Day };

        // A grant for one record says nothing of the purposes of another.
        var other = Item("ship") with { Record = "vessel", Purposes = ["safety"] };
        DataCatalogue.Compile(With(With(With(With(Definition, bare), other), day), Definition.BreakGlass[0] with { ReviewWithinHours = 1, Items = ["*"] }), SmallCounty.Establishment, out report);
        Assert.Empty(report);
    }

    [Fact]
    public void ACatalogue_InAFile_ComesBackUnchanged() =>
        Assert.Equal(Definition, GovernanceJson.Read<DataCatalogueDefinition>(GovernanceJson.Write(Definition), "data-catalogue.json").Value);

    [Theory]
    [InlineData("grid-worker@123", "name", null)]
    [InlineData("handler@health", "illness", null)]
    [InlineData("head@health", "illness", "permissions.not-the-collector")]
    [InlineData("handler@civil-affairs", "illness", "permissions.not-the-collector")]
    [InlineData("handler@health", "name", "permissions.not-the-collector")]
    [InlineData("grid-worker@123", "nothing", "permissions.data-unknown")]
    public void RefuseCollection_ByAnybodyButTheCollector_NamesTheCollector(string who, string item, string? code)
    {
        var refusal = Catalogue.RefuseCollection(Actor(who), item);

        Assert.Equal(code, refusal?.Code);
        if (code is "permissions.not-the-collector")
        {
            Assert.Equal(RefusalKind.NotYourRole, refusal!.Kind);
            Assert.Equal($"These may do it: {Catalogue.CollectorOf(item)}.", refusal.Nearest!.ToString());
        }
    }

    [Fact]
    public void Collector_OfAnItem_IsOne()
    {
        Assert.Equal("handler@health", Catalogue.CollectorOf("illness").ToString());
        Assert.Null(Catalogue.CollectorOf("nothing"));
        Assert.Equal(["name", "phone", "illness"], Catalogue.ItemsOf("resident").Select(static item => item.Code));
        Assert.Empty(Catalogue.ItemsOf("ship"));
    }

    [Theory]
    [InlineData("2 years", 2028, 2, 29, 2030, 2, 28)]
    [InlineData("6 months", 2025, 8, 31, 2026, 2, 28)]
    [InlineData("30 calendar-days", 2026, 2, 2, 2026, 3, 4)]
    public void KeepUntil_OfATerm_IsItsLastDay(string term, int y, int m, int d, int ty, int tm, int td)
    {
        var catalogue = Compile(With(Definition, Item("x") with { Retention = TimeLimit.Parse(term, null) }));
        Assert.Equal(new LocalDate(ty, tm, td), catalogue.KeepUntil("x", new LocalDate(y, m, d)));
    }

    [Fact]
    public void KeepUntil_WithoutATerm_IsOpen()
    {
        var catalogue = Compile(With(Definition, Item("x") with { Sensitivity = DataSensitivity.Open, Retention = null }));
        Assert.Null(catalogue.KeepUntil("x", SmallLists.Day));
        Assert.Null(catalogue.KeepUntil("nothing", SmallLists.Day));
    }

    private static DataCatalogueDefinition With(DataCatalogueDefinition definition, DataItem item) => definition with { Items = definition.Items.Add(item) };

    private static DataCatalogueDefinition With(DataCatalogueDefinition definition, DataForm form) => definition with { Forms = definition.Forms.Add(form) };

    private static DataCatalogueDefinition With(DataCatalogueDefinition definition, DataGrant grant) => definition with { Grants = definition.Grants.Add(grant) };

    private static DataCatalogueDefinition With(DataCatalogueDefinition definition, BreakGlassRule rule) => definition with { BreakGlass = [rule] };
}
