using System.Text.Json.Nodes;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Hosting;

/// <summary>One of the files that make up the model of a county.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class ModelFile
{
    private readonly Func<JsonObject> _schema;

    private ModelFile(string name, string path, LocalizedText purpose, Func<JsonObject> schema)
    {
        Name = name;
        Path = path;
        Purpose = purpose;
        _schema = schema;
    }

    /// <summary>Gets every file, in the order in which a model is read.</summary>
    public static EquatableArray<ModelFile> All { get; } =
    [
        Of<CountyDefinition>("county", "county.json", "the county and its published facts", "县及其公布数据"),
        Of<Township>("townships", "townships.csv", "its townships, towns and streets", "所辖乡、镇、街道"),
    ];

    /// <summary>Gets the name, such as <c>county</c>.</summary>
    public string Name { get; }

    /// <summary>Gets where it stands in the folder; <c>*</c> stands for any name, where there may be several.</summary>
    public string Path { get; }

    /// <summary>Gets what it is for.</summary>
    public LocalizedText Purpose { get; }

    /// <summary>Gets a value indicating whether it is a CSV file, whose schema describes one row.</summary>
    public bool IsTable => Path.EndsWith(".csv", StringComparison.Ordinal);

    /// <summary>Looks a file up.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The file, or null.</returns>
    public static ModelFile? Find(string name) => All.FirstOrDefault(file => string.Equals(file.Name, name, StringComparison.Ordinal));

    /// <summary>Describes the file, or one row of it, as JSON Schema (draft 2020-12).</summary>
    /// <returns>The schema; the caller may change it.</returns>
    public JsonObject Schema() => _schema();

    /// <summary>Returns the name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;

    private static ModelFile Of<T>(string name, string path, string en, string zh) =>
        new(name, path, new LocalizedText(en, zh), GovernanceJson.SchemaOf<T>);
}
