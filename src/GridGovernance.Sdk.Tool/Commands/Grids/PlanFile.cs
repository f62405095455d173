using System.Text.Json;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>The old plan of a re-division: what <c>grids divide</c> wrote with <c>-o</c>, or printed with <c>--json</c>.</summary>
internal static class PlanFile
{
    /// <summary>Reads the code of the grid of each unit.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file.</param>
    /// <returns>The codes by unit.</returns>
    /// <exception cref="UnusableInputException">The file holds no plan.</exception>
    internal static Dictionary<string, string> Read(Session session, string path)
    {
        try
        {
            using var file = JsonDocument.Parse(InputFile.Read(session, path), new JsonDocumentOptions { MaxDepth = 64 });
            var grids = new Dictionary<string, string>(StringComparer.Ordinal);
            if (file.RootElement.ValueKind == JsonValueKind.Object && file.RootElement.TryGetProperty("assignment", out var assignment) && assignment.ValueKind == JsonValueKind.Object)
            {
                foreach (var unit in assignment.EnumerateObject())
                {
                    Add(unit.Name, unit.Value);
                }
            }
            else if (file.RootElement.ValueKind == JsonValueKind.Object && file.RootElement.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array)
            {
                foreach (var feature in features.EnumerateArray())
                {
                    if (feature.TryGetProperty("properties", out var properties) && properties.TryGetProperty("code", out var code) && properties.TryGetProperty("units", out var units))
                    {
                        foreach (var unit in units.EnumerateArray())
                        {
                            Add(unit.GetString() ?? "", code);
                        }
                    }
                }
            }

            return grids.Count > 0 ? grids : throw Unusable(session, path);

            void Add(string unit, JsonElement code)
            {
                if (code.ValueKind != JsonValueKind.String || !grids.TryAdd(unit, code.GetString()!))
                {
                    throw new UnusableInputException(session.Say(
                        $"{path}: the unit \"{unit}\" should be in one grid with a code, but is not.", $"{path}：单元“{unit}”应在一个有编码的网格中，但不是。"));
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw Unusable(session, path);
        }
    }

    private static UnusableInputException Unusable(Session session, string path) => new(session.Say(
        $"{path}: should be a plan as \"grids divide\" writes it with -o or prints it with --json, with the units of each grid, but is not.",
        $"{path}：应为“grids divide”以-o写出或以--json打印的方案，含各网格的单元，但不是。"));
}
