using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using static GridGovernance.Sdk.Tests.Permissions.Data.SmallCatalogue;

namespace GridGovernance.Sdk.Tests.Permissions.Data;

/// <summary>Random grants, forms and questions over the small catalogue.</summary>
internal static class DataGenerators
{
    private static readonly string[] Who = ["commander@1", "village-head@12", "village-head@13", "grid-worker@123", "grid-worker@133", "grid-worker", "handler@health", "head@civil-affairs"];

    public static Arbitrary<DataCatalogueDefinition> Catalogues() => Arb.From(
        from grants in GrantGen.ListOf().Where(static grants => grants.Count <= 8)
        from forms in FormGen.ListOf().Where(static forms => forms.Count <= 8)
        select Definition with
        {
            Grants = EquatableArray.From(grants.Select(static (grant, i) => grant with { Code = $"g{i}" })),
            Forms = EquatableArray.From(forms.Select(static (form, i) => form with { Code = $"f{i}" })),
        });

    public static Arbitrary<DataAccessRequest> Requests() => Arb.From(
        from who in Gen.Elements(Who)
        from items in Some("name", "phone", "illness", "camera", "nothing")
        from place in Gen.Elements("1", "12", "13", "123", "133")
        from purpose in Gen.Elements("relief", "safety")
        from day in Gen.Choose(-2, 2)
        from consent in Gen.Elements(true, false)
        from claim in Gen.Elements<BreakGlassClaim?>(null, null, new BreakGlassClaim("danger-to-life", "case-1"), new BreakGlassClaim("other", "case-1"))
        select Ask(who, [.. items]) with
        {
            Place = GridCode.Parse(place), Purpose = purpose, At = SmallLists.Day.PlusDays(day).AtMidnight(), HasConsent = consent, BreakGlass = claim,
        });

    private static Gen<DataGrant> GrantGen =>
        from shows in Gen.Elements(DataShow.Masked, DataShow.Full)
        from items in Some("name", "phone", "illness")
        from whole in Gen.Elements(true, false)
        from posts in Maybe("village-head", "grid-worker", "handler")
        from departments in Maybe("health", "civil-affairs")
        from levels in Maybe("county", "village", "grid")
        from purposes in Some("relief", "safety")
        from beyond in Gen.Elements(true, false)
        from consent in Gen.Elements(true, false, false)
        from term in Gen.Choose(-2, 3)
        select Grant("g") with
        {
            Shows = shows,
            Items = whole ? [] : items,
            Records = whole ? ["resident"] : [],
            Posts = posts.Count + departments.Count + levels.Count == 0 ? ["grid-worker"] : posts,
            Departments = departments,
            Levels = levels,
            Purposes = purposes,
            BeyondOwnArea = beyond,
            NeedsConsent = consent,
            ValidFrom = term is < 0 or 3 ? SmallLists.Day.PlusDays(Math.Min(term, 0)) : null,
            ValidTo = term > 0 ? SmallLists.Day.PlusDays(term - 1) : null,
        };

    private static Gen<DataForm> FormGen =>
        from post in Gen.Elements<string?>(null, "grid-worker", "handler", "dispatcher")
        from department in Gen.Elements<string?>(null, "health", "civil-affairs")
        from items in Some("name", "phone", "illness", "camera")
        select Form("f", post is null && department is null ? "grid-worker" : post, department, [.. items]);

    private static Gen<EquatableArray<string>> Some(params string[] codes) =>
        from count in Gen.Choose(1, 3) from some in Gen.Elements(codes).ListOf(count) select EquatableArray.From(some.Distinct());

    private static Gen<EquatableArray<string>> Maybe(params string[] codes) => Gen.OneOf(Gen.Constant<EquatableArray<string>>([]), Some(codes));
}
