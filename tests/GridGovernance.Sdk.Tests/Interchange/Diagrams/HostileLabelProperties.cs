using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Interchange.Diagrams;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Interchange.Diagrams;

/// <summary>Every text and every code of a lifecycle is hostile; each diagram is read again, and must hold them all and nothing else.</summary>
public class HostileLabelProperties
{
    private const RegexOptions Whole = RegexOptions.ExplicitCapture | RegexOptions.Singleline;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Pieces =
    [
        "a", "诉求", "\U0001F600", "\0", "\u0001", "\u001b", "\u007f", "\u0085", "\ud800", "\udc00", "\ufffe", "\uffff", "\u2028", "\u202e", "\u2066",
        "\r\n", "\r", "\n", "\t", " ", "\"", "'", "\\", "\\n", "\\N", "&", "&lt;", "&#0;", "<script>", "]]>", "-->", "->", "--", ":", ";", "#", "#quot;", "%%",
        "{", "}", "[*]", "[label=<b>]", "(", ")", "url(#", "`", "_", "|", "state x {", "note left of s0", "digraph", "x)y",
    ];

    [Property(Arbitrary = [typeof(HostileLabelProperties)])]
    public void Svg_HostileTexts_AreReadAgainWhole(LifecycleDefinition definition)
    {
        var written = LifecycleSvg.Write(LifecycleCompiler.Compile(definition));

        var svg = XDocument.Parse(written, LoadOptions.PreserveWhitespace);
        var texts = svg.Descendants().Where(static element => element.Name.LocalName == "text").Select(static element => element.Value).ToList();
        Assert.All(definition.States, state => Assert.Contains(Shown(state.Label.En), texts));
        Assert.All(definition.States.Where(static state => !state.Final), state => Assert.Contains(Shown(state.Responsible!), texts));
        Assert.Equal(Shown(definition.Title.En), svg.Root!.Attribute("aria-label")!.Value);
        var titles = svg.Descendants().Where(static element => element.Name.LocalName == "title").Select(static element => element.Value).ToList();
        Assert.All(definition.Transitions, transition => Assert.Contains(titles, title => title.Contains(Shown(LabelOf(definition, transition)), StringComparison.Ordinal)));
        var id = svg.Descendants().Single(static element => element.Name.LocalName == "marker").Attribute("id")!.Value;
        Assert.Matches("^[A-Za-z][A-Za-z0-9_-]*$", id);
        Assert.All(svg.Descendants().Attributes("marker-end"), attribute => Assert.Equal($"url(#{id})", attribute.Value));
    }

    [Property(Arbitrary = [typeof(HostileLabelProperties)])]
    public void Dot_HostileTexts_AreReadAgainWhole(LifecycleDefinition definition)
    {
        var tokens = DotTokens(LifecycleDot.Write(definition));

        var strings = tokens.Where(static token => token[0] == '"').Select(static token => token[1..]).ToList();
        string[] expected =
        [
            definition.Title.En, .. definition.States.Select(static state => state.Label.En), .. definition.Transitions.Select(transition => LabelOf(definition, transition)),
        ];
        Assert.Equal(expected.Select(Shown), strings);
        Assert.All(tokens.Where(static token => token[0] != '"'), token => Assert.Matches("^(?:[A-Za-z0-9_=,;{}\\[\\]]|->)+$", token));
    }

    [Property(Arbitrary = [typeof(HostileLabelProperties)])]
    public void Mermaid_HostileTexts_AreReadAgainWhole(LifecycleDefinition definition)
    {
        var lines = LifecycleMermaid.Write(definition).TrimEnd('\n').Split('\n');

        Assert.Equal(["stateDiagram-v2", "    direction LR"], lines[..2]);
        var (states, transitions) = (new List<string>(), new List<string>());
        foreach (var line in lines[2..])
        {
            var match = Regex.Match(line, @"^ {4}(state ""(?<state>[^""]*)"" as s\d+|(s\d+|\[\*\]) --> (s\d+|\[\*\])( : (?<label>[^:;]*(#\d+;[^:;]*)*))?)$", Whole, Patience);
            Assert.True(match.Success, line);
            (match.Groups["state"].Success ? states : transitions).Add(Decoded(match.Groups["state"].Success ? match.Groups["state"].Value : match.Groups["label"].Value));
        }

        Assert.Equal(definition.States.Select(static state => Shown(state.Label.En)), states);
        Assert.Equal(definition.Transitions.Select(transition => Shown(LabelOf(definition, transition))), transitions.Where(static label => label.Length > 0));
    }

    [Fact]
    public void TwoCodes_NeverShareAnArrow()
    {
        string IdOf(string code) => Regex.Match(LifecycleSvg.Write(LifecycleCompiler.Compile(Definition("t", code))), "url\\(#(?<id>[^)]*)\\)", Whole, Patience).Groups["id"].Value;
        string[] codes = ["a b", "a_b", "a_0020b", "a", "x)y", "q\"z", "é", "hotline-12345"];

        Assert.Equal(codes.Length, codes.Select(IdOf).Distinct().Count());
        Assert.Equal("arrow-hotline-12345", IdOf("hotline-12345"));
    }

