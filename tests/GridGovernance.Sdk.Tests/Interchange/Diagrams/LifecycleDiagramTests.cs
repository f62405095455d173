using System.Globalization;
using System.Xml.Linq;
using GridGovernance.Sdk.Interchange.Diagrams;
using GridGovernance.Sdk.Tests.Cases;

namespace GridGovernance.Sdk.Tests.Interchange.Diagrams;

public class LifecycleDiagramTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Theory]
    [InlineData("daily")]
    [InlineData("ordinary")]
    [InlineData("serious")]
    public void Mermaid_Sample_HoldsEveryStateAndEveryTransition(string tier)
    {
        var definition = SmallCounty.Definition(tier);

        var lines = LifecycleMermaid.Write(definition).Split('\n');

        Assert.Equal("stateDiagram-v2", lines[0]);
        Assert.All(definition.States, state => Assert.Contains(lines, line => line.Contains($"state \"{state.Label.En}\" as", StringComparison.Ordinal)));
        Assert.Equal(definition.Transitions.Count, lines.Count(line => line.Contains(" : ", StringComparison.Ordinal)));
        Assert.All(definition.Transitions.Where(t => t.Guards.Count > 0), t => Assert.Contains(lines, line => line.Contains($"[{string.Join(", ", t.Guards)}]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Mermaid_Chinese_BearsChineseLabels() => Assert.Contains("核查中", LifecycleMermaid.Write(SmallCounty.Definition("daily"), Chinese), StringComparison.Ordinal);

    [Fact]
    public void Mermaid_HostileLabel_IsEscaped()
    {
        var definition = SmallCounty.Definition("daily");
        var hostile = definition with { States = [definition.States[0] with { Label = new LocalizedText("a\"\n;:<script>", "x") }, .. definition.States.Skip(1)] };

        var text = LifecycleMermaid.Write(hostile);

        Assert.Contains("a#34;#10;#59;#58;#60;script#62;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_UnknownState_Throws() =>
        Assert.Throws<ArgumentException>(() => LifecycleMermaid.Write(SmallCounty.Definition("daily") with { Initial = "nowhere" }));

    [Theory]
    [InlineData("daily")]
    [InlineData("ordinary")]
    [InlineData("serious")]
    public void Svg_Sample_IsWellFormedAndShowsEveryStateAndEveryStep(string tier)
    {
        var lifecycle = SmallCounty.Compile(SmallCounty.Definition(tier));

        var svg = XElement.Parse(LifecycleSvg.Write(lifecycle));

        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.All(lifecycle.States, state => Assert.Contains(state.Definition.Label.En, texts));
        var arrows = lifecycle.Definition.Transitions.Select(transition => (transition.From, transition.To ?? transition.From)).Distinct().Count();
        Assert.Equal(arrows, svg.Elements().Count(element => element.Name.LocalName == "path"));
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("ordinary")]
    [InlineData("serious")]
    public void Svg_Sample_DrawsNoTwoArrowsOverEachOther(string tier)
    {
        var svg = XElement.Parse(LifecycleSvg.Write(SmallCounty.Compile(SmallCounty.Definition(tier))));

        // Each arrow has a port of its own wherever it leaves or arrives at a side, so no two begin or end at one height.
        var beside = svg.Elements().Where(element => element.Name.LocalName == "path" && element.Attribute("d")!.Value.Contains('Q', StringComparison.Ordinal))
            .Select(element => element.Attribute("d")!.Value.Split(' ')).ToList();
        var ports = beside.SelectMany(d => new[] { (Side: d[1], Y: d[2]), (Side: d[^1], Y: d[^3]) }).ToList();
        Assert.NotEmpty(beside);
        Assert.Equal(ports.Count, ports.Distinct().Count());
    }

    [Fact]
    public void Svg_PartyNames_StandInsteadOfCodes()
    {
        var svg = LifecycleSvg.Write(SmallCounty.Compile(SmallCounty.Definition("daily")), nameOfParty: party => $"<{party}>");

        Assert.Contains("&lt;grid-worker&gt;", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_HostileLabel_IsEscaped()
    {
        var definition = SmallCounty.Definition("daily");
        var hostile = definition with { States = [definition.States[0] with { Label = new LocalizedText("</svg><script>", "x") }, .. definition.States.Skip(1)] };

        Assert.DoesNotContain("<script>", LifecycleSvg.Write(SmallCounty.Compile(hostile)), StringComparison.Ordinal);
    }
}
