using System.CommandLine;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Maps;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>A GeoJSON file of cells, and the options that say how it and the files beside it are read.</summary>
internal sealed class CellFile
{
    private CellFile(byte[] content, CoordinateSystem system, IReadOnlyList<GeoFeature> features, IReadOnlyList<CoverageCell> cells)
    {
        Content = content;
        System = system;
        Features = features;
        Cells = cells;
    }

    /// <summary>Gets the bytes of the file.</summary>
    internal byte[] Content { get; }

    /// <summary>Gets the coordinate system that the caller declared.</summary>
    internal CoordinateSystem System { get; }

    /// <summary>Gets the features, in the order of the file.</summary>
    internal IReadOnlyList<GeoFeature> Features { get; }

    /// <summary>Gets the features as cells, in the order of the file.</summary>
    internal IReadOnlyList<CoverageCell> Cells { get; }

    internal static Argument<string> CreateArgument() => new("CELLS")
    {
        Description = "A GeoJSON file of areas; the code of each is its property \"code\", else \"adcode\", else its \"id\".",
    };

    internal static Option<string> CreateSystemOption()
    {
        var option = new Option<string>("--crs")
        {
            Description = "The coordinate system of the files: cgcs2000, wgs84, gcj02, bd09 or metric.",
            HelpName = "NAME",
            DefaultValueFactory = static _ => CoordinateSystem.Cgcs2000.Code,
        };
        option.AcceptOnlyFromAmong([.. CoordinateSystem.All.Select(static system => system.Code)]);
        return option;
    }

    internal static Option<string?> CreateParentOption() => new("--parent")
    {
        Description = "A GeoJSON file of the outline that the cells must tile; without it the bounded holes of their union are the gaps.",
        HelpName = "FILE",
    };

    internal static Option<string> CreateEncodingOption()
    {
        var option = new Option<string>("--encoding")
        {
            Description = "How CSV files are encoded: utf-8 or gb18030.",
            HelpName = "NAME",
            DefaultValueFactory = static _ => "utf-8",
        };
        option.AcceptOnlyFromAmong("utf-8", "gb18030");
        return option;
    }

    internal static Option<string?> CreateDayOption() => new("--at")
    {
        Description = "The day whose cells are meant, where cells have days (validFrom, validTo).",
        HelpName = "DATE",
    };

    internal static CsvEncoding EncodingOf(string name) => string.Equals(name, "gb18030", StringComparison.Ordinal) ? CsvEncoding.Gb18030 : CsvEncoding.Utf8;

    internal static CoordinateSystem SystemOf(string code) => CoordinateSystem.All.First(system => string.Equals(system.Code, code, StringComparison.Ordinal));

    /// <summary>Reads the cells.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file.</param>
    /// <param name="system">Its coordinate system.</param>
    /// <param name="invalid">What becomes of geometries that are not valid.</param>
    /// <returns>The cells.</returns>
    /// <exception cref="UnusableInputException">The file is no GeoJSON of areas, or a feature has no code.</exception>
    internal static CellFile Read(Session session, string path, CoordinateSystem system, InvalidGeometry invalid)
    {
        var content = InputFile.Read(session, path);
        var features = InputFile.ValueOf(session, GeoJson.Read(content, path, system, invalid: invalid));
        var cells = new CoverageCell[features.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new CoverageCell(features[i].Code is { Length: > 0 } code ? code : throw WithoutCode(session, path, features[i]), features[i].Boundary);
        }

        return new CellFile(content, system, features, cells);
    }

    /// <summary>Reads the cells of one day, for what needs one map: cells of different days are never mixed.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file.</param>
    /// <param name="system">Its coordinate system.</param>
    /// <param name="invalid">What becomes of geometries that are not valid.</param>
    /// <param name="at">The day as the caller wrote it; null for all cells, which then have a day in common.</param>
    /// <returns>The cells that hold on the day.</returns>
    /// <exception cref="UnusableInputException">The file is no GeoJSON of areas, a day is none, or no map of one day can be made of it.</exception>
    internal static CellFile ReadAt(Session session, string path, CoordinateSystem system, InvalidGeometry invalid, string? at)
    {
        LocalDate? day = at is null ? null : CalendarTime.ReadDate(session, "--at", at);
        var file = Read(session, path, system, invalid);
        var cells = AuditDays.Of(session, path, file);
        if (day is not { } on)
        {
            return cells.Max(static cell => cell.ValidFrom ?? LocalDate.MinIsoValue) <= cells.Min(static cell => cell.ValidTo ?? LocalDate.MaxIsoValue)
                ? file
                : throw new UnusableInputException(session.Say(
                    $"{path}: --at should name a day, because no day is common to all cells, but is missing.", $"{path}：没有一天为所有单元格共有，应以--at指定日期，但未指定。"));
        }

        var valid = Enumerable.Range(0, cells.Length).Where(i => cells[i].IsValidOn(on)).ToArray();
        return valid.Length > 0
            ? new CellFile(file.Content, system, [.. valid.Select(i => file.Features[i])], [.. valid.Select(i => file.Cells[i])])
            : throw new UnusableInputException(session.Say(
                $"{path}: at least one cell should hold on {CalendarTime.Text(on)}, but none does.", $"{path}：{CalendarTime.Text(on)}应至少有一个单元格有效，但没有。"));
    }

    /// <summary>Reads an outline.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file, or null.</param>
    /// <param name="system">Its coordinate system.</param>
    /// <returns>The outline, or null.</returns>
    /// <exception cref="UnusableInputException">The file holds no valid outline.</exception>
    internal static GridBoundary? ReadParent(Session session, string? path, CoordinateSystem system) =>
        path is null ? null : InputFile.ValueOf(session, GeoJson.ReadOutline(InputFile.Read(session, path), path, system));

    private static UnusableInputException WithoutCode(Session session, string path, GeoFeature feature) => new(session.Say(
        $"{path}:{feature.Line}: feature {feature.Index + 1} should have a property \"code\" or \"adcode\", or an \"id\", but has none.",
        $"{path}:{feature.Line}：第{feature.Index + 1}个要素应有属性“code”或“adcode”，或“id”，但都没有。"));
}
