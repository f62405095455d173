using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Reads and writes records as rows: a row becomes the JSON object that the record's shape and contract already know.</summary>
/// <param name="format">The contracts.</param>
internal sealed class CsvFormat(JsonFormat format)
{
    /// <summary>What separates the items of a list inside one cell.</summary>
    internal const char ListSeparator = ';';

    internal ReadResult<EquatableArray<T>> Read<T>(ReadOnlySpan<byte> content, string file, CsvEncoding encoding, ImportLimits limits)
    {
        var findings = new List<Finding>();
        var map = new SourceMap();
        var rows = TryDecode(content, encoding, limits, findings) is { } text
            ? EquatableArray.From(Rows<T>(new CsvScanner(text, findings), limits, findings, map))
            : [];
        return new ReadResult<EquatableArray<T>>(file, findings.Count == 0 ? rows : default, rows, findings, map) { IsAbsent = map.LineOf("") is null };
    }

    internal void Write<T>(IEnumerable<T> rows, TextWriter output)
    {
        var shape = (ObjectShape)format.ShapeOf(typeof(T));
        var contract = format.ContractOf<T>();
        var writer = new CsvWriter(output);
        var table = rows as IReadOnlyCollection<T> ?? [.. rows];
        var columns = Columns(shape, table, contract);
        writer.Header([.. columns.Select(static member => member.Name)]);
        foreach (var row in table)
        {
            var cells = JsonSerializer.SerializeToElement(row, contract);
            foreach (var member in columns)
            {
                Cell(writer, cells.TryGetProperty(member.Name, out var cell) ? cell : default);
            }

            writer.EndRow();
        }
    }

    // An optional column that no row fills is left out, as JSON leaves an absent member out; an empty table shows all that it may have.
    private static List<MemberShape> Columns<T>(ObjectShape shape, IReadOnlyCollection<T> table, JsonTypeInfo<T> contract)
    {
        var empty = table.Count == 0 ? [] : shape.Members.Where(static member => !member.Required).ToHashSet();
        foreach (var row in table)
        {
            if (empty.Count == 0)
            {
                break;
            }

            var cells = JsonSerializer.SerializeToElement(row, contract);
            empty.RemoveWhere(member => cells.TryGetProperty(member.Name, out _));
        }

        return [.. shape.Members.Where(member => !empty.Contains(member))];
    }

    private static void Cell(CsvWriter writer, JsonElement cell)
    {
        switch (cell.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                writer.Cell("");
                break;
            case JsonValueKind.String:
                writer.Text(cell.GetString());
                break;
            case JsonValueKind.Array:
                writer.Text(string.Join(ListSeparator, cell.EnumerateArray().Select(static item => item.ToString())));
                break;
            default:
                writer.Cell(cell.GetRawText());
                break;
        }
    }

    /// <summary>Turns the bytes of a file into text.</summary>
    internal static string? TryDecode(ReadOnlySpan<byte> content, CsvEncoding encoding, ImportLimits limits, List<Finding> findings)
    {
        if (encoding == CsvEncoding.Utf8)
        {
            return SourceText.TryAccept(content, limits, findings, out var text) ? Encoding.UTF8.GetString(text) : null;
        }

        if (!SourceText.FitsIn(content.Length, limits, findings))
        {
            return null;
        }

        try
        {
            var text = CodePagesEncodingProvider.Instance
                .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(content);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            findings.Add(Finding.Error(InterchangeMessages.All["interchange.not-gb18030"], FindingPlace.At("")));
            return null;
        }
    }

