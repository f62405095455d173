using System.Globalization;
using GridGovernance.Sdk.Interchange;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Replay;

/// <summary>A real log of cases, read from CSV: every row is a case or a finding, and none is lost.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class CaseLog
{
    private static readonly string[] Names = ["id", "category", "unit", "openedAt", "closedAt"];

    private CaseLog(EquatableArray<LoggedCase> cases, int rows, FindingReport findings) => (Cases, Rows, Findings) = (cases, rows, findings);

    /// <summary>Gets the cases, in the order of their rows.</summary>
    public EquatableArray<LoggedCase> Cases { get; }

    /// <summary>Gets the number of rows, those that are no case included.</summary>
    public int Rows { get; }

    /// <summary>Gets what is wrong with the rows that are no case, with line and column.</summary>
    public FindingReport Findings { get; }

    /// <summary>Reads a log.</summary>
    /// <remarks>
    /// Times are those of our own files, <c>2026-01-05T09:00</c> with an offset or without, or as databases and spreadsheets export them: <c>2026-01-05 09:00:30</c>,
    /// <c>2026/1/5 9:00</c>. Without an offset they are of Asia/Shanghai.
    /// </remarks>
    /// <param name="content">The bytes: a table with the columns <c>id,category,unit,openedAt,closedAt</c> in any order; others are passed over.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="report">Why it is no log at all: no table, or a column is missing.</param>
    /// <param name="encoding">How the text is encoded.</param>
    /// <returns>The log; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public static CaseLog? Read(ReadOnlySpan<byte> content, string file, out FindingReport report, CsvEncoding encoding = CsvEncoding.Utf8)
    {
        ArgumentNullException.ThrowIfNull(file);
        var read = CsvTable.Read(content, file, encoding);
        report = read.Report;
        if (read.Mended is not { } table)
        {
            return null;
        }

        var columns = Names.Select(table.PositionOf).ToArray();
        var missing = Names.Where((_, i) => columns[i] < 0).Select(name => Finding.Error(ReplayMessages.All["replay.missing-column", name], new FindingPlace { File = file, Line = 1 })).ToArray();
        if (missing.Length > 0)
        {
            report = new FindingReport(missing);
            return null;
        }

        // A row that is no row (too many cells, an open quote) is a finding of the table; the others are read all the same.
        var findings = read.Report.ToList();
        report = FindingReport.Empty;
        var (cases, lineOf) = (new List<LoggedCase>(table.Count), new Dictionary<string, int>(StringComparer.Ordinal));
        var badLines = read.Report.Select(static finding => finding.Place.Line).OfType<int>().ToHashSet();
        for (var row = 0; row < table.Count; row++)
        {
            if (!badLines.Contains(table.LineOf(row)) && Row(table, columns, row, file, lineOf, findings) is { } one)
            {
                cases.Add(one);
            }
        }

        return new CaseLog(EquatableArray.From(cases), table.Count, new FindingReport(findings));
    }

    private static LoggedCase? Row(CsvTable table, int[] columns, int row, string file, Dictionary<string, int> lineOf, List<Finding> findings)
    {
        var (before, line) = (findings.Count, table.LineOf(row));
        string Cell(int column) => table.Cell(row, columns[column]).Trim();
        void Add(Message message, int column) => findings.Add(Finding.Error(message, new FindingPlace { File = file, Line = line, Path = Names[column] }));

        for (var column = 0; column < 4; column++)
        {
            if (Cell(column).Length == 0)
            {
                Add(ReplayMessages.All["replay.empty", Names[column], line], column);
            }
        }

        var opened = Time(Cell(3), 3);
        var closed = Time(Cell(4), 4);
        if (findings.Count == before && closed < opened)
        {
            Add(ReplayMessages.All["replay.closed-before-opened", Cell(0), Cell(3), Cell(4)], 4);
        }

        if (lineOf.TryGetValue(Cell(0), out var other))
        {
            Add(ReplayMessages.All["replay.repeated-id", Cell(0), other.ToString(CultureInfo.InvariantCulture)], 0);
        }

        if (findings.Count > before)
        {
            return null;
        }

        // A row that is no case leaves its id to the row that mends it.
        lineOf.Add(Cell(0), line);
        return new LoggedCase(Cell(0), Cell(1), Cell(2), opened!.Value, closed);

        Instant? Time(string text, int column)
        {
            if (text.Length == 0)
            {
                return null;
            }

            var at = LogTime.Read(text);
            if (at is null)
            {
                Add(ReplayMessages.All["replay.bad-time", Names[column], text, line], column);
            }

            return at;
        }
    }
}
