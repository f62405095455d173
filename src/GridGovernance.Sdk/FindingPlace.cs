using System.Globalization;
using System.Text;

namespace GridGovernance.Sdk;

/// <summary>Where a finding is: a file and line, a path inside a definition, a thing by its code; any of them may be absent.</summary>
/// <remarks>
/// <para>Rooms report a <see cref="Path"/> inside the definition they were given; whoever read the definition from a file adds
/// <see cref="File"/> and <see cref="Line"/> with <see cref="InFile"/>.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record FindingPlace
{
    /// <summary>Gets the place that says nothing.</summary>
    public static FindingPlace Nowhere { get; } = new();

    /// <summary>Gets the file, relative to the folder that was loaded; null where there is none.</summary>
    public string? File { get; init; }

    /// <summary>Gets the line in <see cref="File"/>, from 1; null where unknown.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the path inside the definition as a JSON Pointer (RFC 6901), such as <c>/states/2/superstate</c>; null where there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the code or id of the thing it is about, such as a grid's code; null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>Creates a place inside a definition.</summary>
    /// <param name="path">A JSON Pointer (RFC 6901); empty for the whole definition.</param>
    /// <returns>The place.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public static FindingPlace At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new FindingPlace { Path = path };
    }

    /// <summary>Creates a place that names a thing.</summary>
    /// <param name="subject">The code or id of the thing.</param>
    /// <returns>The place.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public static FindingPlace Of(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new FindingPlace { Subject = subject };
    }

    /// <summary>Returns the same place with file and line.</summary>
    /// <param name="file">The file, relative to the folder that was loaded.</param>
    /// <param name="line">The line from 1, or null.</param>
    /// <returns>The place.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public FindingPlace InFile(string file, int? line)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { File = file, Line = line };
    }

    /// <summary>Returns the place as text: <c>file:line path subject</c>, absent parts left out.</summary>
    /// <returns>One line of text, empty for <see cref="Nowhere"/>.</returns>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line is { } line)
        {
            text.Append(':').Append(line.ToString(CultureInfo.InvariantCulture));
        }

        Append(text, Path);
        Append(text, Subject);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string? part)
    {
        if (!string.IsNullOrEmpty(part))
        {
            text.Append(text.Length == 0 ? "" : " ").Append(part);
        }
    }
}
