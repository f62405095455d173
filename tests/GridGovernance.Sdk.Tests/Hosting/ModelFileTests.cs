using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.TestKit;
using GridGovernance.Sdk.Tests.Interchange;

namespace GridGovernance.Sdk.Tests.Hosting;

public sealed class ModelFileTests
{
    public static TheoryData<string> Folders =>
        [SampleModel.Folder, SourceTree.Path("src", "GridGovernance.Sdk.Tool", "Template")];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Schema_OfEveryFile_AcceptsIt(string folder)
    {
        foreach (var file in ModelFile.All)
        {
            var validator = new TinySchemaValidator(file.Schema());
            foreach (var document in Documents(folder, file))
            {
                Assert.Empty(validator.Validate(document));
            }
        }
    }

    [Fact]
    public void Schema_OfASpoiledFile_RefusesIt()
    {
        var schema = new TinySchemaValidator(ModelFile.Find("county")!.Schema());
        var county = JsonNode.Parse(File.ReadAllText(Path.Combine(SampleModel.Folder, "county.json")))!.AsObject();
        county["populatoin"] = 1;
        county["code"] = "51192x";
        county["units"]![0]!["count"] = "many";
        county.Remove("name");

        Assert.Equal(
            ["/code pattern", "/name required", "/populatoin additionalProperties", "/units/0/count type"],
            schema.Validate(county).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<JsonNode> Documents(string folder, ModelFile file)
    {
        // What may be absent is looked at where it is there; cells that are lists or numbers are no JSON.
        if (file.IsOptional && (file.IsTable || !Path.Exists(Path.Combine(folder, file.Path.Split("/*")[0]))))
        {
            return [];
        }

        if (!file.IsTable)
        {
            var files = file.Path.Contains('*', StringComparison.Ordinal)
                ? Directory.GetFiles(Path.Combine(folder, Path.GetDirectoryName(file.Path)!))
                : [Path.Combine(folder, file.Path)];
            Assert.NotEmpty(files);
            return files.Select(path => JsonNode.Parse(File.ReadAllText(path))!);
        }

        var findings = new List<Finding>();
        var rows = new CsvScanner(File.ReadAllText(Path.Combine(folder, file.Path)), findings);
        Assert.True(rows.Read());
        var header = rows.Cells.ToArray();
        var objects = new List<JsonNode>();
        while (rows.Read())
        {
            objects.Add(new JsonObject(header.Zip(rows.Cells).Where(cell => cell.Second.Length > 0)
                .Select(cell => KeyValuePair.Create<string, JsonNode?>(cell.First, cell.Second))));
        }

        Assert.Empty(findings);
        return objects;
    }
}
