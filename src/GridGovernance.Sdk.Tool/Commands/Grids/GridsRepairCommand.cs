using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange.Maps;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary><c>gridgov grids repair CELLS -o OUT</c>: the same cells without gaps, overlaps and parts outside.</summary>
internal static class GridsRepairCommand
{
    internal static Command Create()
    {
        var cells = CellFile.CreateArgument();
        var output = new Option<string>("--output", "-o") { Description = "The GeoJSON file to write.", Required = true, HelpName = "OUT" };
        var parent = CellFile.CreateParentOption();
        var system = CellFile.CreateSystemOption();
        var target = new Option<string?>("--to-crs") { Description = "The coordinate system of OUT; without it that of CELLS.", HelpName = "NAME" };
        target.AcceptOnlyFromAmong([.. CoordinateSystem.All.Select(static known => known.Code)]);
        var parentOutput = new Option<string?>("--parent-output") { Description = "Where to write the outline with the points that it got.", HelpName = "FILE" };
        var owner = new Option<OverlapOwner>("--owner") { Description = "Who keeps an overlap: smaller, larger, first-by-code or longest-border.", HelpName = "WHO", CustomParser = ParseOwner };
        var snap = new Option<double>("--snap") { Description = "How far in metres a point may move onto a point of another cell.", HelpName = "M" };
        var bound = new Option<double>("--max-moved")
        {
            Description = "The most square metres that all cells may gain and lose together; more is refused.", HelpName = "M2", DefaultValueFactory = static _ => double.PositiveInfinity,
        };
        var at = CellFile.CreateDayOption();
        var command = new Command("repair", "Writes the cells anew: near points snapped, overlaps given to one, gaps to a neighbour, parts outside cut off.")
        {
            cells, output, parent, parentOutput, system, target, owner, snap, bound, at,
        };
        return Session.Bind(command, (call, session) =>
        {
            var known = CellFile.SystemOf(call.GetValue(system)!);
            var to = call.GetValue(target) is { } code ? CellFile.SystemOf(code) : known;
            if (!known.ConvertsTo(to))
            {
                throw new UnusableInputException(session.Say($"--to-crs should be a system that \"{known}\" converts to, but is \"{to}\".", $"--to-crs应为“{known}”可转换的坐标系，但为“{to}”。"));
            }

            var settings = new RepairSettings
            {
                Owner = call.GetValue(owner),
                SnapMetres = AtLeastZero(session, "--snap", call.GetValue(snap)),
                MostMovedSquareMetres = AtLeastZero(session, "--max-moved", call.GetValue(bound)),
            };
            var file = CellFile.ReadAt(session, call.GetValue(cells)!, known, InvalidGeometry.Keep, call.GetValue(at));
            var result = CoverageRepair.Run(file.Cells, CellFile.ReadParent(session, call.GetValue(parent), known), settings);
            if (result.IsAccepted)
            {
                OutputFile.Write(session, call.GetValue(output)!, stream => Write(stream, to, file, result));
                if (call.GetValue(parentOutput) is { } outlinePath && result.Parent is { } outline)
                {
                    OutputFile.Write(session, outlinePath, stream => WriteOutline(stream, to, outline));
                }
            }

            return Report(session, result, call.GetValue(output)!);
        });
    }

    private static OverlapOwner ParseOwner(System.CommandLine.Parsing.ArgumentResult argument)
    {
        foreach (var owner in Enum.GetValues<OverlapOwner>())
        {
            if (string.Equals(JsonNamingPolicy.KebabCaseLower.ConvertName(owner.ToString()), argument.Tokens[0].Value, StringComparison.Ordinal))
            {
                return owner;
            }
        }

        argument.AddError($"--owner should be one of smaller, larger, first-by-code, longest-border, but is \"{argument.Tokens[0].Value}\".");
        return default;
    }

    private static double AtLeastZero(Session session, string option, double value) => value >= 0
        ? value
        : throw new UnusableInputException(session.Say(
            $"{option} should be a number from 0, but is {value.ToString(CultureInfo.InvariantCulture)}.", $"{option}应为不小于0的数，但为{value.ToString(CultureInfo.InvariantCulture)}。"));

    private static void Write(Stream stream, CoordinateSystem system, CellFile file, RepairResult result)
    {
        using var writer = new GeoJsonWriter(stream, system);
        for (var i = 0; i < file.Features.Count; i++)
        {
            var feature = file.Features[i];
            writer.Write(result.Cells[i].Boundary, feature.Id, json =>
            {
                if (feature.PropertiesAt is { } range)
                {
                    using var properties = JsonDocument.Parse(file.Content.AsMemory(range));
                    foreach (var property in properties.RootElement.EnumerateObject())
                    {
                        property.WriteTo(json);
                    }
                }
            });
        }
    }

    private static void WriteOutline(Stream stream, CoordinateSystem system, GridBoundary outline)
    {
        using var writer = new GeoJsonWriter(stream, system);
        writer.Write(outline);
    }

    private static int Report(Session session, RepairResult result, string output)
    {
        var moved = result.MovedSquareMetres.ToString("0.##", CultureInfo.InvariantCulture);
        session.Note(result.IsAccepted
            ? new LocalizedText($"{result.Changes.Count} cells changed, {moved} m² gained and lost.", $"改动{result.Changes.Count}个单元格，增减共{moved}平方米。")
            : new LocalizedText("Nothing was written.", "未写出任何文件。"));
        return FindingOutput.Write(session, result.Report, new JsonObject
        {
            ["repaired"] = result.IsAccepted,
            ["output"] = result.IsAccepted ? output : null,
            ["movedSquareMetres"] = result.MovedSquareMetres,
            ["changes"] = new JsonArray([.. result.Changes.Select(static change => (JsonNode)new JsonObject
            {
                ["code"] = change.Code,
                ["gainedSquareMetres"] = change.GainedSquareMetres,
                ["lostSquareMetres"] = change.LostSquareMetres,
            })]),
        });
    }
}
