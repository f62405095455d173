using System.Globalization;
using System.Text;
using System.Xml;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>Draws a lifecycle as SVG: states in columns from report to closure, every transition as an arrow with its triggers.</summary>
/// <remarks>The picture needs no script and no network; texts are escaped by the XML writer.</remarks>
public static class LifecycleSvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    /// <summary>Draws the lifecycle.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="culture">The language of the labels: Chinese for a <c>zh</c> culture, English otherwise.</param>
    /// <returns>The SVG element, without an XML declaration, so that it can stand in HTML.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    public static string Write(Lifecycle lifecycle, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        var layout = new LifecycleLayout(lifecycle);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("svg", Namespace);
            xml.WriteAttributeString("viewBox", Invariant($"0 0 {layout.Width} {layout.Height}"));
            xml.WriteAttributeString("role", "img");
            xml.WriteAttributeString("aria-label", lifecycle.Definition.Title.ToString(culture));
            xml.WriteAttributeString("font-family", "system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif");
            Arrowhead(xml, lifecycle.Key.Code);
            var edges = lifecycle.States.Where(state => !state.IsSuperstate).SelectMany(state => LifecycleEdge.From(lifecycle, state)).ToArray();
            var labels = new List<(double X, double Y, string Text)>();
            foreach (var edge in edges)
            {
                labels.AddRange(Edge(xml, lifecycle, layout, edge, culture));
            }

            foreach (var state in lifecycle.States.Where(state => !state.IsSuperstate))
            {
                Box(xml, layout, state, ReferenceEquals(state, lifecycle.Initial), culture);
            }

            foreach (var label in labels)
            {
                Text(xml, label.X, label.Y, 11, "#374151", label.Text, halo: true);
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Arrowhead(XmlWriter xml, string code)
    {
        xml.WriteStartElement("defs", Namespace);
        xml.WriteStartElement("marker", Namespace);
        foreach (var (name, value) in new[]
        {
            ("id", "arrow-" + code), ("viewBox", "0 0 10 10"), ("refX", "9"), ("refY", "5"),
            ("markerWidth", "7"), ("markerHeight", "7"), ("orient", "auto-start-reverse"),
        })
        {
            xml.WriteAttributeString(name, value);
        }

        Element(xml, "path", ("d", "M 0 0 L 10 5 L 0 10 z"), ("fill", "#6b7280"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Box(XmlWriter xml, LifecycleLayout layout, LifecycleState state, bool initial, CultureInfo? culture)
    {
        var (x, y) = layout.CornerOf(state);
        var (fill, stroke) = state.IsFinal ? ("#dcfce7", "#15803d") : initial ? ("#dbeafe", "#1d4ed8") : ("#f8fafc", "#475569");
        Element(
            xml, "rect", ("x", Number(x)), ("y", Number(y)), ("width", Number(LifecycleLayout.BoxWidth)), ("height", Number(LifecycleLayout.BoxHeight)),
            ("rx", state.IsFinal ? "23" : "8"), ("fill", fill), ("stroke", stroke), ("stroke-width", "1.5"));
        var middle = x + (LifecycleLayout.BoxWidth / 2.0);
        var lower = state.Responsible is not null;
        Text(xml, middle, y + (lower ? 20 : 28), 14, "#111827", state.Definition.Label.ToString(culture), halo: false);
        if (lower)
        {
            Text(xml, middle, y + 36, 11, "#6b7280", state.Responsible!, halo: false);
        }
    }

    // Forward arrows run between the columns; arrows back pass under the boxes, arrows within a column beside them.
    private static IEnumerable<(double X, double Y, string Text)> Edge(
        XmlWriter xml, Lifecycle lifecycle, LifecycleLayout layout, LifecycleEdge edge, CultureInfo? culture)
    {
        var (sx, sy) = layout.CornerOf(edge.Source);
        var (tx, ty) = layout.CornerOf(edge.Target);
        var span = layout.ColumnOf(edge.Target) - layout.ColumnOf(edge.Source);
        double width = LifecycleLayout.BoxWidth, half = LifecycleLayout.BoxHeight / 2.0;
        string path;
        double labelX, labelY;
        if (span > 0)
        {
            var (x1, y1, x2, y2) = (sx + width, sy + half - 4, tx, ty + half - 4);
            var lift = span > 1 ? -34 * (span - 1) : 0;
            var middle = (x1 + x2) / 2;
            path = Invariant($"M {x1:0.#} {y1:0.#} C {x1 + 50 + (20 * span):0.#} {y1 + lift:0.#} {x2 - 50 - (20 * span):0.#} {y2 + lift:0.#} {x2:0.#} {y2:0.#}");
            (labelX, labelY) = (middle, ((y1 + y2) / 2) + (0.75 * lift) - 3);
        }
        else if (span < 0)
        {
            var (x1, y1, x2, y2) = (sx + (width / 2) - 12, sy + (2 * half), tx + (width / 2) + 12, ty + (2 * half));
            var drop = Math.Max(y1, y2) + 28 + (12 * -span);
            path = Invariant($"M {x1:0.#} {y1:0.#} C {x1:0.#} {drop:0.#} {x2:0.#} {drop:0.#} {x2:0.#} {y2:0.#}");
            (labelX, labelY) = ((x1 + x2) / 2, (0.25 * ((y1 + y2) / 2)) + (0.75 * drop) + 4);
        }
        else
        {
            var down = ty >= sy;
            var x = sx + (width / 2) + (down ? 16 : -16);
            var loop = ReferenceEquals(edge.Source, edge.Target);
            var (y1, y2) = loop ? (sy, sy) : down ? (sy + (2 * half), ty) : (sy, ty + (2 * half));
            path = loop
                ? Invariant($"M {sx + (width / 2) - 14:0.#} {y1:0.#} C {sx + (width / 2) - 26:0.#} {y1 - 30:0.#} {sx + (width / 2) + 26:0.#} {y1 - 30:0.#} {sx + (width / 2) + 14:0.#} {y1:0.#}")
                : Invariant($"M {x:0.#} {y1:0.#} L {x:0.#} {y2:0.#}");
            (labelX, labelY) = loop ? (sx + (width / 2), y1 - 26) : (x + (down ? 34 : -34), ((y1 + y2) / 2) + 4);
        }

        Element(
            xml, "path", ("d", path), ("fill", "none"), ("stroke", "#6b7280"), ("stroke-width", "1.3"),
            ("marker-end", $"url(#arrow-{lifecycle.Key.Code})"));
        var triggers = edge.Transitions.Select(transition => transition.Trigger).Distinct(StringComparer.Ordinal).ToArray();
        return triggers.Select((trigger, i) => (labelX, labelY + (13 * (i - (triggers.Length - 1))), LabelOf(lifecycle, trigger, culture)));
    }

    private static string LabelOf(Lifecycle lifecycle, string trigger, CultureInfo? culture) =>
        lifecycle.Definition.Triggers.First(known => string.Equals(known.Code, trigger, StringComparison.Ordinal)).Label.ToString(culture);

    private static void Text(XmlWriter xml, double x, double y, int size, string colour, string text, bool halo)
    {
        xml.WriteStartElement("text", Namespace);
        xml.WriteAttributeString("x", Number(x));
        xml.WriteAttributeString("y", Number(y));
        xml.WriteAttributeString("font-size", Number(size));
        xml.WriteAttributeString("text-anchor", "middle");
        xml.WriteAttributeString("fill", colour);
        if (halo)
        {
            xml.WriteAttributeString("stroke", "#ffffff");
            xml.WriteAttributeString("stroke-width", "4");
            xml.WriteAttributeString("paint-order", "stroke");
        }

        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
