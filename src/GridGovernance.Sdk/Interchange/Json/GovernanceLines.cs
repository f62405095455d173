using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Reads and writes lists of records as JSON Lines: one object a line, as logs of events are kept.</summary>
/// <remarks>
/// <para>Each line is read as <see cref="GovernanceJson"/> reads a file; blank lines are passed over. <see cref="GovernanceJson.SchemaOf{T}"/> describes one line.</para>
/// <para>This type is safe to share between threads.</para>
/// </remarks>
public static class GovernanceLines
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the lines of a file.</summary>
    /// <typeparam name="T">The record of one line.</typeparam>
    /// <param name="content">The bytes of the file: UTF-8, with or without a byte-order mark.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The records in the order of their lines, or every problem with the form of the file; the record at position 0 is <c>/rows/0</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a record of this library.</exception>
    public static ReadResult<EquatableArray<T>> Read<T>(ReadOnlySpan<byte> content, string file, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= ImportLimits.Default;
        var (findings, map, rows) = (new List<Finding>(), new SourceMap(), new List<T>());
        if (!SourceText.TryAccept(content, limits, findings, out var text))
        {
            return new ReadResult<EquatableArray<T>>(file, default, default, findings, map) { IsAbsent = true };
        }

        var shape = GovernanceJson.Format.ShapeOf(typeof(T));
        var contract = GovernanceJson.Format.ContractOf<T>();
        var checker = new ShapeChecker(findings, limits.MaxTextLength);
        map.Add("", 1);
        var (line, index) = (0, 0);
        while (text.Length > 0)
        {
            var end = text.IndexOf((byte)'\n');
            var row = (end < 0 ? text : text[..end]).Trim(" \t\r"u8);
            text = end < 0 ? default : text[(end + 1)..];
            line++;
            if (row.IsEmpty)
            {
                continue;
            }

            if (index >= limits.MaxRows)
            {
                findings.Add(Finding.Error(InterchangeMessages.All["interchange.too-many-rows", limits.MaxRows], FindingPlace.At("") with { Line = line }));
                break;
            }

            var path = "/rows/" + index.ToString(CultureInfo.InvariantCulture);
            map.Add(path, line);
            if (TryRow(row, path, line, findings))
            {
                using var document = JsonDocument.Parse(row.ToArray(), new JsonDocumentOptions { MaxDepth = GovernanceJson.MaxDepth });
                var known = findings.Count;
                checker.Path.Push("rows");
                checker.Path.Push(index);
                checker.Check(document.RootElement, shape);
                checker.Path.Pop();
                checker.Path.Pop();
                if (findings.Count == known)
                {
                    rows.Add(document.RootElement.Deserialize(contract)!);
                }
            }

            index++;
        }

        var read = EquatableArray.From(rows);
        return new ReadResult<EquatableArray<T>>(file, findings.Count == 0 ? read : default, read, findings, map);
    }

    /// <summary>Writes records, one a line.</summary>
    /// <typeparam name="T">The record of one line.</typeparam>
    /// <param name="rows">The records.</param>
    /// <returns>UTF-8 without a byte-order mark, every line ending in a line feed; members that hold their default are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a record of this library.</exception>
    public static byte[] Write<T>(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var contract = GovernanceJson.Format.ContractOf<T>();
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var row in rows)
        {
            using (var writer = new Utf8JsonWriter(buffer, OneLine))
            {
                JsonSerializer.Serialize(writer, row, contract);
            }

            buffer.Write("\n"u8);
        }

        return buffer.WrittenSpan.ToArray();
    }

    // A row is scanned by itself, so that one that is no JSON does not hide the others.
    private static bool TryRow(ReadOnlySpan<byte> row, string path, int line, List<Finding> findings)
    {
        var found = new List<Finding>();
        var sound = JsonScanner.TryScan(row, found, out _) && found.Count == 0;
        findings.AddRange(found.Select(one => one with { Place = one.Place with { Path = path + one.Place.Path, Line = line } }));
        return sound;
    }
}
