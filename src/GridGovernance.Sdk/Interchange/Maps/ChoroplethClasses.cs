using System.Globalization;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>The classes of a map: where each ends, how it is coloured and called.</summary>
internal sealed class ChoroplethClasses
{
    /// <summary>The colour of areas whose value is unknown.</summary>
    internal const string UnknownColour = "#d9d9d9";

    private const int Usual = 5;

    // ColorBrewer's YlOrBr (Harrower and Brewer, The Cartographic Journal 40, 2003): safe for colour-blind readers, ever darker, so it prints in grey too.
    private static readonly string[][] Palettes =
    [
        ["#fec44f"],
        ["#fff7bc", "#d95f0e"],
        ["#fff7bc", "#fec44f", "#d95f0e"],
        ["#ffffd4", "#fed98e", "#fe9929", "#cc4c02"],
        ["#ffffd4", "#fed98e", "#fe9929", "#d95f0e", "#993404"],
        ["#ffffd4", "#fee391", "#fec44f", "#fe9929", "#d95f0e", "#993404"],
        ["#ffffd4", "#fee391", "#fec44f", "#fe9929", "#ec7014", "#cc4c02", "#8c2d04"],
        ["#ffffe5", "#fff7bc", "#fee391", "#fec44f", "#fe9929", "#ec7014", "#cc4c02", "#8c2d04"],
        ["#ffffe5", "#fff7bc", "#fee391", "#fec44f", "#fe9929", "#ec7014", "#cc4c02", "#993404", "#662506"],
    ];

    private readonly decimal[] _ends;
    private readonly decimal _lowest;
    private readonly string _format;

    internal ChoroplethClasses(ChoroplethMap map)
    {
        var values = map.Areas.Where(static a => a.Value is not null).Select(static a => a.Value!.Value).Order().ToArray();
        _lowest = values.Length == 0 ? 0 : values[0];
        _format = "F" + Math.Clamp(map.Decimals, 0, 6).ToString(CultureInfo.InvariantCulture);
        var inner = map.ClassEnds.Count > 0 ? map.ClassEnds.Take(Palettes.Length - 1).ToArray() : Quantiles(values);
        var highest = values.Length == 0 ? 0 : values[^1];
        _ends = inner.Length > 0 && highest <= inner[^1] ? inner : [.. inner, highest];
    }

    /// <summary>Gets the number of classes.</summary>
    internal int Count => _ends.Length;

    /// <summary>Returns the class of a value.</summary>
    internal int Of(decimal value)
    {
        var at = Array.FindIndex(_ends, end => value <= end);
        return at < 0 ? _ends.Length - 1 : at;
    }

    /// <summary>Returns the colour of a class.</summary>
    internal string Colour(int index) => Palettes[_ends.Length - 1][index];

    /// <summary>Returns the legend's text for a class.</summary>
    internal string Label(int index)
    {
        var end = _ends[index].ToString(_format, CultureInfo.InvariantCulture);
        if (index > 0)
        {
            return "> " + _ends[index - 1].ToString(_format, CultureInfo.InvariantCulture) + " – " + end;
        }

        var start = _lowest.ToString(_format, CultureInfo.InvariantCulture);
        return string.Equals(start, end, StringComparison.Ordinal) ? start : start + " – " + end;
    }

    // Ends of about equally many areas each; equal values are never torn apart, so there may be fewer classes.
    private static decimal[] Quantiles(decimal[] sorted)
    {
        var ends = new List<decimal>();
        for (var i = 1; i < Usual && sorted.Length > 0; i++)
        {
            var end = sorted[(sorted.Length * i / Usual) is var at && at < sorted.Length ? at : sorted.Length - 1];
            if (end < sorted[^1] && (ends.Count == 0 || end > ends[^1]))
            {
                ends.Add(end);
            }
        }

        return [.. ends];
    }
}
