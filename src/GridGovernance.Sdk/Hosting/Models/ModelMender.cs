using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Takes the faults out of definitions on which others rest, so that the others can still be checked against what is right in them.</summary>
/// <remarks>What it returns is for looking codes up, never for use: the faults are in the report, and there is no model.</remarks>
internal static class ModelMender
{
    private const string Unreadable = "unreadable";

    internal static GridScheme? Mend(GridSchemeDefinition definition) => GridScheme.Compile(
        definition with
        {
            Code = Unreadable,
            Levels = EquatableArray.From(definition.Levels.DistinctBy(static level => level.Code, StringComparer.Ordinal).Select(static level => level with { Digits = 3 })),
            Sizing = [],
        },
        out _);

    internal static Establishment? Mend(EquatableArray<Post> posts, EquatableArray<Department> departments, GridScheme scheme)
    {
        var widest = scheme.Levels[0].Code;
        return Establishment.Compile(
            posts.DistinctBy(static post => post.Code, StringComparer.Ordinal).Select(post => post with
            {
                TitleEn = post.Code,
                TitleZh = post.Code,
                Role = post.Code,
                Level = post.IsOfDepartment || scheme.TryFindLevel(post.Level, out _) ? post.Level : widest,
                Supervisor = null,
                MostHolders = Math.Max(1, post.MostHolders),
                Eligible = [],
            }),
            departments.DistinctBy(static department => department.Code, StringComparer.Ordinal).Select(department => department with
            {
                NameEn = department.Code,
                NameZh = department.Code,
                Level = scheme.TryFindLevel(department.Level, out _) ? department.Level : widest,
            }),
            scheme,
            out _);
    }

    internal static MatterCatalogue? Mend(EquatableArray<Matter> matters, Establishment establishment) => MatterCatalogue.Compile(
        matters.DistinctBy(static matter => matter.Code, StringComparer.Ordinal).Select(static matter => matter with
        {
            NameEn = matter.Code,
            NameZh = matter.Code,
            Source = Unreadable,
            Responsible = null,
            Owner = null,
            Tier = null,
        }),
        establishment,
        out _);
}
