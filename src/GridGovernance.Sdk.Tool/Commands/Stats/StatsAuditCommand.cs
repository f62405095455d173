using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tool.Commands.Stats;

/// <summary><c>gridgov stats audit TABLE.csv</c>: every figure of a printed table recomputed, every discrepancy listed.</summary>
/// <remarks>
/// The table has the columns <c>label,count,printedShare</c> and may have <c>of</c>: the label of the figure that a line is a part of, or the number
/// that it is counted out of; empty for the sum of the lines.
/// </remarks>
internal static class StatsAuditCommand
{
    private const long MaximumCount = 1_000_000_000_000;

    internal static Command Create()
    {
        var file = new Argument<string>("TABLE.csv") { Description = "The printed table: label,count,printedShare[,of]; of is the label or the number that a count is part of, empty for the sum of such lines: a total's line names its own number." };
        var growth = new Option<string?>("--growth") { Description = "A growth per period in percent that is claimed of the counts, read as a series.", HelpName = "PERCENT" };
        var command = new Command("audit", "Recomputes a printed table and lists every discrepancy.") { file, growth };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(file)!, call.GetValue(growth)));
    }

    private static int Run(Session session, string file, string? growth)
    {
        var table = TableFile.Read(session, file);
        var figures = Figures(session, table, file);
        var audit = TableAudit.Run(figures);
        var findings = growth is null ? audit.Findings : audit.Findings.Concat(Growth(session, figures, growth));
        return FindingOutput.Write(session, new FindingReport(findings.Select(finding => Locate(finding, table, file))), new JsonObject
        {
            ["figures"] = new JsonArray([.. audit.Figures.Select(static figure => (JsonNode)ToJson(figure))]),
        });
    }

    private static EquatableArray<PrintedFigure> Figures(Session session, CsvTable table, string file)
    {
        string[] required = ["label", "count", "printedShare"];
        var missing = required.Where(name => table.PositionOf(name) < 0).ToArray();
        var unknown = table.Columns.Where(name => !required.Contains(name, StringComparer.Ordinal) && !string.Equals(name, "of", StringComparison.Ordinal)).ToArray();
        if (missing.Length + unknown.Length > 0)
        {
            throw new UnusableInputException(session.Say(
                $"{file}:1: the columns should be label,count,printedShare and may be of, but are {string.Join(',', table.Columns)}.",
                $"{file}:1: 列应为label,count,printedShare，可另有of，但为{string.Join(',', table.Columns)}。"));
        }

        var (label, count, share, of) = (table.PositionOf("label"), table.PositionOf("count"), table.PositionOf("printedShare"), table.PositionOf("of"));
        var labels = Enumerable.Range(0, table.Count).Select(row => table.Cell(row, label)).ToHashSet(StringComparer.Ordinal);
        return EquatableArray.From(Enumerable.Range(0, table.Count).Select(row =>
        {
            var whole = of < 0 ? "" : table.Cell(row, of);
            var isLabel = whole.Length > 0 && (labels.Contains(whole) || !IsCount(whole));
            return new PrintedFigure(table.Cell(row, label), Count(session, table, file, row, count), Share(session, table, file, row, share))
            {
                PartOf = isLabel ? whole : null,
                Whole = isLabel || whole.Length == 0 ? null : long.Parse(whole, CultureInfo.InvariantCulture),
            };
        }));
    }

    private static bool IsCount(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MaximumCount;

    private static long? Count(Session session, CsvTable table, string file, int row, int column)
    {
        var text = table.Cell(row, column);
        return text.Length == 0 ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count is >= -MaximumCount and <= MaximumCount ? count
            : throw Unreadable(session, table, file, row, column, $"a whole number of at most {MaximumCount}, or empty", $"不超过{MaximumCount}的整数或空");
    }

    private static PrintedShare? Share(Session session, CsvTable table, string file, int row, int column)
    {
        var text = table.Cell(row, column);
        return text.Length == 0 ? null
            : PrintedShare.TryParse(text, null, out var share) ? share
            : throw Unreadable(session, table, file, row, column, "a percentage such as 12.97, or empty", "“12.97”之类的百分数或空");
    }

    private static UnusableInputException Unreadable(Session session, CsvTable table, string file, int row, int column, string en, string zh) =>
        new(session.Say(
            $"{file}:{table.LineOf(row)}: \"{table.Columns[column]}\" should be {en}, but is \"{table.Cell(row, column)}\".",
            $"{file}:{table.LineOf(row)}: “{table.Columns[column]}”应为{zh}，但为“{table.Cell(row, column)}”。"));

    private static FindingReport Growth(Session session, EquatableArray<PrintedFigure> figures, string growth)
    {
        var falls = growth.StartsWith('-');
        if (!PrintedShare.TryParse(falls ? growth[1..] : growth, null, out var stated))
        {
            throw new UnusableInputException(session.Say($"--growth should be a percentage such as 4.5, but is \"{growth}\".", $"--growth应为“4.5”之类的百分数，但为“{growth}”。"));
        }

        // A line between two counts that has none is a period: growth over it is no growth per period.
        int[] rows = [.. Enumerable.Range(0, figures.Count).Where(row => figures[row].Count is not null)];
        if (rows.Length < 2 || rows[^1] - rows[0] >= rows.Length)
        {
            throw new UnusableInputException(session.Say(
                "--growth needs a series: a count on each line from the first to the last, two at the least.", "--growth需要一个序列：首尾之间每行均有count，且至少两行。"));
        }

        try
        {
            var report = Series.Create(EquatableArray.From(rows.Select(row => new SeriesPoint(figures[row].Label, figures[row].Count!.Value)))).AuditGrowth(falls ? -stated.Percent : stated.Percent, stated.Decimals);
            return new FindingReport(report.Select(finding => finding.Place.Path is { Length: > 1 } path
                ? finding with { Place = FindingPlace.At($"/{rows[int.Parse(path.AsSpan(1), CultureInfo.InvariantCulture)]}") }
                : finding));
        }
        catch (ArgumentException)
        {
            throw new UnusableInputException(session.Say(
                "--growth needs a series: each label once, with a count of 0 or more.", "--growth需要一个序列：每个label一次，count不小于0。"));
        }
    }

    private static Finding Locate(Finding finding, CsvTable table, string file)
    {
        var known = finding.Place.Path is { Length: > 1 } path && int.TryParse(path.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < table.Count;
        var line = known ? table.LineOf(int.Parse(finding.Place.Path.AsSpan(1), CultureInfo.InvariantCulture)) : (int?)null;
        return finding with { Place = finding.Place.InFile(file, line) };
    }

    private static JsonObject ToJson(AuditedFigure figure) => new()
    {
        ["label"] = figure.Figure.Label,
        ["count"] = figure.Figure.Count,
        ["of"] = figure.Rate?.Denominator,
        ["printedPercent"] = figure.Figure.Share?.Percent,
        ["percent"] = figure.Percent,
        ["agrees"] = figure.Figure.Share is { } share && figure.Rate is { } rate ? share.Admits(rate) : null,
    };
}
