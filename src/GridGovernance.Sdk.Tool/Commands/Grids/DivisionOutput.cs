using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Maps;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>A division as the verbs print and write it.</summary>
internal static class DivisionOutput
{
    /// <summary>Returns the JSON object of an outcome.</summary>
    internal static JsonObject ToJson(Session session, DivisionOutcome outcome, double seconds, FindingReport? doubts = null)
    {
        var plan = outcome.Plan;
        return new JsonObject
        {
            ["feasible"] = outcome.Verdict switch { DivisionVerdict.Found => true, DivisionVerdict.Infeasible => false, _ => null },
            ["grids"] = plan?.Grids.Count,
            ["assignment"] = plan is null ? null : Assignment(plan),
            ["maxDeviation"] = plan?.MaxDeviation,
            ["connected"] = plan is null ? null : IsConnected(plan),
            ["cutEdges"] = plan?.CutEdges,
            ["bound"] = plan?.Bound,
            ["gap"] = plan?.Gap,
            ["optimal"] = plan?.IsOptimal,
            ["quality"] = Quality(plan),
            ["reasons"] = plan is null ? null : Reasons(plan),
            ["certificate"] = outcome.Certificates.Count == 0 ? null : ToJson(session, outcome.Certificates[0]),
            ["certificates"] = new JsonArray([.. outcome.Certificates.Select(item => (JsonNode)ToJson(session, item))]),
            ["findings"] = new JsonArray([.. outcome.Report.Concat(doubts ?? FindingReport.Empty).Select(finding => (JsonNode)FindingOutput.ToJson(finding, session))]),
            ["seconds"] = Math.Round(seconds, 3),
        };
    }