    [Fact]
    public void AStateWithinItself_IsNamed_BecauseNoDiagramCouldHoldIt()
    {
        var definition = Definition("t", "c");
        var circle = definition with { States = [.. definition.States, State("x", "x") with { Superstate = "y" }, State("y", "y") with { Superstate = "x" }] };

        Assert.Contains("\"x\" must not lie within itself", Assert.Throws<ArgumentException>(() => LifecycleDot.Write(circle)).Message, StringComparison.Ordinal);
        Assert.Contains("\"x\" must not lie within itself", Assert.Throws<ArgumentException>(() => LifecycleMermaid.Write(circle)).Message, StringComparison.Ordinal);
        Assert.Contains("\"x\" must not lie within itself", Assert.Throws<ArgumentException>(() => LifecycleSvg.Write(circle)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATrap_IsDrawnInEveryForm()
    {
        var definition = Definition("t", "c");
        var trap = definition with { Transitions = definition.Transitions.Add(new TransitionDefinition { From = definition.States[2].Code, Trigger = definition.Triggers[0].Code, To = definition.Initial, By = ["6c"] }) };

        Assert.Equal(LifecycleSvg.Write(LifecycleCompiler.Compile(trap)), LifecycleSvg.Write(trap));
    }

    public static Arbitrary<LifecycleDefinition> Definitions() => Arb.From(
        from texts in Gen.Elements(Pieces).ListOf(4).Select(static list => string.Concat(list)).ListOf(12)
        select Definition([.. texts]));

    private static LifecycleDefinition Definition(params string[] texts)
    {
        // Codes must differ and be there; labels need not.
        string Text(int i) => texts[i % texts.Length] is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : "blank";
        string Code(int i) => $"{i}{Text(i)}";
        LocalizedText Both(int i) => new(Text(i), Text(i));
        TransitionDefinition Step(int from, int? to, int trigger) => new() { From = Code(from), To = to is { } target ? Code(target) : null, Trigger = Code(trigger), By = [Code(6), Code(7)], Guards = [Code(8)] };
        return new LifecycleDefinition
        {
            Code = texts.Length == 2 ? texts[1] : Text(9),
            Version = 1,
            Title = Both(10),
            Initial = Code(0),
            States = [State(Code(0), Text(0)) with { Responsible = Code(6) }, State(Code(1), Text(1)) with { Responsible = Code(7) }, State(Code(2), Text(2)) with { Final = true }],
            Triggers = [new TriggerDefinition(Code(3), Both(3)), new TriggerDefinition(Code(4), Both(4))],
            Transitions = [Step(0, 1, 3), Step(1, 0, 3), Step(1, null, 4), Step(0, 2, 4)],
        };
    }

    private static StateDefinition State(string code, string label) => new() { Code = code, Label = new LocalizedText(label, label) };

    private static string LabelOf(LifecycleDefinition definition, TransitionDefinition transition) =>
        $"{definition.Triggers.Single(trigger => trigger.Code == transition.Trigger).Label.En}{(transition.To is null ? " (=)" : "")} [{string.Join(", ", transition.Guards)}] / {string.Join(", ", transition.By)}";

    // What a picture shows of a text, rune by rune: breaks are line feeds, what cannot be shown is U+FFFD.
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, i, out var rune);
            i += isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && rune.Value == '\r' && i < text.Length && text[i] == '\n')
            {
                continue;
            }

            shown.Append(!isRune ? "\uFFFD" : rune.Value switch
            {
                '\n' or '\r' or 0x85 or 0x2028 or 0x2029 => "\n",
                '\t' => "\t",
                < 0x20 or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return shown.ToString();
    }

    private static string Decoded(string label) =>
        Regex.Replace(label, "#(?<code>[0-9]+);", static match => ((char)int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture)).ToString(), Whole, Patience);

    // Quoted strings, with a quote in front and their escapes read, and the rest in words.
    private static List<string> DotTokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var token = new StringBuilder();
            if (text[i] != '"')
            {
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] != '"')
                {
                    token.Append(text[i++]);
                }

                i--;
                tokens.Add(token.ToString());
                continue;
            }

            token.Append(text[i++]);
            for (; text[i] != '"'; i++)
            {
                Assert.NotEqual('\n', text[i]);
                if (text[i] == '&')
                {
                    Assert.Equal("&amp;", text[i..(i + 5)]);
                    i += 4;
                    token.Append('&');
                }
                else if (text[i] != '\\')
                {
                    token.Append(text[i]);
                }
                else
                {
                    token.Append(text[++i] switch { 'n' => '\n', '\\' => '\\', '"' => '"', var other => throw new InvalidDataException($"an escape of {other}") });
                }
            }

            tokens.Add(token.ToString());
        }

        return tokens;
    }
}
