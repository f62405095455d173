using System.Globalization;
using System.Xml;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>The legend beside a map: what is counted, the classes with how many areas each, the unknown, the scale bar.</summary>
internal sealed class ChoroplethLegend(ChoroplethMap map, ChoroplethClasses classes, MapFrame frame, CultureInfo? culture)
{
    private const double Line = 24;
    private const double MostBarPixels = 150;
    private static readonly LocalizedText Unknown = new("no value", "无数据");
    private static readonly LocalizedText Count = new("units", "单元数");

    /// <summary>Writes it.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="y">Its top edge.</param>
    internal void Write(XmlWriter xml, double x, double y)
    {
        var counts = new int[classes.Count];
        var unknown = 0;
        foreach (var area in map.Areas)
        {
            if (area.Value is { } value)
            {
                counts[classes.Of(value)]++;
            }
            else
            {
                unknown++;
            }
        }

        ChoroplethSvg.Start(xml, "g", ("fill", "#1f2937"));
        ChoroplethSvg.Text(xml, x, y + 14, 15, map.Measure.ToString(culture), ("font-weight", "600"));
        ChoroplethSvg.Text(xml, x + 185, y + 34, 12, Count.ToString(culture), ("text-anchor", "end"), ("fill", "#6b7280"));
        var top = y + 42;
        for (var i = 0; i < classes.Count; i++)
        {
            Row(xml, x, top, classes.Colour(i), classes.Label(i), counts[i]);
            top += Line;
        }

        if (unknown > 0)
        {
            Row(xml, x, top, ChoroplethClasses.UnknownColour, Unknown.ToString(culture), unknown);
            top += Line;
        }

        ScaleBar(xml, x, top + 30);
        if (map.Note is not null)
        {
            ChoroplethSvg.Text(xml, x, top + 70, 12, map.Note.ToString(culture), ("fill", "#6b7280"));
        }

        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, double x, double top, string colour, string label, int count)
    {
        ChoroplethSvg.Start(
            xml,
            "rect",
            ("x", ChoroplethSvg.Invariant($"{x:F1}")),
            ("y", ChoroplethSvg.Invariant($"{top:F1}")),
            ("width", "26"),
            ("height", "17"),
            ("fill", colour),
            ("stroke", "#6b7280"),
            ("stroke-width", ".6"));
        xml.WriteEndElement();
        ChoroplethSvg.Text(xml, x + 34, top + 13, 14, label);
        ChoroplethSvg.Text(xml, x + 185, top + 13, 14, count.ToString(CultureInfo.InvariantCulture), ("text-anchor", "end"), ("fill", "#6b7280"));
    }

    // The largest of 1, 2, 5 times a power of ten that fits.
    private void ScaleBar(XmlWriter xml, double x, double y)
    {
        var metres = 1.0;
        foreach (var step in new[] { 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2 })
        {
            if (metres * step * frame.PixelsPerMetre > MostBarPixels)
            {
                break;
            }

            metres *= step;
        }

        var length = metres * frame.PixelsPerMetre;
        ChoroplethSvg.Start(
            xml,
            "path",
            ("d", ChoroplethSvg.Invariant($"M{x:F1} {y - 5:F1}v5h{length:F1}v-5")),
            ("fill", "none"),
            ("stroke", "#1f2937"),
            ("stroke-width", "1.5"));
        xml.WriteEndElement();
        var text = metres >= 1000 ? ChoroplethSvg.Invariant($"{metres / 1000:0} km") : ChoroplethSvg.Invariant($"{metres:0} m");
        ChoroplethSvg.Text(xml, x + length + 6, y + 2, 12, text);
    }
}
