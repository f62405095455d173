using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Interchange.Maps;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary><c>gridgov grids map CELLS [--by PROPERTY] -o MAP.svg</c>: the cells, coloured by a number.</summary>
internal static class GridsMapCommand
{
    private const int MostNames = 200;
    private const int PaperWidth = 180;

    // Below a tenth of a square kilometre three decimals say too little.
    private const double SmallestInKilometres = 1e5;

    internal static Command Create()
    {
        var cells = CellFile.CreateArgument();
        var by = new Option<string?>("--by") { Description = "The property with the number that colours a cell; without it, its area.", HelpName = "PROPERTY" };
        var output = new Option<string>("--output", "-o") { Description = "The SVG file to write.", Required = true, HelpName = "MAP.svg" };
        var title = new Option<string?>("--title") { Description = "The title; without it the name of the file.", HelpName = "TEXT" };
        var system = CellFile.CreateSystemOption();
        var at = CellFile.CreateDayOption();
        var command = new Command("map", "Draws the cells as an SVG map for print, in classes, with legend, names and scale.") { cells, by, output, title, system, at };
        return Session.Bind(command, (call, session) =>
        {
            var path = call.GetValue(cells)!;
            var file = CellFile.ReadAt(session, path, CellFile.SystemOf(call.GetValue(system)!), InvalidGeometry.Keep, call.GetValue(at));
            var map = Draw(session, path, file, call.GetValue(by), call.GetValue(title) ?? Path.GetFileNameWithoutExtension(path));
            var svg = ChoroplethSvg.Write(map, session.Culture);
            OutputFile.Write(session, call.GetValue(output)!, stream => stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + svg + "\n")));
            var unknown = map.Areas.Count(static area => area.Value is null);
            session.Note(new LocalizedText($"{map.Areas.Count} cells drawn, {unknown} without a value.", $"已绘制{map.Areas.Count}个单元格，其中{unknown}个无数据。"));
            if (session.IsJson)
            {
                session.Result(new JsonObject { ["output"] = call.GetValue(output), ["cells"] = map.Areas.Count, ["withoutValue"] = unknown });
            }

            return ExitCode.Ok;
        });
    }

    private static ChoroplethMap Draw(Session session, string path, CellFile file, string? by, string title)
    {
        if (by is not null && file.Features.All(feature => feature.Property(by) is null))
        {
            var known = string.Join(", ", file.Features.SelectMany(static feature => feature.Properties).Select(static pair => pair.Key).Distinct(StringComparer.Ordinal));
            throw new UnusableInputException(session.Say(
                $"{path}: --by should name a property of the cells ({known}), but is \"{by}\".", $"{path}：--by应为单元格的属性（{known}），但为“{by}”。"));
        }

        var drawn = file.Features.Where(static feature => feature.Boundary is not null).ToArray();
        if (drawn.Length == 0)
        {
            throw new UnusableInputException(session.Say($"{path}: at least one cell should have an area, but none has.", $"{path}：至少一个单元格应有面积，但都没有。"));
        }

        var isSmall = drawn.Max(static feature => feature.Boundary!.AreaSquareMetres) < SmallestInKilometres;
        var areas = drawn.Select(feature => new MapArea(feature.Boundary!, by is null ? AreaOf(feature, isSmall) : ValueOf(feature, by)) { Tip = TipOf(feature, by) }).ToArray();
        return new ChoroplethMap
        {
            Title = new LocalizedText(title, title),
            Measure = by is not null ? new LocalizedText(by, by) : isSmall ? new LocalizedText("area, m²", "面积，平方米") : new LocalizedText("area, km²", "面积，平方公里"),
            Areas = EquatableArray.From(areas),
            Labels = drawn.Length > MostNames ? [] : EquatableArray.From(drawn.Select(static feature => new MapLabel(feature.Boundary!, feature.Property("name") ?? feature.Code!))),
            Decimals = Math.Min(3, areas.Max(static area => area.Value is { } value ? value.Scale : 0)),
            WidthMillimetres = PaperWidth,
        };
    }

    private static decimal AreaOf(GeoFeature feature, bool inMetres)
    {
        var area = feature.Boundary!.AreaSquareMetres;
        return (decimal)(inMetres ? Math.Round(area) : Math.Round(area / 1e6, 3));
    }

    private static decimal? ValueOf(GeoFeature feature, string by) =>
        decimal.TryParse(feature.Property(by), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string TipOf(GeoFeature feature, string? by)
    {
        var name = feature.Property("name") is { } known ? $"{feature.Code} {known}" : feature.Code!;
        return by is null ? name : $"{name}: {feature.Property(by) ?? "–"}";
    }
}
