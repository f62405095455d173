using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Tool.Commands.Schema;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Schema;

public sealed class SchemaCommandTests
{
    [Fact]
    public void Schema_WithoutAName_ListsEveryFile()
    {
        var lines = ToolRun.Of("schema").Output.TrimEnd('\n').Split('\n');

        Assert.Equal(SchemaFile.All.Select(file => file.Name), lines.Select(line => line.Split(' ')[0]));
        Assert.Superset(ModelFile.All.Select(file => file.Name).Append("division-units").Append("appointments").Append("list-tests").Append("households").Append("points").Append("case-events").ToHashSet(StringComparer.Ordinal), SchemaFile.All.Select(file => file.Name).ToHashSet(StringComparer.Ordinal));
        Assert.Contains("所辖乡、镇、街道", ToolRun.Of("schema", "--lang", "zh").Output, StringComparison.Ordinal);
        Assert.Equal(lines.Length, JsonNode.Parse(ToolRun.Of("schema", "--json").Output)!["files"]!.AsArray().Count);
    }

    [Fact]
    public void Schema_OfEveryFile_IsASchemaOfAnObject()
    {
        foreach (var name in SchemaFile.All.Select(file => file.Name))
        {
            var run = ToolRun.Of("schema", name);

            Assert.Equal((ExitCode.Ok, ""), (run.Exit, run.Error));
            Assert.Equal("object", (string?)JsonNode.Parse(run.Output)!["type"]);
        }
    }
}
