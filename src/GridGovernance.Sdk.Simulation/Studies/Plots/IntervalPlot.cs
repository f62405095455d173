using System.Globalization;
using System.Text;
using System.Xml;
using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Draws the means of all scenarios with their 95 % intervals as SVG: a panel a measure, a line a scenario, the values of single replications as faint dots.</summary>
/// <remarks>The picture needs no script and no network; all texts pass the XML writer, and what no picture can hold in them is U+FFFD. Colours are of Okabe and Ito, which colour-blind readers can tell apart.</remarks>
public static class IntervalPlot
{
    private const int Columns = 2;
    private const double PanelWidth = 540;
    private const double LineHeight = 26;
    private const double Margin = 18;
    private const double Header = 62;
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];

    /// <summary>Draws the plot.</summary>
    /// <param name="result">The result.</param>
    /// <param name="labels">The titles; the plot shows the measures that they name.</param>
    /// <param name="culture">The language: Chinese for a <c>zh</c> culture, English otherwise.</param>
    /// <returns>The SVG element.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> or <paramref name="labels"/> is null.</exception>
    /// <exception cref="ArgumentException">The labels name a scenario or a measure that the result has not.</exception>
    public static string Draw(ExperimentResult result, StudyLabels labels, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(labels);
        var shown = labels.Measures.Where(measure => labels.Scenarios.Any(scenario => result.Summary(scenario.Code, measure.Code).Count > 0)).ToArray();
        var panelHeight = 66 + (labels.Scenarios.Count * LineHeight);
        var rows = (shown.Length + Columns - 1) / Columns;
        var (width, height) = ((Columns * PanelWidth) + ((Columns + 1) * Margin), Header + (rows * (panelHeight + Margin)) + 30);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            Attributes(xml, ("viewBox", Invariant($"0 0 {width:0} {height:0}")), ("role", "img"), ("aria-label", labels.Title.ToString(culture)));
            Attributes(xml, ("font-family", "system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"), ("font-size", "13"));
            Element(xml, "rect", null, ("width", Invariant($"{width:0}")), ("height", Invariant($"{height:0}")), ("fill", "#ffffff"));
            Text(xml, Margin, 28, labels.Title.ToString(culture), ("font-size", "19"), ("font-weight", "600"), ("fill", "#111827"));
            var range = result.Manifest.Replications;
            var subtitle = new LocalizedText(
                Invariant($"Means over replications {range} of seed {result.Manifest.Seed}, with 95 % intervals (Student's t); faint dots are single replications."),
                Invariant($"种子{result.Manifest.Seed}、第{range}次重复的均值与95%置信区间（t分布）；浅色点为单次重复。"));
            Text(xml, Margin, 48, subtitle.ToString(culture), ("fill", "#566072"));
            for (var i = 0; i < shown.Length; i++)
            {
                var (x, y) = (Margin + (i % Columns * (PanelWidth + Margin)), Header + (i / Columns * (panelHeight + Margin)));
                new IntervalPanel(result, labels, shown[i], culture).Write(xml, x, y, PanelWidth, panelHeight, LineHeight);
            }

            Text(xml, Margin, height - 12, $"{result.Manifest.Name} · {result.Manifest.Version} · {result.Manifest.ResultHash.ToString()[..12]}", ("fill", "#9aa3b2"), ("font-size", "11"));
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    internal static string ColourOf(int scenario) => Colours[scenario % Colours.Length];

    internal static void Text(XmlWriter xml, double x, double y, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Element(xml, "text", text, [("x", Invariant($"{x:0.#}")), ("y", Invariant($"{y:0.#}")), .. attributes]);

    internal static void Element(XmlWriter xml, string name, string? text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, "http://www.w3.org/2000/svg");
        Attributes(xml, attributes);
        if (text is not null)
        {
            xml.WriteString(Clean(text));
        }

        xml.WriteEndElement();
    }

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Controls, halves of pairs, what XML has not, and what turns the direction of writing.
    private static string Clean(string text) => text.All(IsPlain)
        ? text
        : string.Concat(text.EnumerateRunes().Select(static rune => rune.IsBmp && !IsPlain((char)rune.Value) ? Rune.ReplacementChar : rune));

    private static bool IsPlain(char one) => XmlConvert.IsXmlChar(one) && (!char.IsControl(one) || one is '\t' or '\n') && one is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, Clean(value));
        }
    }
}
