using System.Globalization;
using System.Text;
using System.Xml;

namespace CountyQuickstart.Report.Charts;

/// <summary>Draws a small picture as SVG that can stand in HTML; the XML writer escapes every text.</summary>
internal sealed class SvgCanvas : IDisposable
{
    internal const string Ink = "#1c2430";
    internal const string Soft = "#566072";
    internal const string Line = "#d5dae2";
    internal const string Blue = "#0072b2";
    internal const string Orange = "#e69f00";
    internal const string Red = "#c44e00";
    internal const string Green = "#00805f";
    internal const string Sky = "#8cc4e8";

    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;

    internal SvgCanvas(double width, double height, string description)
    {
        _xml = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true });
        _xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0.#} {height:0.#}"));
        Attribute("role", "img");
        Attribute("aria-label", description);
        Attribute("font-family", "inherit");
        Attribute("font-size", "13");
    }

    internal void Box(double x, double y, double width, double height, string fill, string? title = null)
    {
        Start("rect", ("x", x), ("y", y), ("width", width), ("height", height));
        Attribute("fill", fill);
        if (title is not null)
        {
            _xml.WriteStartElement("title");
            _xml.WriteString(title);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    internal void Rule(double x1, double y1, double x2, double y2, string colour = Line)
    {
        Start("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));
        Attribute("stroke", colour);
        _xml.WriteEndElement();
    }

    /// <summary>Writes a text.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="colour">The colour.</param>
    internal void Label(double x, double y, string text, string anchor = "start", string colour = Ink)
    {
        Start("text", ("x", x), ("y", y));
        Attribute("text-anchor", anchor);
        Attribute("fill", colour);
        _xml.WriteString(text);
        _xml.WriteEndElement();
    }

    /// <summary>Writes a legend: coloured squares with their meaning, from left to right.</summary>
    internal void Legend(double x, double y, IEnumerable<(string Colour, string Text)> entries)
    {
        foreach (var (colour, text) in entries)
        {
            Box(x, y - 10, 12, 12, colour);
            Label(x + 18, y, text);
            x += 46 + WidthOf(text);
        }
    }

    /// <summary>Estimates how wide a text will be: no font is asked, so a little too wide.</summary>
    internal static double WidthOf(string text) => text.Sum(static c => c > 0x2e80 ? 13.2 : 6.9);

    internal string Finish()
    {
        _xml.WriteEndElement();
        _xml.Flush();
        return _text.ToString();
    }

    public void Dispose() => _xml.Dispose();

    private void Start(string name, params ReadOnlySpan<(string Name, double Value)> attributes)
    {
        _xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            Attribute(attribute, value.ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    private void Attribute(string name, string value) => _xml.WriteAttributeString(name, value);
}