    // A faulty row is mended and kept: only its findings stand between it and the caller.
    private List<T> Rows<T>(CsvScanner scanner, ImportLimits limits, List<Finding> findings, SourceMap map)
    {
        var shape = (ObjectShape)format.ShapeOf(typeof(T));
        var contract = format.ContractOf<T>();
        var rows = new List<T>();
        if (Header(scanner, shape, findings) is not { } columns)
        {
            return rows;
        }

        var checker = new ShapeChecker(findings, limits.MaxTextLength);
        var missing = shape.Members.Where(member => member.Required && !columns.Contains(member)).ToHashSet();
        var buffer = new ArrayBufferWriter<byte>();
        map.Add("", 1);
        for (var index = 0; scanner.Read(); index++)
        {
            if (index >= limits.MaxRows)
            {
                Report(findings, scanner.RowLine, "interchange.too-many-rows", limits.MaxRows);
                break;
            }

            map.Add("/rows/" + index.ToString(CultureInfo.InvariantCulture), scanner.RowLine);
            var known = findings.Count;
            if (scanner.Cells.Count != columns.Length)
            {
                var place = FindingPlace.At("/rows/" + index.ToString(CultureInfo.InvariantCulture));
                findings.Add(Finding.Error(InterchangeMessages.All["interchange.cell-count", columns.Length, scanner.Cells.Count], place));
            }

            using var row = ToJson(columns, scanner.Cells, buffer);
            if (findings.Count == known)
            {
                checker.Path.Push("rows");
                checker.Path.Push(index);
                checker.Check(row.RootElement, shape, missing);
                checker.Path.Pop();
                checker.Path.Pop();
            }

            rows.Add(findings.Count == known && missing.Count == 0
                ? row.RootElement.Deserialize(contract)!
                : ShapeMender.Mend(row.RootElement, shape).Deserialize(contract)!);
        }

        return rows;
    }

    // A column that cannot be told is null: its cells are passed over.
    private static MemberShape?[]? Header(CsvScanner scanner, ObjectShape shape, List<Finding> findings)
    {
        var names = string.Join(", ", shape.Members.Select(static member => member.Name));
        if (!scanner.Read())
        {
            Report(findings, 1, "interchange.missing-header", names);
            return null;
        }

        var columns = new List<MemberShape?>();
        foreach (var name in scanner.Cells)
        {
            var member = shape.Find(name);
            if (member is null)
            {
                Report(findings, scanner.RowLine, "interchange.unknown-column", name, names);
            }
            else if (columns.Contains(member))
            {
                Report(findings, scanner.RowLine, "interchange.duplicate-column", name);
                member = null;
            }

            columns.Add(member);
        }

        foreach (var member in shape.Members.Where(member => member.Required && !columns.Contains(member)))
        {
            var place = FindingPlace.At("/rows") with { Line = scanner.RowLine };
            findings.Add(Finding.Error(InterchangeMessages.All["interchange.missing-column", member.Name, member.Shape.Expected], place));
        }

        return [.. columns];
    }

    private static JsonDocument ToJson(MemberShape?[] columns, IReadOnlyList<string> cells, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            for (var i = 0; i < Math.Min(columns.Length, cells.Count); i++)
            {
                if (columns[i] is { } column && cells[i].Length > 0)
                {
                    writer.WritePropertyName(column.Name);
                    Value(writer, FormulaGuard.Remove(cells[i]), column.Shape);
                }
            }

            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory.ToArray());
    }

    private static void Value(Utf8JsonWriter writer, string cell, Shape shape)
    {
        switch (shape)
        {
            case ListShape list:
                writer.WriteStartArray();
                foreach (var item in cell.Split(ListSeparator))
                {
                    Value(writer, item, list.Item);
                }

                writer.WriteEndArray();
                break;
            case BooleanShape when cell is "true" or "false":
            case NumberShape when IsNumber(cell):
                writer.WriteRawValue(cell);
                break;
            default:
                // What is no number where one is expected stays a text, and the checker says so.
                writer.WriteStringValue(cell);
                break;
        }
    }

    private static bool IsNumber(string cell)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(cell));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Report(List<Finding> findings, int line, string code, params ReadOnlySpan<object?> values) =>
        findings.Add(Finding.Error(InterchangeMessages.All[code, values], FindingPlace.At("") with { Line = line }));
}
