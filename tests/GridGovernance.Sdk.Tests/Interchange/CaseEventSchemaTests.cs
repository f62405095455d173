using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Shapes;
using GridGovernance.Sdk.Tests.Cases;

namespace GridGovernance.Sdk.Tests.Interchange;

public class CaseEventSchemaTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void EveryLine_OfRandomHistories_IsAcceptedByTheSchema()
    {
        var validator = new TinySchemaValidator(CaseEventJson.Schema());
        var engine = SmallCounty.Engine();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 20; seed++)
        {
            var rows = CaseHistories.Draw(engine, "daily", seed, 12).Select(e => new CaseEventRow("c", e));
            foreach (var line in System.Text.Encoding.UTF8.GetString(CaseEventJson.Write(rows)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var node = JsonNode.Parse(line)!;
                kinds.Add((string)node["type"]!);
                Assert.Empty(validator.Validate(node));
            }
        }

        Assert.True(kinds.Count >= 7, string.Join(", ", kinds));
    }

    [Theory]
    [InlineData("""{"case":"c","type":"case-merged","event":{"into":"d","commandId":"m","at":"2026-01-05T01:00:00Z","by":"dispatcher@511921"}}""", true)]
    [InlineData("""{"case":"c","type":"case-sized","event":{"into":"d","commandId":"m","at":"2026-01-05T01:00:00Z","by":"dispatcher@511921"}}""", false)]
    [InlineData("""{"case":"c","type":"case-forged","event":{"into":"d","commandId":"m","at":"2026-01-05T01:00:00Z","by":"dispatcher@511921"}}""", false)]
    [InlineData("""{"case":"","type":"case-merged","event":{"into":"d","commandId":"m","at":"2026-01-05T01:00:00Z","by":"dispatcher@511921"}}""", false)]
    [InlineData("""{"type":"case-merged","event":{"into":"d","commandId":"m","at":"2026-01-05T01:00:00Z","by":"dispatcher@511921"}}""", false)]
    public void ALine_OfAnotherShape_IsRefusedByTheSchemaAndByTheReader(string line, bool accepted)
    {
        Assert.Equal(accepted, new TinySchemaValidator(CaseEventJson.Schema()).Validate(JsonNode.Parse(line)).Count == 0);
        Assert.Equal(accepted, !CaseEventJson.Read(System.Text.Encoding.UTF8.GetBytes(line), "events.jsonl").Report.HasErrors);
    }

    [Fact]
    public void EveryEventAndMember_IsDescribedInBothLanguages()
    {
        var shapes = new List<ObjectShape>();
        foreach (var (_, shape) in CaseEventJson.Shapes())
        {
            shape.CollectInto(shapes);
        }

        var keys = shapes.SelectMany(shape => shape.Members.Select(member => shape.Name + "." + member.Name).Prepend(shape.Name))
            .Concat(["caseEventRow", "caseEventRow.case", "caseEventRow.type", "caseEventRow.event"]).ToList();
        Assert.DoesNotContain(keys, static key => FieldTexts.Find(key, CultureInfo.InvariantCulture) is null);
        Assert.DoesNotContain(keys, static key => string.Equals(FieldTexts.Find(key, Chinese), FieldTexts.Find(key, CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Equal(CaseEventJson.Types.Count, CaseEventJson.Shapes().Select(pair => pair.Shape.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(typeof(CaseEvent).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(CaseEvent))), CaseEventJson.Types.Count);
    }
}
