using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Maps;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary><c>gridgov grids locate CELLS POINTS.csv</c>: the cell of each place.</summary>
internal static class GridsLocateCommand
{
    internal static Command Create()
    {
        var cells = CellFile.CreateArgument();
        var points = new Argument<string>("POINTS") { Description = "A CSV file of places: id,lon,lat." };
        var system = CellFile.CreateSystemOption();
        var encoding = CellFile.CreateEncodingOption();
        var at = CellFile.CreateDayOption();
        var command = new Command("locate", "Prints the cell of each place as CSV: id,code; the code is empty outside all cells.") { cells, points, system, encoding, at };
        return Session.Bind(command, (call, session) =>
        {
            var known = CellFile.SystemOf(call.GetValue(system)!);
            var file = CellFile.ReadAt(session, call.GetValue(cells)!, known, InvalidGeometry.Refuse, call.GetValue(at));
            var rows = PlaceTable.Read<PointRow>(
                session, call.GetValue(points)!, CellFile.EncodingOf(call.GetValue(encoding)!), known, static row => new GeoPoint(row.Lon, row.Lat));
            return Run(session, rows, Locate(file, rows));
        });
    }

    // A map of its own around the cells: their codes may be anything.
    private static string?[] Locate(CellFile file, EquatableArray<PointRow> rows)
    {
        var definition = new GridSchemeDefinition { Code = "cells", Levels = [new() { Code = "cell", Name = new("cell", "单元格"), Digits = 9 }] };
        var scheme = GridScheme.Compile(definition, out var report) ?? throw new GovernanceException(report);
        var order = Enumerable.Range(0, file.Cells.Count).OrderBy(i => file.Cells[i].Code, StringComparer.Ordinal).ToArray();
        var units = order.Select((cell, position) =>
            GridUnit.Create(scheme, scheme.Child(GridCode.None, position), file.Cells[cell].Code, GridKind.Cell, file.Cells[cell].Boundary));
        var map = GridMap.Create(scheme, [.. units], out report) ?? throw new GovernanceException(report);
        var locator = GridLocator.Create(map, "cell");
        return [.. rows.Select(row => locator.Locate(new GeoPoint(row.Lon, row.Lat))?.Name)];
    }

    private static int Run(Session session, EquatableArray<PointRow> rows, string?[] codes)
    {
        var outside = codes.Count(static code => code is null);
        session.Note(new LocalizedText($"{rows.Count} places, {outside} outside all cells.", $"{rows.Count}个地点，其中{outside}个不在任何单元格内。"));
        if (session.IsJson)
        {
            session.Result(new JsonObject
            {
                ["points"] = new JsonArray([.. rows.Select((row, i) => (JsonNode)new JsonObject { ["id"] = row.Id, ["code"] = codes[i] })]),
                ["outside"] = outside,
            });
        }
        else
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            var csv = new CsvWriter(text).Header("id", "code");
            for (var i = 0; i < codes.Length; i++)
            {
                csv.Text(rows[i].Id).Text(codes[i]).EndRow();
            }

            session.Result(text.ToString().TrimEnd('\n'));
        }

        return ExitCode.Ok;
    }
}
