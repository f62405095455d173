using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tool.Commands.Stats;

/// <summary><c>gridgov stats table CASES.csv --by COLUMN[,COLUMN]</c>: how many rows there are by the categories of some columns.</summary>
internal static class StatsTableCommand
{
    private const int PrintedDecimals = 4;

    internal static Command Create()
    {
        var file = new Argument<string>("CASES.csv") { Description = "A table, a line a case." };
        var by = new Option<string>("--by") { Description = "The columns to count by, with commas between.", Required = true, HelpName = "COLUMN[,COLUMN]" };
        var period = new Option<string?>("--period") { Description = "Count columns of dates by periods.", HelpName = "day|week|month|quarter|year" };
        var command = new Command("table", "Counts the lines of a table by the categories of its columns.") { file, by, period };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(file)!, call.GetValue(by)!, call.GetValue(period)));
    }

    private static int Run(Session session, string file, string by, string? period)
    {
        var table = TableFile.Read(session, file);
        var columns = Columns(session, table, file, by);
        var counts = Count(session, table, columns, PeriodColumns.Read(session, table, columns, file, period));
        if (session.IsJson)
        {
            if (counts.Dimensions.FirstOrDefault(static dimension => dimension.Code is "count" or "share") is { } taken)
            {
                throw new UnusableInputException(session.Say(
                    $"--json gives each row a \"{taken.Code}\" of its own: the column \"{taken.Code}\" should have another name.", $"--json的每行已有“{taken.Code}”：列“{taken.Code}”应改名。"));
            }

            session.Result(ToJson(counts));
        }
        else
        {
            Write(session, counts);
        }

        return ExitCode.Ok;
    }

    private static int[] Columns(Session session, CsvTable table, string file, string by)
    {
        string[] names = by.Split(',', StringSplitOptions.TrimEntries);
        foreach (var name in names)
        {
            if (table.PositionOf(name) < 0)
            {
                throw new UnusableInputException(session.Say(
                    $"--by should name columns of \"{file}\" ({string.Join(", ", table.Columns)}), but has \"{name}\".",
                    $"--by应为“{file}”的列（{string.Join("、", table.Columns)}），但有“{name}”。"));
            }
        }

        return names.Distinct(StringComparer.Ordinal).Count() == names.Length
            ? [.. names.Select(table.PositionOf)]
            : throw new UnusableInputException(session.Say($"--by should name each column once, but is \"{by}\".", $"--by中每列只应出现一次，但为“{by}”。"));
    }

    private static CrossTable Count(Session session, CsvTable table, int[] columns, PeriodColumns periods)
    {
        int[] rows = [.. Enumerable.Range(0, table.Count)];
        try
        {
            return CrossTable.Count(rows, [.. columns.Select(column => new CrossAxis<int>(table.Columns[column], row => periods.Category(column, table.Cell(row, column))))]);
        }
        catch (ArgumentException)
        {
            throw new UnusableInputException(session.Say(
                $"--by should name columns of categories, with at most {CrossTable.MaximumCells} cells together, but these have more.",
                $"--by应为分类列，其组合不超过{CrossTable.MaximumCells}格，但超出。"));
        }
    }

    private static IEnumerable<(string[] Categories, long Count)> Cells(CrossTable counts)
    {
        var positions = new int[counts.Dimensions.Count];
        while (true)
        {
            if (counts.Total > 0 && counts.CountAt(positions) is > 0 and var count)
            {
                yield return ([.. positions.Select((position, i) => counts.Dimensions[i].Categories[position])], count);
            }

            var last = positions.Length - 1;
            while (last >= 0 && ++positions[last] >= counts.Dimensions[last].Categories.Count)
            {
                positions[last--] = 0;
            }

            if (last < 0)
            {
                yield break;
            }
        }
    }

    private static JsonObject ToJson(CrossTable counts)
    {
        var rows = new JsonArray();
        foreach (var (categories, count) in Cells(counts))
        {
            var row = new JsonObject();
            for (var i = 0; i < categories.Length; i++)
            {
                row[counts.Dimensions[i].Code] = categories[i];
            }

            row["count"] = count;
            row["share"] = new Rate(count, counts.Total).Value;
            rows.Add((JsonNode)row);
        }

        return new JsonObject
        {
            ["by"] = new JsonArray([.. counts.Dimensions.Select(static dimension => (JsonNode)dimension.Code)]),
            ["total"] = counts.Total,
            ["rows"] = rows,
            ["totals"] = new JsonObject(counts.Dimensions.Select(dimension => KeyValuePair.Create(
                dimension.Code, (JsonNode?)new JsonObject(counts.Shares(dimension.Code).Select(static share => KeyValuePair.Create(share.Label, (JsonNode?)share.Rate.Numerator)))))),
        };
    }

    private static void Write(Session session, CrossTable counts)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text).Header([.. counts.Dimensions.Select(static dimension => dimension.Code), "count", "share"]);
        foreach (var (categories, count) in Cells(counts))
        {
            Line(csv, categories, count, counts.Total);
        }

        if (counts.Total > 0)
        {
            Line(csv, [session.Say("total", "合计"), .. Enumerable.Repeat("", counts.Dimensions.Count - 1)], counts.Total, counts.Total);
        }

        session.Result(text.ToString().TrimEnd('\n'));
    }

    private static void Line(CsvWriter csv, string[] categories, long count, long total)
    {
        foreach (var category in categories)
        {
            csv.Text(category);
        }

        csv.Number(count).Number(new Rate(count, total).Round(PrintedDecimals)).EndRow();
    }
}
