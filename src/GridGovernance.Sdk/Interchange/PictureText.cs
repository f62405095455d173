using System.Text;
using System.Xml;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Makes a text fit for a picture: what a picture cannot hold or show becomes U+FFFD, so that nothing is missing unseen.</summary>
internal static class PictureText
{
    /// <summary>Returns the text with every kind of line break as a line feed, and U+FFFD for controls, halves of surrogate pairs, characters outside XML and those that turn the direction of writing.</summary>
    internal static string Clean(string text)
    {
        if (text.All(IsPlain))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
            else if (text[i] is '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                clean.Append('\n');
            }
            else
            {
                clean.Append(IsPlain(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    /// <summary>Returns a text as part of an id: letters, digits and hyphens as they are, everything else as <c>_</c> and four hexadecimal digits, so that two codes never share an id.</summary>
    internal static string ToId(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var one in text)
        {
            if (char.IsAsciiLetterOrDigit(one) || one == '-')
            {
                id.Append(one);
            }
            else
            {
                id.Append(System.Globalization.CultureInfo.InvariantCulture, $"_{(int)one:x4}");
            }
        }

        return id.ToString();
    }

    // Those that turn the direction of writing would turn what follows them in the picture.
    private static bool IsPlain(char one) => XmlConvert.IsXmlChar(one)
        && (!char.IsControl(one) || one is '\t' or '\n')
        && one is not ('\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
