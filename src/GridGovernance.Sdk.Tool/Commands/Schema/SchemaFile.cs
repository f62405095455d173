using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tool.Commands.Schema;

/// <summary>A file whose schema can be printed: those of a model, and those that a verb reads beside it.</summary>
internal sealed record SchemaFile(string Name, string Path, LocalizedText Purpose, Func<CultureInfo?, JsonObject> Schema)
{
    /// <summary>Gets every file.</summary>
    internal static EquatableArray<SchemaFile> All { get; } =
    [
        .. ModelFile.All.Select(static file => new SchemaFile(file.Name, file.Path, file.Purpose, file.Schema)),
        new("list-tests", "CASES.json", new LocalizedText("expected decisions of both lists, for lists test", "对两个清单的预期答复（lists test用）"), GovernanceJson.SchemaOf<ListTestDefinition>),
    ];

    /// <summary>Looks a file up.</summary>
    internal static SchemaFile? Find(string name) => All.FirstOrDefault(file => string.Equals(file.Name, name, StringComparison.Ordinal));
}
