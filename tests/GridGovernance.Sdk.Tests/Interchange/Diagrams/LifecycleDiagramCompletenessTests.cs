using System.Text.RegularExpressions;
using System.Xml.Linq;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Diagrams;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Tests.Cases;

namespace GridGovernance.Sdk.Tests.Interchange.Diagrams;

public class LifecycleDiagramCompletenessTests
{
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.ExplicitCapture;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Codes => new(LifecyclePresets.All.Select(preset => preset.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Mermaid_APreset_HoldsEveryStateAndEveryTransition(string code)
    {
        var definition = Of(code);
        var text = LifecycleMermaid.Write(definition);
        for (var i = 0; i < definition.States.Count; i++)
        {
            Assert.Contains($"state \"{definition.States[i].Label.En}\" as s{i}\n", text, StringComparison.Ordinal);
        }

        var arrows = Regex.Matches(text, @"^    (?<from>s\d+) --> (?<to>s\d+) : ", Lines, Patience).Select(static match => (match.Groups["from"].Value, match.Groups["to"].Value));
        Assert.Equal(Arrows(definition), arrows);
        Assert.Equal(definition.States.Count(state => state.Final), Regex.Count(text, @" --> \[\*\]\n", RegexOptions.ExplicitCapture, Patience));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Dot_APreset_HoldsEveryStateAndEveryTransition(string code)
    {
        var definition = Of(code);
        var text = LifecycleDot.Write(definition);
        foreach (var state in definition.States)
        {
            Assert.Contains($"label=\"{state.Label.En}\"", text, StringComparison.Ordinal);
        }

        var arrows = Regex.Matches(text, @"^    (?<from>s\d+)(?:_all)? -> (?<to>s\d+)(?:_all)? \[", Lines, Patience).Select(static match => (match.Groups["from"].Value, match.Groups["to"].Value));
        Assert.Equal(Arrows(definition), arrows);
        foreach (var transition in definition.Transitions)
        {
            var guards = transition.Guards.Count == 0 ? "" : $" [{string.Join(", ", transition.Guards)}]";
            Assert.Contains($"{guards}{(transition.Within is { } within ? $" ≤ {within}" : "")} / {string.Join(", ", transition.By)}\"", text, StringComparison.Ordinal);
        }

        Assert.Equal(text.Count(c => c == '{'), text.Count(c => c == '}'));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Svg_APreset_HoldsEveryStateAndAnArrowForEveryPairOfStates(string code)
    {
        var definition = Of(code);
        var lifecycle = Lifecycle.Compile(definition, LifecycleVocabulary.NamedIn(definition), out _)!;
        var svg = XDocument.Parse(LifecycleSvg.Write(lifecycle));
        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.All(definition.States, state => Assert.Contains(state.Label.En, texts));
        var titles = svg.Descendants().Where(element => element.Name.LocalName == "title").SelectMany(element => element.Value.Split('\n')).ToList();
        foreach (var transition in definition.Transitions)
        {
            var guards = transition.Guards.Count == 0 ? "" : $" [{string.Join(", ", transition.Guards)}]";
            var label = $"{definition.Triggers.Single(trigger => trigger.Code == transition.Trigger).Label.En}{(transition.To is null ? " (=)" : "")}{guards}{(transition.Within is { } within ? $" ≤ {within}" : "")}";
            Assert.Contains(texts, text => text.Split(" / ").Contains(label));
            Assert.Contains($"{label} / {string.Join(", ", transition.By)}", titles);
        }

        var arrows = svg.Descendants().Count(element => element.Attribute("marker-end") is not null);
        Assert.Equal(definition.Transitions.Select(transition => (transition.From, transition.To ?? transition.From)).Distinct().Count(), arrows);
    }

    [Fact]
    public void Dot_AHostileLabel_StaysInsideItsQuotes()
    {
        var definition = SmallCounty.Definition("daily");
        definition = definition with { Title = new LocalizedText("a\"];} evil -> [\n\\", "x") };

        var text = LifecycleDot.Write(definition);

        Assert.Contains("label=\"a\\\"];} evil -> [\\n\\\\\";\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dot_AnUnknownState_IsNamed()
    {
        var definition = SmallCounty.Definition("daily");
        var error = Assert.Throws<ArgumentException>(() => LifecycleDot.Write(definition with { Initial = "nowhere" }));
        Assert.Contains("\"nowhere\"", error.Message, StringComparison.Ordinal);
    }

    private static LifecycleDefinition Of(string code) => LifecyclePresets.All.Single(preset => preset.Code == code);

    private static IEnumerable<(string From, string To)> Arrows(LifecycleDefinition definition)
    {
        string Id(string state) => $"s{definition.States.ToList().FindIndex(known => known.Code == state)}";
        return definition.Transitions.Select(transition => (Id(transition.From), Id(transition.To ?? transition.From)));
    }
}
