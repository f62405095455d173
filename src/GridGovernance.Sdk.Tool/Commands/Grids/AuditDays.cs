using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>The days of cells and households, and the period that they make up.</summary>
internal static class AuditDays
{
    private const string From = "validFrom";
    private const string To = "validTo";

    /// <summary>Gives each cell the days that its properties <c>validFrom</c> and <c>validTo</c> name.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file of the cells.</param>
    /// <param name="file">The cells.</param>
    /// <returns>The cells with their days.</returns>
    /// <exception cref="UnusableInputException">A property is no date, or the days run backwards.</exception>
    internal static DatedCell[] Of(Session session, string path, CellFile file)
    {
        var cells = new DatedCell[file.Cells.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var feature = file.Features[i];
            var (from, to) = (Read(From), Read(To));
            cells[i] = from > to ? throw Unusable(Backwards(from, to)) : new DatedCell(file.Cells[i], from, to);

            LocalDate? Read(string name) => feature.Property(name) is not { Length: > 0 } text ? null
                : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? date
                : throw Unusable(new LocalizedText($"\"{name}\" should be a date such as 2026-01-31, but is \"{text}\".", $"“{name}”应为日期，如2026-01-31，但为“{text}”。"));

            UnusableInputException Unusable(LocalizedText problem) => new(session.Say($"{path}:{feature.Line}: {problem.En}", $"{path}:{feature.Line}：{problem.Zh}"));
        }

        return cells;
    }

    /// <summary>Says what is wrong with the row of a household.</summary>
    /// <param name="row">The row.</param>
    /// <returns>A sentence; null where nothing is.</returns>
    internal static LocalizedText? ProblemOf(HouseholdRow row) =>
        row.People < 0 ? new LocalizedText($"\"people\" should be 0 or more, but is {row.People}.", $"“people”应不小于0，但为{row.People}。")
        : row.ValidFrom > row.ValidTo ? Backwards(row.ValidFrom, row.ValidTo)
        : null;

    /// <summary>Builds the register of households.</summary>
    /// <param name="system">The coordinate system of their places.</param>
    /// <param name="rows">The rows.</param>
    /// <returns>The register.</returns>
    internal static HouseholdRegister Register(CoordinateSystem system, EquatableArray<HouseholdRow> rows)
    {
        var builder = new HouseholdRegisterBuilder(system, rows.Count);
        foreach (var row in rows)
        {
            builder.AddHousehold(row.Id, new GeoPoint(row.Lon, row.Lat), null, row.ValidFrom, row.ValidTo);
        }

        return builder.Build();
    }

    /// <summary>Returns the period to audit: the days on which there are cells.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="households">The households; null where there are none.</param>
    /// <returns>The first and the last day, as far as time goes where a cell has none; null where nothing has days.</returns>
    internal static (LocalDate From, LocalDate To)? PeriodOf(IReadOnlyList<DatedCell> cells, HouseholdRegister? households)
    {
        var isAny = households?.Changes.Count > 0 || cells.Any(static cell => cell.ValidFrom is not null || cell.ValidTo is not null);
        return isAny ? (cells.Min(static cell => cell.ValidFrom ?? LocalDate.MinIsoValue), cells.Max(static cell => cell.ValidTo ?? LocalDate.MaxIsoValue)) : null;
    }

    /// <summary>Writes a first day; null where time begins.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The text, or null.</returns>
    internal static string? TextOfFirst(LocalDate? day) => day is null || day == LocalDate.MinIsoValue ? null : CalendarTime.Text(day.Value);

    /// <summary>Writes a last day; null where time ends.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The text, or null.</returns>
    internal static string? TextOfLast(LocalDate? day) => day is null || day == LocalDate.MaxIsoValue ? null : CalendarTime.Text(day.Value);

    private static LocalizedText Backwards(LocalDate? from, LocalDate? to) => new(
        $"\"{To}\" should be on or after \"{From}\", {CalendarTime.Text(from!.Value)}, but is {CalendarTime.Text(to!.Value)}.",
        $"“{To}”应不早于“{From}”{CalendarTime.Text(from.Value)}，但为{CalendarTime.Text(to.Value)}。");
}
