namespace GridGovernance.Sdk.Interchange;

/// <summary>A CSV file (RFC 4180) whose columns are not known beforehand: the cases of a host, indicators by unit.</summary>
/// <remarks>
/// <para>Cells are texts; an apostrophe that guards against formulas is taken off. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CsvTable
{
    private readonly List<string[]> _rows;
    private readonly List<int> _lines;

    private CsvTable(EquatableArray<string> columns, List<string[]> rows, List<int> lines) => (Columns, _rows, _lines) = (columns, rows, lines);

    /// <summary>Gets the names of the columns, each once.</summary>
    public EquatableArray<string> Columns { get; }

    /// <summary>Gets the number of rows, the header aside.</summary>
    public int Count => _rows.Count;

    /// <summary>Reads a table.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="encoding">How the text is encoded.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The table, or every problem with the form of the file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public static ReadResult<CsvTable> Read(
        ReadOnlySpan<byte> content, string file, CsvEncoding encoding = CsvEncoding.Utf8, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var findings = new List<Finding>();
        var map = new SourceMap();
        var bounds = limits ?? ImportLimits.Default;
        var table = CsvFormat.TryDecode(content, encoding, bounds, findings) is { } text ? Scan(new CsvScanner(text, findings), bounds, findings, map) : null;
        return new ReadResult<CsvTable>(file, findings.Count == 0 ? table : null, table, findings, map) { IsAbsent = table is null };
    }

    /// <summary>Gets a cell.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    /// <returns>The text; empty where nothing stands.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public string Cell(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns.Count);
        return _rows[row][column];
    }

    /// <summary>Gets the line on which a row begins.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The line, from 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int LineOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        return _lines[row];
    }

    /// <summary>Finds a column.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Its position, or −1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public int PositionOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static CsvTable? Scan(CsvScanner scanner, ImportLimits limits, List<Finding> findings, SourceMap map)
    {
        if (!scanner.Read())
        {
            Report(1, "interchange.missing-header", "…");
            return null;
        }

        string[] columns = [.. scanner.Cells.Select(FormulaGuard.Remove)];
        map.Add("", scanner.RowLine);
        foreach (var twice in columns.GroupBy(static name => name, StringComparer.Ordinal).Where(static group => group.Count() > 1))
        {
            Report(scanner.RowLine, "interchange.duplicate-column", twice.Key);
        }

        var (rows, lines) = (new List<string[]>(), new List<int>());
        while (scanner.Read())
        {
            if (rows.Count >= limits.MaxRows)
            {
                Report(scanner.RowLine, "interchange.too-many-rows", limits.MaxRows);
                break;
            }

            map.Add("/rows/" + rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), scanner.RowLine);
            if (scanner.Cells.Count != columns.Length)
            {
                Report(scanner.RowLine, "interchange.cell-count", columns.Length, scanner.Cells.Count);
            }

            rows.Add([.. scanner.Cells.Select(FormulaGuard.Remove)]);
            lines.Add(scanner.RowLine);
        }

        return new CsvTable(EquatableArray.Create<string>(columns), rows, lines);

        void Report(int line, string code, params ReadOnlySpan<object?> values) =>
            findings.Add(Finding.Error(InterchangeMessages.All[code, values], FindingPlace.At("") with { Line = line }));
    }
}