    /// <summary>Prints an outcome as text: the grid of each unit as CSV, or why there is none.</summary>
    internal static void Print(Session session, DivisionOutcome outcome)
    {
        foreach (var finding in outcome.Report)
        {
            var text = finding.Message.ToString(session.Culture);
            session.Note(new LocalizedText(text, text));
        }

        if (outcome.Plan is { } plan)
        {
            using var table = new StringWriter(CultureInfo.InvariantCulture);
            var csv = new CsvWriter(table).Header("id", "grid");
            for (var i = 0; i < plan.Problem.Units.Count; i++)
            {
                csv.Text(plan.Problem.Units[i].Id).Text(plan.GridOf(i).Code).EndRow();
            }

            session.Result(table.ToString().TrimEnd('\n'));
            session.Note(new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(plan.Grids.Count, "grid")}, largest deviation {plan.MaxDeviation:P1} (bound {plan.Bound:P1}), {Counted.Of(plan.CutEdges, "edge")} cut."),
                string.Create(CultureInfo.InvariantCulture, $"{plan.Grids.Count}个网格，最大偏差{plan.MaxDeviation:P1}（下界{plan.Bound:P1}），切断邻接{plan.CutEdges}条。")));
        }

        PrintCertificates(session, outcome);
    }

    /// <summary>Prints the proofs that there is no plan.</summary>
    internal static void PrintCertificates(Session session, DivisionOutcome outcome)
    {
        foreach (var certificate in outcome.Certificates)
        {
            session.Result($"{certificate.Kind}: {certificate.Reason.ToString(session.Culture)}");
        }
    }

    /// <summary>Writes the grids of a plan as GeoJSON; a grid of units without polygons has no geometry, and a note says so.</summary>
    internal static void Write(Session session, string? path, DivisionOutcome outcome, CoordinateSystem system, IReadOnlyList<NetworkCell>? cells = null)
    {
        if (path is null || outcome is not { Verdict: DivisionVerdict.Found, Plan: { } plan })
        {
            return;
        }

        OutputFile.Write(session, path, stream =>
        {
            var tiling = PlanTiling.Of(plan);
            var quality = DivisionQuality.Of(plan, tiling);
            using var writer = new GeoJsonWriter(stream, system);
            for (var g = 0; g < plan.Grids.Count; g++)
            {
                var grid = plan.Grids[g];
                var units = plan.UnitsOf(g).ToArray();
                writer.Write(tiling.Boundaries[g], grid.Code, json =>
                {
                    json.WriteString("code", grid.Code);
                    json.WriteString("name", grid.Name.ToString(session.Culture));
                    json.WriteString("parent", grid.Parent);
                    json.WriteNumber("households", grid.Households);
                    json.WriteNumber("people", grid.People);
                    json.WriteNumber("deviation", Math.Round(grid.DeviationFromMean, 6));
                    Write(json, "areaSquareMetres", quality.Grids[g].AreaSquareMetres, 1);
                    Write(json, "polsbyPopper", quality.Grids[g].PolsbyPopper, 6);
                    Write(json, "reock", quality.Grids[g].Reock, 6);
                    Write(json, "momentOfInertia", quality.Grids[g].MomentOfInertia, 6);
                    Write(json, "meanDistanceMetres", quality.Grids[g].MeanDistanceMetres, 1);
                    json.WriteStartArray("reasons");
                    foreach (var reason in grid.Reasons)
                    {
                        json.WriteStringValue(reason.ToString());
                    }

                    json.WriteEndArray();
                    if (cells is not null && g < cells.Count)
                    {
                        json.WriteString("duties", string.Join(';', cells[g].Duties));
                    }

                    json.WriteStartArray("units");
                    foreach (var unit in units)
                    {
                        json.WriteStringValue(plan.Problem.Units[unit].Id);
                    }

                    json.WriteEndArray();
                });
            }

            var without = tiling.Boundaries.Count(static boundary => boundary is null);
            if (without > 0)
            {
                session.Note(new LocalizedText(
                    $"{Counted.Of(without, "grid")} of {plan.Grids.Count} in {path} without a polygon: points and rows of a table have no areas to make one of.",
                    string.Create(CultureInfo.InvariantCulture, $"{path}中{plan.Grids.Count}个网格有{without}个没有边界：点或表格行的单元没有面积。")));
            }
        });
    }

    private static void Write(Utf8JsonWriter json, string name, double? value, int digits)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, digits));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static JsonObject? Quality(DivisionPlan? plan)
    {
        if (plan is null)
        {
            return null;
        }

        var quality = DivisionQuality.Of(plan);
        return new JsonObject
        {
            ["withinTolerance"] = quality.WithinTolerance,
            ["meanDeviation"] = quality.MeanDeviation,
            ["polsbyPopper"] = quality.MeanPolsbyPopper,
            ["reock"] = quality.MeanReock,
            ["momentOfInertia"] = quality.MeanMomentOfInertia,
            ["cutEdges"] = quality.CutEdges,
            ["splitGroups"] = quality.SplitGroups.Count,
            ["meanDistanceMetres"] = quality.MeanDistanceMetres,
        };
    }

    private static JsonObject Assignment(DivisionPlan plan)
    {
        var assignment = new JsonObject();
        for (var i = 0; i < plan.Problem.Units.Count; i++)
        {
            assignment[plan.Problem.Units[i].Id] = plan.GridOf(i).Code;
        }

        return assignment;
    }

    private static JsonObject Reasons(DivisionPlan plan)
    {
        var reasons = new JsonObject();
        foreach (var grid in plan.Grids.Where(static grid => grid.Reasons.Count > 0))
        {
            reasons[grid.Code] = new JsonArray([.. grid.Reasons.Select(static reason => (JsonNode)reason.ToString())]);
        }

        return reasons;
    }

    private static JsonObject ToJson(Session session, InfeasibilityCertificate certificate) => new()
    {
        ["kind"] = certificate.Kind.ToString(),
        ["parent"] = certificate.Parent,
        ["units"] = new JsonArray([.. certificate.Units.Select(static id => (JsonNode)id)]),
        ["measure"] = certificate.Measure,
        ["holds"] = certificate.Holds,
        ["needs"] = certificate.Needs,
        ["reason"] = certificate.Reason.ToString(session.Culture),
    };

    // From the definition alone, and not from what the solver says of itself.
    private static bool IsConnected(DivisionPlan plan)
    {
        var root = Enumerable.Range(0, plan.Problem.Units.Count).ToArray();
        var pieces = root.Length;
        foreach (var edge in plan.Problem.Definition.Edges)
        {
            if (edge.Barrier is null && plan.Problem.TryIndexOf(edge.From, out var a) && plan.Problem.TryIndexOf(edge.To, out var b)
                && plan.Assignment[a] == plan.Assignment[b] && Find(a) is var x && Find(b) is var y && x != y)
            {
                root[x] = y;
                pieces--;
            }
        }

        return pieces == plan.Grids.Count;

        int Find(int unit)
        {
            while (root[unit] != unit)
            {
                unit = root[unit] = root[root[unit]];
            }

            return unit;
        }
    }
}
