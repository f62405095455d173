using System.Globalization;
using System.Text;
using System.Xml;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>Draws a lifecycle as SVG: states from report to closure, top to bottom, every step as an arrow with its triggers, their guards and windows; who may fire them stands in its title.</summary>
/// <remarks>The picture needs no script and no network. Texts are escaped by the XML writer; what XML cannot hold stands as U+FFFD.</remarks>
public static class LifecycleSvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const int LabelSize = 12;

    /// <summary>Draws a lifecycle as it is defined: whether a case can be closed in it or not.</summary>
    /// <param name="definition">The lifecycle; its names must be right, but a trap is drawn as well as a closed loop.</param>
    /// <param name="culture">The language of the labels: Chinese for a <c>zh</c> culture, English otherwise.</param>
    /// <param name="nameOfParty">Says what the picture calls a responsible party, given its code; the code itself when null.</param>
    /// <returns>The SVG element, without an XML declaration, so that it can stand in HTML.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    /// <exception cref="ArgumentException">A name is unknown, stands twice or is used where it does not belong.</exception>
    public static string Write(LifecycleDefinition definition, CultureInfo? culture = null, Func<string, string>? nameOfParty = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var broken = LifecycleCheck.Run(definition, LifecycleVocabulary.NamedIn(definition))
            .FirstOrDefault(static finding => finding.Severity == FindingSeverity.Error && finding.Code is not ("lifecycles.no-escalation" or "lifecycles.final-inherits" or "lifecycles.leaves-final"));
        return broken is null
            ? Write(LifecycleCompiler.Compile(definition), culture, nameOfParty)
            : throw new ArgumentException(broken.Message.ToString(CultureInfo.InvariantCulture), nameof(definition));
    }

    /// <summary>Draws the lifecycle.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="culture">The language of the labels: Chinese for a <c>zh</c> culture, English otherwise.</param>
    /// <param name="nameOfParty">Says what the picture calls a responsible party, given its code; the code itself when null.</param>
    /// <returns>The SVG element, without an XML declaration, so that it can stand in HTML.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    public static string Write(Lifecycle lifecycle, CultureInfo? culture = null, Func<string, string>? nameOfParty = null)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        var labels = new LifecycleLabels(lifecycle.Definition, culture);
        string LabelOf(LifecycleEdge edge) => string.Join(" / ", edge.Transitions.Select(labels.Short).Distinct(StringComparer.Ordinal));
        string WholeOf(LifecycleEdge edge) => string.Join("\n", edge.Transitions.Select(labels.Of));
        var layout = new LifecycleLayout(lifecycle, edge => WidthOf(LabelOf(edge)));
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("svg", Namespace);
            xml.WriteAttributeString("viewBox", Invariant($"0 0 {layout.Width:0.#} {layout.Height:0.#}"));
            xml.WriteAttributeString("role", "img");
            xml.WriteAttributeString("aria-label", PictureText.Clean(lifecycle.Definition.Title.ToString(culture)));
            xml.WriteAttributeString("font-family", "system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif");
            var arrow = "arrow-" + PictureText.ToId(lifecycle.Key.Code);
            Arrowhead(xml, arrow);
            foreach (var row in layout.Rows.Where(static row => row.IsFrame))
            {
                Frame(xml, layout, row, culture);
            }

            foreach (var edge in layout.Straight)
            {
                Path(xml, arrow, Invariant($"M {layout.Centre:0.#} {edge.Source.Bottom:0.#} V {edge.Target.Top:0.#}"), WholeOf(edge));
                Text(xml, layout.Centre + 8, edge.Source.Bottom + 17, LabelSize, "#374151", "start", LabelOf(edge));
            }

            foreach (var edge in layout.Right.Concat(layout.Left))
            {
                Beside(xml, layout, edge, arrow, (LabelOf(edge), WholeOf(edge)));
            }

            foreach (var row in layout.Rows.Where(static row => !row.IsFrame))
            {
                Box(xml, layout, row, ReferenceEquals(row.State, lifecycle.Initial), culture, nameOfParty);
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Arrowhead(XmlWriter xml, string id)
    {
        xml.WriteStartElement("defs", Namespace);
        xml.WriteStartElement("marker", Namespace);
        foreach (var (name, value) in new[]
        {
            ("id", id), ("viewBox", "0 0 10 10"), ("refX", "9"), ("refY", "5"), ("markerWidth", "7"), ("markerHeight", "7"), ("orient", "auto"),
        })
        {
            xml.WriteAttributeString(name, value);
        }

        Element(xml, "path", ("d", "M 0 0 L 10 5 L 0 10 z"), ("fill", "#6b7280"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Frame(XmlWriter xml, LifecycleLayout layout, LifecycleRow row, CultureInfo? culture)
    {
        var (left, right) = (layout.LeftOf(row), layout.RightOf(row));
        Element(
            xml, "rect", ("x", Number(left)), ("y", Number(row.Top)), ("width", Number(right - left)), ("height", Number(layout.FrameBottom(row) - row.Top)),
            ("rx", "10"), ("fill", "#f8fafc"), ("stroke", "#94a3b8"), ("stroke-dasharray", "5 4"));
        Text(xml, left + 10, row.Top + 17, LabelSize, "#475569", "start", row.State.Definition.Label.ToString(culture));
    }

    private static void Box(XmlWriter xml, LifecycleLayout layout, LifecycleRow row, bool initial, CultureInfo? culture, Func<string, string>? nameOfParty)
    {
        var state = row.State;
        var (fill, stroke) = state.IsFinal ? ("#dcfce7", "#15803d") : initial ? ("#dbeafe", "#1d4ed8") : ("#ffffff", "#475569");
        Element(
            xml, "rect", ("x", Number(layout.BoxLeft)), ("y", Number(row.Top)), ("width", Number(LifecycleLayout.BoxWidth)), ("height", Number(row.Height)),
            ("rx", state.IsFinal ? Number(Math.Min(row.Height / 2, 23)) : "8"), ("fill", fill), ("stroke", stroke), ("stroke-width", "1.5"));
        var middle = row.Top + (row.Height / 2);
        var label = state.Definition.Label.ToString(culture);
        var size = Math.Clamp((int)(LabelSize * (LifecycleLayout.BoxWidth - 14) / Math.Max(LabelSize, WidthOf(label))), LabelSize - 3, LabelSize + 2);
        Text(xml, layout.Centre, middle + (state.Responsible is null ? 5 : -3), size, "#111827", "middle", label);
        if (state.Responsible is { } party)
        {
            Text(xml, layout.Centre, middle + 14, LabelSize, "#6b7280", "middle", nameOfParty?.Invoke(party) ?? party);
        }
    }

    // Out of the side, along the lane, back into the side; the label stands over the way out.
    private static void Beside(XmlWriter xml, LifecycleLayout layout, LifecycleEdge edge, string arrow, (string Short, string Whole) label)
    {
        var isLeft = edge.Span < 0;
        var (from, to, lane) = isLeft
            ? (layout.LeftOf(edge.Source), layout.LeftOf(edge.Target), layout.LaneX(edge))
            : (layout.RightOf(edge.Source), layout.RightOf(edge.Target), layout.LaneX(edge));
        var (outward, along) = (isLeft ? -1 : 1, edge.TargetY < edge.SourceY ? -1 : 1);
        var bend = Math.Min(7, Math.Abs(edge.TargetY - edge.SourceY) / 2);
        Path(xml, arrow, Invariant(
            $"M {from:0.#} {edge.SourceY:0.#} H {lane - (outward * bend):0.#} Q {lane:0.#} {edge.SourceY:0.#} {lane:0.#} {edge.SourceY + (along * bend):0.#} V {edge.TargetY - (along * bend):0.#} Q {lane:0.#} {edge.TargetY:0.#} {lane - (outward * bend):0.#} {edge.TargetY:0.#} H {to:0.#}"), label.Whole);
        var border = edge.Source.Depth == 0 ? from : layout.BorderOf(edge);
        Text(xml, border + (outward * 8), edge.SourceY - 4, LabelSize, "#374151", isLeft ? "end" : "start", label.Short);
    }

    // The label beside the arrow names triggers, guards and windows; who may fire them, its title says too.
    private static void Path(XmlWriter xml, string arrow, string path, string title)
    {
        xml.WriteStartElement("path", Namespace);
        Attributes(xml, ("d", path), ("fill", "none"), ("stroke", "#6b7280"), ("stroke-width", "1.3"), ("marker-end", $"url(#{arrow})"));
        xml.WriteElementString("title", Namespace, PictureText.Clean(title));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, double x, double y, int size, string colour, string anchor, string text)
    {
        xml.WriteStartElement("text", Namespace);
        xml.WriteAttributeString("x", Number(x));
        xml.WriteAttributeString("y", Number(y));
        xml.WriteAttributeString("font-size", Number(size));
        xml.WriteAttributeString("text-anchor", anchor);
        xml.WriteAttributeString("fill", colour);
        xml.WriteString(PictureText.Clean(text));
        xml.WriteEndElement();
    }

    // No font is asked: about half an em for a Latin letter, a whole one for a Chinese character.
    private static double WidthOf(string label) => label.Sum(static c => c > 0x2e80 ? LabelSize * 1.02 : LabelSize * 0.56);

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
