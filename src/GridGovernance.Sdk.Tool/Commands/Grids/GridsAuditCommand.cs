using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange.Maps;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary><c>gridgov grids audit CELLS</c>: whether cells tile an outline, and everything that is amiss with its place and area.</summary>
internal static class GridsAuditCommand
{
    internal static Command Create()
    {
        var cells = CellFile.CreateArgument();
        var parent = CellFile.CreateParentOption();
        var households = new Option<string?>("--households") { Description = "A CSV file of households: id,lon,lat,people.", HelpName = "FILE" };
        var system = CellFile.CreateSystemOption();
        var encoding = CellFile.CreateEncodingOption();
        var tolerance = CreateToleranceOption();
        var command = new Command("audit", "Finds gaps, overlaps, parts outside, borders that do not match, and households in no cell or in several.")
        {
            cells, parent, households, system, encoding, tolerance,
        };
        return Session.Bind(command, (call, session) =>
        {
            var known = CellFile.SystemOf(call.GetValue(system)!);
            var settings = new CoverageSettings { ToleranceMetres = ToleranceOf(session, call.GetValue(tolerance)) };
            var file = CellFile.Read(session, call.GetValue(cells)!, known, InvalidGeometry.Keep);
            var outline = CellFile.ReadParent(session, call.GetValue(parent), known);
            EquatableArray<HouseholdRow>? rows = call.GetValue(households) is { } path
                ? PlaceTable.Read<HouseholdRow>(session, path, CellFile.EncodingOf(call.GetValue(encoding)!), known, static row => new GeoPoint(row.Lon, row.Lat))
                : null;
            return Run(session, file, outline, rows, settings);
        });
    }

    internal static Option<double> CreateToleranceOption() => new("--tolerance")
    {
        Description = "The width in metres up to which what is amiss is a warning, not an error; nothing is hidden.",
        HelpName = "M",
    };

    internal static double ToleranceOf(Session session, double tolerance) => tolerance is >= 0 and < double.PositiveInfinity
        ? tolerance
        : throw new UnusableInputException(session.Say(
            $"--tolerance should be a number of metres from 0, but is {tolerance.ToString(CultureInfo.InvariantCulture)}.",
            $"--tolerance应为不小于0的米数，但为{tolerance.ToString(CultureInfo.InvariantCulture)}。"));

    private static int Run(Session session, CellFile file, GridBoundary? outline, EquatableArray<HouseholdRow>? rows, CoverageSettings settings)
    {
        var report = CoverageAudit.Run(file.Cells, outline, rows is { } known ? Register(file.System, known) : null, settings);
        var problems = file.Features.Select(static feature => feature.Problem).OfType<Finding>().ToArray();
        var findings = new FindingReport(problems.Concat(report.ToFindingReport()));
        session.Note(Summary(file, report, findings));
        if (!session.IsJson)
        {
            return FindingOutput.Write(session, findings);
        }

        var adjacency = GridAdjacency.Of(file.Cells);
        session.Result(new JsonObject
        {
            ["valid"] = !findings.HasErrors,
            ["findings"] = new JsonArray([
                .. problems.Select((problem, i) => (JsonNode)ToJson(session, problem, [file.Features.First(f => ReferenceEquals(f.Problem, problem)).Code!], 0, null)),
                .. report.Findings.Select(finding => (JsonNode)ToJson(session, finding.Finding, finding.Grids, finding.SquareMetres, finding.At)),
            ]),
            ["gapSquareMetres"] = report.GapSquareMetres,
            ["overlapSquareMetres"] = report.OverlapSquareMetres,
            ["outsideSquareMetres"] = report.OutsideSquareMetres,
            ["uncoveredHouseholds"] = rows is null ? null : report.UncoveredHouseholds,
            ["doublyCoveredHouseholds"] = rows is null ? null : report.DoublyCoveredHouseholds,
            ["adjacency"] = new JsonObject { ["rook"] = Pairs(adjacency.Rook), ["queen"] = Pairs(adjacency.Queen) },
        });
        return findings.Any(static finding => finding.Severity > FindingSeverity.Info) ? ExitCode.Findings : ExitCode.Ok;
    }

    private static HouseholdRegister Register(CoordinateSystem system, EquatableArray<HouseholdRow> rows)
    {
        var builder = new HouseholdRegisterBuilder(system);
        foreach (var row in rows)
        {
            builder.AddHousehold(row.Id, new GeoPoint(row.Lon, row.Lat), null);
        }

        return builder.Build();
    }

    private static JsonObject ToJson(Session session, Finding finding, EquatableArray<string> grids, double squareMetres, GeoPoint? at)
    {
        var result = FindingOutput.ToJson(finding, session);
        result["grids"] = new JsonArray([.. grids.Select(static grid => (JsonNode)grid)]);
        result["squareMetres"] = squareMetres;
        result["at"] = at is { } place ? new JsonArray(place.X, place.Y) : null;
        return result;
    }

    private static JsonArray Pairs(IReadOnlyList<GridNeighbours> pairs) => new([.. pairs.Select(static pair => (JsonNode)new JsonArray(pair.First, pair.Second))]);

    private static LocalizedText Summary(CellFile file, CoverageReport report, FindingReport findings)
    {
        string Text(double squareMetres) => squareMetres.ToString("0.##", CultureInfo.InvariantCulture);
        return new LocalizedText(
            $"{file.Cells.Count} cells, {findings.Count} findings: gaps {Text(report.GapSquareMetres)} m², overlaps {Text(report.OverlapSquareMetres)} m², outside {Text(report.OutsideSquareMetres)} m².",
            $"{file.Cells.Count}个单元格，发现{findings.Count}项：空缺{Text(report.GapSquareMetres)}平方米，重叠{Text(report.OverlapSquareMetres)}平方米，越界{Text(report.OutsideSquareMetres)}平方米。");
    }
}
