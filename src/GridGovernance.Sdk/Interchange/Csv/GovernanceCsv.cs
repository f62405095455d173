using System.Text;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Reads and writes lists of records as CSV (RFC 4180) with a header row.</summary>
/// <remarks>
/// <para>A column bears the name of the record's member; an empty cell is an absent member; the items of a list stand in one cell,
/// separated by <c>;</c>. <see cref="GovernanceJson.SchemaOf{T}"/> describes one row.</para>
/// <para>This type is safe to share between threads.</para>
/// </remarks>
public static class GovernanceCsv
{
    private static readonly CsvFormat Format = new(GovernanceJson.Format);

    /// <summary>Reads rows.</summary>
    /// <typeparam name="T">The record of one row.</typeparam>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="encoding">How the text is encoded.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The rows, or every problem with the form of the file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a row of this library.</exception>
    public static ReadResult<EquatableArray<T>> Read<T>(
        ReadOnlySpan<byte> content, string file, CsvEncoding encoding = CsvEncoding.Utf8, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Format.Read<T>(content, file, encoding, limits ?? ImportLimits.Default);
    }

    /// <summary>Writes rows, texts guarded against formula injection.</summary>
    /// <typeparam name="T">The record of one row.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="byteOrderMark">Whether a byte-order mark stands in front, which Chinese spreadsheets need to see UTF-8.</param>
    /// <returns>UTF-8, lines ending in a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a row of this library.</exception>
    public static byte[] Write<T>(IEnumerable<T> rows, bool byteOrderMark = false)
    {
        return [.. byteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(Text(rows))];
    }

    /// <summary>Writes rows in an encoding, texts guarded against formula injection.</summary>
    /// <typeparam name="T">The record of one row.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="encoding">How the text is encoded; every character has a place in both.</param>
    /// <returns>The text without a byte-order mark, lines ending in a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a row of this library.</exception>
    public static byte[] Write<T>(IEnumerable<T> rows, CsvEncoding encoding) =>
        encoding == CsvEncoding.Gb18030 ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text(rows)) : Write(rows);

    private static string Text<T>(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        Format.Write(rows, text);
        return text.ToString();
    }
}
