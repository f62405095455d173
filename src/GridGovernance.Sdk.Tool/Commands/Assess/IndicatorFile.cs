using System.Globalization;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary>A table of indicators: the first column is the unit, each other one an indicator; an empty cell is a missing value.</summary>
internal static class IndicatorFile
{
    // Values beyond this are ids or mistakes; within it no score can exceed a decimal.
    private const decimal Largest = 1_000_000_000_000;

    /// <summary>Reads a table of indicators.</summary>
    /// <param name="session">The call.</param>
    /// <param name="file">The file.</param>
    /// <returns>The table.</returns>
    /// <exception cref="UnusableInputException">The file is not there, or a cell is no number.</exception>
    internal static IndicatorTable Read(Session session, string file)
    {
        var table = TableFile.Read(session, file);
        var units = Units(session, table, file);
        return IndicatorTable.Create(units, EquatableArray.From(Enumerable.Range(1, table.Columns.Count - 1).Select(column =>
        {
            if (string.IsNullOrWhiteSpace(table.Columns[column]))
            {
                throw new UnusableInputException(session.Say(
                    $"{file}:1: column {column + 1} should have the code of an indicator, but has none.", $"{file}:1: 第{column + 1}列应有指标代码，但没有。"));
            }

            return new IndicatorColumn(table.Columns[column], EquatableArray.From(Enumerable.Range(0, table.Count).Select(row => Value(session, table, file, row, column))));
        })));
    }

    private static EquatableArray<string> Units(Session session, CsvTable table, string file)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < table.Count; row++)
        {
            var unit = table.Cell(row, 0);
            if (unit.Length == 0)
            {
                throw new UnusableInputException(session.Say(
                    $"{file}:{table.LineOf(row)}: the first cell should be the unit, but is empty.", $"{file}:{table.LineOf(row)}: 第一格应为单元，但为空。"));
            }

            if (!lines.TryAdd(unit, table.LineOf(row)))
            {
                throw new UnusableInputException(session.Say(
                    $"{file}:{table.LineOf(row)}: the unit \"{unit}\" should stand once, but stands in line {lines[unit]} already.",
                    $"{file}:{table.LineOf(row)}: 单元“{unit}”应只出现一次，但第{lines[unit]}行已有。"));
            }
        }

        return EquatableArray.From(lines.Keys);
    }

    private static IndicatorValue Value(Session session, CsvTable table, string file, int row, int column)
    {
        var text = table.Cell(row, column).Trim();
        if (text.Length == 0)
        {
            return IndicatorValue.Missing;
        }

        if (Rate.TryParse(text, null, out var rate))
        {
            return IndicatorValue.Of(rate);
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= Largest
            ? IndicatorValue.Of(number)
            : throw new UnusableInputException(session.Say(
                $"{file}:{table.LineOf(row)}: \"{table.Columns[column]}\" should be a number of at most {Largest} such as 0.93, a rate such as 911/972, or empty, but is \"{text}\".",
                $"{file}:{table.LineOf(row)}: “{table.Columns[column]}”应为“0.93”之类、绝对值不超过{Largest}的数、“911/972”之类的率或空，但为“{text}”。"));
    }
}
