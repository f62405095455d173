using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Statistics;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tool.Commands.Stats;

/// <summary>The columns of dates that are counted by periods.</summary>
internal sealed class PeriodColumns
{
    private const int DateLength = 10;

    private readonly HashSet<int> _columns;
    private readonly PeriodKind _kind;

    private PeriodColumns(HashSet<int> columns, PeriodKind kind) => (_columns, _kind) = (columns, kind);

    /// <summary>Finds the columns whose every cell is empty or a date, with or without a time.</summary>
    /// <exception cref="UnusableInputException">The period is unknown, or no column holds dates.</exception>
    internal static PeriodColumns Read(Session session, CsvTable table, int[] columns, string file, string? period)
    {
        if (period is null)
        {
            return new PeriodColumns([], PeriodKind.Day);
        }

        PeriodKind? kind = period switch { "day" => PeriodKind.Day, "week" => PeriodKind.Week, "month" => PeriodKind.Month, "quarter" => PeriodKind.Quarter, "year" => PeriodKind.Year, _ => null };
        if (kind is null)
        {
            throw new UnusableInputException(session.Say($"--period should be day, week, month, quarter or year, but is \"{period}\".", $"--period应为day、week、month、quarter或year，但为“{period}”。"));
        }

        var dates = columns.Where(column => Enumerable.Range(0, table.Count).All(row => table.Cell(row, column) is var cell && (cell.Length == 0 || Date(cell) is not null))).ToHashSet();
        return dates.Count > 0
            ? new PeriodColumns(dates, kind.Value)
            : throw new UnusableInputException(session.Say(
                $"--period needs a column of dates such as 2026-03-31 in --by, but \"{file}\" has none there.", $"--period要求--by中有“2026-03-31”之类的日期列，但“{file}”没有。"));
    }

    internal string Category(int column, string cell) => _columns.Contains(column) && Date(cell) is { } date ? Periods.PeriodOf(date, _kind) : cell;

    private static LocalDate? Date(string cell) =>
        cell.Length >= DateLength && (cell.Length == DateLength || cell[DateLength] is 'T' or ' ') && LocalDatePattern.Iso.Parse(cell[..DateLength]) is { Success: true } parsed ? parsed.Value : null;
}
