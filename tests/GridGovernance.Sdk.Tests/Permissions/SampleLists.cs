using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>The posts, matters and lists of the quickstart's county, read from its files.</summary>
internal static class SampleLists
{
    public static string Folder { get; } = Path.Combine(SourceTree.Root, "samples", "CountyQuickstart", "model");

    public static GridScheme Scheme { get; } = CompileScheme();

    public static Establishment Establishment { get; } = Clean(
        Sdk.Staffing.Establishment.Compile(Rows<Post>("posts.csv"), Rows<Department>("departments.csv"), Scheme, out var report), report);

    public static MatterCatalogue Catalogue { get; } = Clean(MatterCatalogue.Compile(Rows<Matter>("matters.csv"), Establishment, out var report), report);

    public static EntryListDefinition EntryDefinition { get; } = Json<EntryListDefinition>("entry-list.json");

    public static EntryList EntryList { get; } = Clean(Sdk.Permissions.EntryList.Compile(EntryDefinition, Catalogue, Establishment, out var report), report);

    public static AuthorityListDefinition AuthorityDefinition { get; } = Json<AuthorityListDefinition>("authority-list.json");

    public static AuthorityList AuthorityList { get; } = Clean(
        Sdk.Permissions.AuthorityList.Compile(AuthorityDefinition, Catalogue, Establishment, out var report), report);

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    private static EquatableArray<T> Rows<T>(string file)
    {
        var result = GovernanceCsv.Read<T>(Bytes(file), file);
        result.Report.EnsureNoErrors();
        return result.Value;
    }

    private static T Json<T>(string file)
        where T : class
    {
        var result = GovernanceJson.Read<T>(Bytes(file), file);
        result.Report.EnsureNoErrors();
        return result.Value!;
    }

    // Nothing at all is to be found in the sample, not even a warning.
    private static T Clean<T>(T? value, FindingReport report)
        where T : class
    {
        Assert.Empty(report);
        return value!;
    }

    private static GridScheme CompileScheme()
    {
        var levels = new[] { ("county", 6), ("township", 3), ("village", 3), ("grid", 3), ("cell", 3) };
        var definition = new GridSchemeDefinition
        {
            Code = "sample",
            Levels = EquatableArray.From(levels.Select(static level =>
                new GridLevelDefinition { Code = level.Item1, Name = new LocalizedText(level.Item1, level.Item1), Digits = level.Item2 })),
        };
        return Clean(GridScheme.Compile(definition, out var report), report);
    }
}
