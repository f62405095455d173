using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary><c>gridgov grids merge A.geojson B.geojson … [--into UNITS]</c>: several departments' networks into one, and what became of every old cell.</summary>
internal static class GridsMergeCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("NETWORKS")
        {
            Description = "GeoJSON files, one for each department, of cells with a code, and with people, households and duties (\"fire-safety;street-order\") where they are known.",
            Arity = ArgumentArity.OneOrMore,
        };
        var into = new Option<string?>("--into") { Description = "GeoJSON units, as \"grids divide\" reads them, that the new cells are made of; without it the cells may be cut where old borders run.", HelpName = "UNITS" };
        var parents = new Option<string?>("--parents") { Description = "Which of the files has the areas that new cells must stay in.", HelpName = "FILE" };
        var options = new DivideOptions();
        var command = new Command("merge", "Merges networks into one, with a crosswalk from every old cell to the new ones by area and by people, and the duties of each new cell.") { files, into, parents };
        options.AddTo(command, false);
        return Session.Bind(command, (call, session) =>
        {
            var clock = Stopwatch.StartNew();
            var system = CellFile.SystemOf(call.GetValue(options.System)!);
            var paths = call.GetValue(files)!;
            var networks = new NetworkFiles(session, paths, system);
            var merge = call.GetValue(into) is { } units
                ? Into(call, session, options, networks, units)
                : Cut(call, session, options, networks, call.GetValue(parents) is { } file ? PositionOf(session, paths, file) : null);
            DivisionOutput.Write(session, call.GetValue(options.Output), merge.Outcome, system, merge.Cells);
            Print(session, networks, merge, clock.Elapsed.TotalSeconds);
            return merge.Outcome.Verdict == DivisionVerdict.Found ? ExitCode.Ok : ExitCode.Findings;
        });
    }

    private static int PositionOf(Session session, string[] paths, string file) => Array.IndexOf(paths, file) is >= 0 and var position
        ? position
        : throw new UnusableInputException(session.Say($"--parents should be one of the files to merge, but is \"{file}\".", $"--parents应为待合并的文件之一，但为“{file}”。"));

    private static NetworkMerge Into(ParseResult call, Session session, DivideOptions options, NetworkFiles networks, string path)
    {
        var units = UnitFile.Read(session, path, CellFile.SystemOf(call.GetValue(options.System)!), options.CountsPeople(call), networks.UnitDoubts);
        if (units.Units.FirstOrDefault(static unit => unit.Boundary is null) is { } without)
        {
            throw new UnusableInputException(session.Say(
                $"{path}: --into should be GeoJSON of units with an area each, but \"{without.Id}\" has none.", $"{path}：--into应为每个单元均有面积的GeoJSON，但“{without.Id}”没有。"));
        }

        var size = units.Units.Sum(unit => (long)(options.CountsPeople(call) ? unit.People : unit.Households));
        var problem = units with { Sizing = [options.SizingOf(call, session, networks.Networks[0].Cells.Count, size, units.Units.Any(static unit => unit.Parent is not null))] };
        var merge = NetworkMerge.Into(networks.Networks, problem, options.SeedOf(call, session), out var report, BudgetOf(call, session, options, problem.Units.Count));
        networks.Take(session, report);
        return merge!;
    }

    private static NetworkMerge Cut(ParseResult call, Session session, DivideOptions options, NetworkFiles networks, int? parents)
    {
        var overlay = NetworkOverlay.Compile(networks.Networks, [], out var report);
        networks.Take(session, report);
        overlay = NetworkOverlay.Compile(networks.Networks, networks.PlacesIn(overlay!), out var peopled);
        networks.Take(session, peopled);
        var size = overlay!.Faces.Sum(face => options.CountsPeople(call) ? face.People : face.Households);
        var sizing = options.SizingOf(call, session, networks.Networks[0].Cells.Count, size, parents is not null);
        try
        {
            return NetworkMerge.Run(overlay, [sizing], options.SeedOf(call, session), parents, BudgetOf(call, session, options, overlay.Faces.Count));
        }
        catch (GovernanceException contradiction) when (contradiction.Report is { } reason)
        {
            InputFile.Refuse(session, reason);
            throw;
        }
    }

    private static DivisionBudget? BudgetOf(ParseResult call, Session session, DivideOptions options, int units) =>
        options.SecondsOf(call, session) is { } seconds ? DivideOptions.BudgetOf(units, 1, seconds) with { ExactUnits = 0 } : null;

    private static void Print(Session session, NetworkFiles networks, NetworkMerge merge, double seconds)
    {
        if (!session.IsJson)
        {
            networks.Note(session);
            using var table = new StringWriter(CultureInfo.InvariantCulture);
            var csv = new Interchange.CsvWriter(table).Header("network", "from", "to", "squareMetres", "people", "shareByArea", "shareByPeople");
            foreach (var (network, row) in Rows(merge))
            {
                csv.Text(network).Text(row.From).Text(row.To ?? "").Text(Number(row.SquareMetres)).Text(Number(row.People)).Text(Number(row.ShareByArea)).Text(Number(row.ShareByPeople)).EndRow();
            }

            session.Result(table.ToString().TrimEnd('\n'));
            DivisionOutput.PrintCertificates(session, merge.Outcome);
            session.Note(new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(networks.Networks.Count, "network")} merged into {Counted.Of(merge.Cells.Count, "cell")}."),
                string.Create(CultureInfo.InvariantCulture, $"{networks.Networks.Count}张网合并为{merge.Cells.Count}个网格。")));
            return;
        }

        var result = DivisionOutput.ToJson(session, merge.Outcome, seconds);
        result["crosswalk"] = new JsonArray([.. Rows(merge).Select(static item => (JsonNode)new JsonObject
        {
            ["network"] = item.Network,
            ["from"] = item.Row.From,
            ["to"] = item.Row.To,
            ["squareMetres"] = item.Row.SquareMetres,
            ["people"] = item.Row.People,
            ["shareByArea"] = item.Row.ShareByArea,
            ["shareByPeople"] = item.Row.ShareByPeople,
        })]);
        result["kept"] = new JsonArray([.. merge.Crosswalks.Select(static crosswalk => (JsonNode)new JsonObject
        {
            ["network"] = crosswalk.Network,
            ["wholeByArea"] = crosswalk.WholeByArea,
            ["wholeByPeople"] = crosswalk.WholeByPeople,
        })]);
        result["duties"] = new JsonArray([.. merge.Duties.Select(static duty => (JsonNode)new JsonObject
        {
            ["grid"] = duty.Cell,
            ["duty"] = duty.Duty,
            ["network"] = duty.Network,
            ["from"] = new JsonArray([.. duty.From.Select(static code => (JsonNode)code)]),
            ["shareByArea"] = duty.ShareByArea,
        })]);
        foreach (var finding in networks.Doubts)
        {
            result["findings"]!.AsArray().Add((JsonNode)FindingOutput.ToJson(finding, session));
        }

        session.Result(result);
    }

    private static IEnumerable<(string Network, CrosswalkRow Row)> Rows(NetworkMerge merge) =>
        merge.Crosswalks.SelectMany(static crosswalk => crosswalk.Rows.Select(row => (crosswalk.Network, row)));

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
