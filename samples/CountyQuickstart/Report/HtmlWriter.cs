using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CountyQuickstart.Report;

/// <summary>Writes HTML that is well-formed XML too. Every text and attribute goes through the encoder; Chinese stays readable.</summary>
/// <param name="output">Takes the text.</param>
internal sealed class HtmlWriter(TextWriter output)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Opens an element; dispose the result to close it.</summary>
    internal Closing Open(string name, string? css = null, string? id = null)
    {
        Begin(name, css, id);
        return new Closing(output, name);
    }

    /// <summary>Writes an element that holds a text.</summary>
    internal void Element(string name, string text, string? css = null, string? id = null)
    {
        Begin(name, css, id);
        Text(text);
        output.Write("</" + name + ">\n");
    }

    /// <summary>Writes a link to another place of the same page.</summary>
    internal void Jump(string id, string text)
    {
        output.Write("<a href=\"#");
        Text(id);
        output.Write("\">");
        Text(text);
        output.Write("</a>");
    }

    internal void Text(string text) => Encoder.Encode(output, text);

    /// <summary>Writes markup that is encoded already: a picture of the library's SVG writers, which escape by themselves.</summary>
    internal void Picture(string svg)
    {
        output.Write(svg);
        output.Write('\n');
    }

    /// <summary>Writes the content of an element that browsers do not decode, such as a style sheet of ours.</summary>
    internal void Raw(string text) => output.Write(text);

    private void Begin(string name, string? css, string? id)
    {
        output.Write("<" + name);
        Attribute("id", id);
        Attribute("class", css);
        output.Write('>');
    }

    private void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            output.Write(" " + name + "=\"");
            Text(value);
            output.Write('"');
        }
    }

    /// <summary>Closes an element.</summary>
    internal readonly ref struct Closing(TextWriter output, string name)
    {
        public void Dispose() => output.Write("</" + name + ">\n");
    }
}
