using System.Globalization;
using System.Text;
using System.Xml;
using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Draws a choropleth map as SVG: areas in classes, outlined and named areas above them, legend and scale bar.</summary>
/// <remarks>
/// <para>The picture needs no script and no network and stands in HTML as it is; all texts pass the XML writer. Coordinates are tenths of a pixel, written as steps
/// from point to point, so that thousands of areas stay small; neighbours round alike, so no cracks open between them.</para>
/// <para>Colours are ColorBrewer's YlOrBr, which colour-blind readers and grey printers can tell apart. This type is safe to share between threads.</para>
/// </remarks>
public static class ChoroplethSvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const double MapWidth = 960;
    private const double MapHeight = 1100;
    private const double Margin = 16;
    private const double Header = 48;
    private const double LegendWidth = 190;
    private const int NameSize = 13;
    private const int LongestName = 24;

    /// <summary>Draws the map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="culture">The language of the texts: Chinese for a <c>zh</c> culture, English otherwise.</param>
    /// <returns>The SVG element, without an XML declaration, so that it can stand in HTML.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no area, areas are in different coordinate systems, or there are more than eight class ends or they do not ascend.</exception>
    public static string Write(ChoroplethMap map, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        var boundaries = map.Areas.Select(static a => a.Boundary).Concat(map.Labels.Select(static l => l.Boundary)).ToArray();
        if (boundaries.Length == 0 || boundaries.Any(b => !ReferenceEquals(b.System, boundaries[0].System)))
        {
            throw new ArgumentException("Expected areas in one coordinate system, but found none or several systems.", nameof(map));
        }

        if (map.ClassEnds.Count > 8 || map.ClassEnds.Zip(map.ClassEnds.Skip(1)).Any(static p => p.First >= p.Second))
        {
            throw new ArgumentException($"Expected at most eight class ends that ascend, but found {map.ClassEnds}.", nameof(map));
        }

        var frame = new MapFrame(boundaries[0].System, boundaries, MapWidth, MapHeight);
        var classes = new ChoroplethClasses(map);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false, NewLineChars = "\n" }))
        {
            var (width, height) = (frame.Width + LegendWidth + (3 * Margin), Math.Max(frame.Height, 330) + Header + Margin);
            Start(xml, "svg", ("viewBox", Invariant($"0 0 {width:F0} {height:F0}")), ("role", "img"), ("aria-label", PictureText.Clean(map.Title.ToString(culture))));
            if (map.WidthMillimetres is { } paper)
            {
                xml.WriteAttributeString("width", Invariant($"{paper}mm"));
                xml.WriteAttributeString("height", Invariant($"{paper * height / width:F1}mm"));
            }

            xml.WriteAttributeString("font-family", "system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif");
            Text(xml, Margin, 32, 22, map.Title.ToString(culture), ("font-weight", "600"), ("fill", "#111827"));
            Start(xml, "g", ("transform", Invariant($"translate({Margin} {Header}) scale(.1)")), ("stroke-linejoin", "round"));
            Areas(xml, map, frame, classes);
            Borders(xml, map, frame);
            xml.WriteEndElement();
            Start(xml, "g", ("transform", Invariant($"translate({Margin} {Header})")), ("font-size", Invariant($"{NameSize}")), ("text-anchor", "middle"));
            Names(xml, map, frame);
            xml.WriteEndElement();
            new ChoroplethLegend(map, classes, frame, culture).Write(xml, frame.Width + (2 * Margin), Header);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    internal static void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }
    }

    internal static void Text(XmlWriter xml, double x, double y, int size, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(xml, "text", ("x", Invariant($"{x:F1}")), ("y", Invariant($"{y:F1}")), ("font-size", Invariant($"{size}")));
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteString(PictureText.Clean(text));
        xml.WriteEndElement();
    }

    internal static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static void Areas(XmlWriter xml, ChoroplethMap map, MapFrame frame, ChoroplethClasses classes)
    {
        for (var index = -1; index < classes.Count; index++)
        {
            Start(xml, "g", ("fill", index < 0 ? ChoroplethClasses.UnknownColour : classes.Colour(index)), ("stroke", "#6b7280"), ("stroke-width", "2"), ("stroke-opacity", ".55"));
            foreach (var area in map.Areas)
            {
                if ((area.Value is { } value ? classes.Of(value) : -1) == index)
                {
                    Start(xml, "path", ("d", Path(area.Boundary, frame)));
                    if (area.Tip is not null)
                    {
                        xml.WriteElementString("title", Namespace, PictureText.Clean(area.Tip));
                    }

                    xml.WriteEndElement();
                }
            }

            xml.WriteEndElement();
        }
    }

    private static void Borders(XmlWriter xml, ChoroplethMap map, MapFrame frame)
    {
        if (map.Labels.Count > 0)
        {
            Start(xml, "g", ("fill", "none"), ("stroke", "#1f2937"), ("stroke-width", "11"));
            foreach (var label in map.Labels)
            {
                Start(xml, "path", ("d", Path(label.Boundary, frame)));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    // Large areas choose first; a name that finds no free place stands in the middle of its area all the same.
    private static void Names(XmlWriter xml, ChoroplethMap map, MapFrame frame)
    {
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        foreach (var label in map.Labels.OrderByDescending(static l => l.Boundary.AreaSquareMetres))
        {
            var (x, y) = frame.Place(label.Boundary.LabelPoint);
            var name = Shortened(label.Name);
            var half = name.Sum(static c => c < 0x2E80 ? 0.3 : 0.52) * NameSize;

            // A name does not run over the edge of the map, where it is no wider than the map.
            var (baseX, baseY) = (Math.Max(Math.Min(x / 10.0, frame.Width - half), half), (y / 10.0) + (NameSize / 3.0));
            var (bestX, bestY) = (baseX, baseY);
            foreach (var (dx, dy) in new[] { (0.0, 0.0), (0, -1), (0, 1), (-0.6, 0), (0.6, 0), (-0.6, -1), (0.6, -1), (-0.6, 1), (0.6, 1), (0, -2), (0, 2) })
            {
                var (atX, atY) = (baseX + (dx * 2 * half), baseY + (dy * (NameSize + 2)));
                var box = (Left: atX - half, Top: atY - NameSize, Right: atX + half, Bottom: atY + 3);
                if (!taken.Exists(t => t.Left < box.Right && t.Right > box.Left && t.Top < box.Bottom && t.Bottom > box.Top))
                {
                    (bestX, bestY) = (atX, atY);
                    break;
                }
            }

            taken.Add((bestX - half, bestY - NameSize, bestX + half, bestY + 3));
            Text(xml, bestX, bestY, NameSize, name, ("fill", "#111827"), ("stroke", "#fff"), ("stroke-width", "3"), ("paint-order", "stroke"), ("stroke-linejoin", "round"));
        }
    }

    // A name of a sentence would cover its neighbours; the whole of it stands in the data.
    private static string Shortened(string name)
    {
        var letters = new StringInfo(name);
        return letters.LengthInTextElements <= LongestName ? name : letters.SubstringByTextElements(0, LongestName - 1) + "…";
    }

    private static string Path(GridBoundary boundary, MapFrame frame)
    {
        var path = new StringBuilder();
        for (var i = 0; i < boundary.RingCount; i++)
        {
            var points = boundary.Ring(i).Quanta;
            var (lastX, lastY) = frame.Place(points[0], points[1]);
            path.Append(CultureInfo.InvariantCulture, $"M{lastX} {lastY}l");
            var isFirst = true;
            for (var k = 2; k < points.Length; k += 2)
            {
                var (x, y) = frame.Place(points[k], points[k + 1]);
                if ((x, y) != (lastX, lastY))
                {
                    Step(path, x - lastX, isFirst);
                    Step(path, y - lastY, false);
                    (lastX, lastY, isFirst) = (x, y, false);
                }
            }

            if (isFirst)
            {
                path.Append("0 0");
            }

            path.Append('z');
        }

        return path.ToString();
    }

    private static void Step(StringBuilder path, int step, bool isFirst)
    {
        if (!isFirst && step >= 0)
        {
            path.Append(' ');
        }

        path.Append(CultureInfo.InvariantCulture, $"{step}");
    }
}
